import type { Context, MedusaContainer } from "@medusajs/framework/types"
import { MedusaContextType } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { asCourtesy } from "../../sync/as-courtesy"
import {
  type FormerRows,
  undoWriteBack,
  writeBack,
  type WriteBackTarget,
  type WrittenRow,
} from "../write-back"

const ANALYTICS_MODULE = "custom_analytics"
const SOCIALS_MODULE = "socials"

export interface WriteBackTouchesInput {
  touch_ids: string[]
  /** Conversions that somebody chose for; leads among them are told. */
  conversion_keys?: string[]
  /** AnalyticsSession ids of sessions that are no touch any more. */
  removed_session_ids?: string[]
}

// A call with a context of its own has its events sent at once. Without one they would
// be kept, row by row, until the workflow ends: too much where all of history is told.
const OWN_CONTEXT: Context = { __type: MedusaContextType }

/** What we call of the host's analytics module. */
interface AnalyticsModule {
  updateAnalyticsSessions(
    sessions: WrittenRow[],
    sharedContext: Context
  ): Promise<unknown>
}

/** What we call of the host's socials module. */
interface SocialsModule {
  updateLeads(leads: WrittenRow[], sharedContext: Context): Promise<unknown>
}

const SESSIONS: WriteBackTarget = {
  entity: "analytics_session",
  defaults: { ad_campaign_id: null, attribution_resolved: false },
  update: (container, rows) =>
    container
      .resolve<AnalyticsModule>(ANALYTICS_MODULE)
      .updateAnalyticsSessions(rows, OWN_CONTEXT),
}

const LEADS: WriteBackTarget = {
  entity: "lead",
  defaults: { resolved_campaign_id: null },
  update: (container, rows) =>
    container
      .resolve<SocialsModule>(SOCIALS_MODULE)
      .updateLeads(rows, OWN_CONTEXT),
}

export const writeBackTouchesStepId = "write-back-touches"

/**
 * Tells the host's sessions and leads the campaigns of their touches. A courtesy:
 * where the host refuses, the facts stay and it is told again later. Undone by
 * writing what they said before.
 */
export const writeBackTouchesStep = createStep(
  writeBackTouchesStepId,
  async (input: WriteBackTouchesInput, { container }) => {
    const told = await asCourtesy(
      container,
      "write_backs",
      writeBackIds(input),
      () => tellHost(container, input)
    )
    const former = told ?? { sessions: [], leads: [] }
    const written = [...former.sessions, ...former.leads].reduce(
      (total, { ids }) => total + ids.length,
      0
    )
    return new StepResponse({ written }, { ...former, input })
  },
  async (former, { container }) => {
    if (former) {
      await asCourtesy(
        container,
        "write_backs",
        writeBackIds(former.input),
        async () => {
          await undoWriteBack(container, SESSIONS, former.sessions)
          await undoWriteBack(container, LEADS, former.leads)
        }
      )
    }
  }
)

/** Tells the host; returns what its rows said before. */
export async function tellHost(
  container: MedusaContainer,
  {
    touch_ids,
    conversion_keys = [],
    removed_session_ids = [],
  }: WriteBackTouchesInput
): Promise<{ sessions: FormerRows[]; leads: FormerRows[] }> {
  const service = serviceOf(container)
  const sessions = isModulePresent(ANALYTICS_MODULE)
    ? [
        // First: another touch of the same session has the last word.
        ...(await writeBack(
          container,
          SESSIONS,
          removed_session_ids,
          async (ids) => ids.map((id) => ({ ...SESSIONS.defaults, id }))
        )),
        ...(await writeBack(container, SESSIONS, touch_ids, (ids) =>
          service.touches.listSessionResolutions(ids)
        )),
      ]
    : []
  const leads = isModulePresent(SOCIALS_MODULE)
    ? [
        ...(await writeBack(container, LEADS, touch_ids, (ids) =>
          service.touches.listLeadResolutions(ids)
        )),
        ...(await writeBack(container, LEADS, conversion_keys, (keys) =>
          service.touches.listLeadResolutions([], keys)
        )),
      ]
    : []
  return { sessions, leads }
}

/** What is to be told, as ids that pending work keeps. */
function writeBackIds(input: WriteBackTouchesInput): string[] {
  return [
    ...input.touch_ids.map((id) => `touch:${id}`),
    ...(input.conversion_keys ?? []).map((key) => `conversion:${key}`),
    ...(input.removed_session_ids ?? []).map((id) => `session:${id}`),
  ]
}

/** The other way round; ids of another kind are none. */
export function writeBackOf(ids: string[]): WriteBackTouchesInput {
  const of = (kind: string) =>
    ids
      .filter((id) => id.startsWith(`${kind}:`))
      .map((id) => id.slice(kind.length + 1))
  return {
    touch_ids: of("touch"),
    conversion_keys: of("conversion"),
    removed_session_ids: of("session"),
  }
}
