import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../sources/service-of"
import { writeBack, type WriteBackTarget, type WrittenRow } from "../write-back"

const ANALYTICS_MODULE = "custom_analytics"
const SOCIALS_MODULE = "socials"

export interface WriteBackTouchesInput {
  touch_ids: string[]
  /** Conversions that somebody chose for; leads among them are told. */
  conversion_keys?: string[]
  /** AnalyticsSession ids of sessions that are no touch any more. */
  removed_session_ids?: string[]
}

/** What we call of the host's analytics module. */
interface AnalyticsModule {
  updateAnalyticsSessions(sessions: WrittenRow[]): Promise<unknown>
}

/** What we call of the host's socials module. */
interface SocialsModule {
  updateLeads(leads: WrittenRow[]): Promise<unknown>
}

const SESSIONS: WriteBackTarget = {
  entity: "analytics_session",
  defaults: { ad_campaign_id: null, attribution_resolved: false },
  update: (container, rows) =>
    container
      .resolve<AnalyticsModule>(ANALYTICS_MODULE)
      .updateAnalyticsSessions(rows),
}

const LEADS: WriteBackTarget = {
  entity: "lead",
  defaults: { resolved_campaign_id: null },
  update: (container, rows) =>
    container.resolve<SocialsModule>(SOCIALS_MODULE).updateLeads(rows),
}

export const writeBackTouchesStepId = "write-back-touches"

/**
 * Tells the host's sessions and leads the campaigns of their touches. Undone by
 * writing what they said before.
 */
export const writeBackTouchesStep = createStep(
  writeBackTouchesStepId,
  async (input: WriteBackTouchesInput, { container }) => {
    const sessions = isModulePresent(ANALYTICS_MODULE)
      ? await writeBack(
          container,
          SESSIONS,
          await sessionRows(container, input)
        )
      : []
    const leads = isModulePresent(SOCIALS_MODULE)
      ? await writeBack(container, LEADS, await leadRows(container, input))
      : []
    return new StepResponse(
      { written: sessions.length + leads.length },
      { sessions, leads }
    )
  },
  async (former, { container }) => {
    if (former?.sessions.length) {
      await SESSIONS.update(container, former.sessions)
    }
    if (former?.leads.length) {
      await LEADS.update(container, former.leads)
    }
  }
)

async function sessionRows(
  container: MedusaContainer,
  { touch_ids, removed_session_ids = [] }: WriteBackTouchesInput
): Promise<WrittenRow[]> {
  return [
    ...(await serviceOf(container).listSessionResolutions(touch_ids)),
    ...removed_session_ids.map((id) => ({ ...SESSIONS.defaults, id })),
  ]
}

async function leadRows(
  container: MedusaContainer,
  { touch_ids, conversion_keys }: WriteBackTouchesInput
): Promise<WrittenRow[]> {
  return await serviceOf(container).listLeadResolutions(
    touch_ids,
    conversion_keys
  )
}
