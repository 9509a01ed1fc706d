import type { Context } from "@medusajs/framework/types"
import { MedusaContextType } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
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
 * Tells the host's sessions and leads the campaigns of their touches. Undone by
 * writing what they said before.
 */
export const writeBackTouchesStep = createStep(
  writeBackTouchesStepId,
  async (
    {
      touch_ids,
      conversion_keys = [],
      removed_session_ids = [],
    }: WriteBackTouchesInput,
    { container }
  ) => {
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
    const written = [...sessions, ...leads].reduce(
      (total, { ids }) => total + ids.length,
      0
    )
    return new StepResponse({ written }, { sessions, leads })
  },
  async (former, { container }) => {
    if (former) {
      await undoWriteBack(container, SESSIONS, former.sessions)
      await undoWriteBack(container, LEADS, former.leads)
    }
  }
)
