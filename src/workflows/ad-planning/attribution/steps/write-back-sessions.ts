import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../../../../lib/host-modules"
import { optionalText, readGraph } from "../../sources/graph"
import { serviceOf } from "../../sources/service-of"

const ANALYTICS_MODULE = "custom_analytics"
const CHUNK_SIZE = 500

interface SessionFields {
  id: string
  ad_campaign_id: string | null
  attribution_resolved: boolean
}

export interface WriteBackSessionsInput {
  touch_ids: string[]
  /** AnalyticsSession ids of sessions that are no touch any more. */
  removed_session_ids?: string[]
}

/** What we call of the host's analytics module. */
interface AnalyticsModule {
  updateAnalyticsSessions(sessions: SessionFields[]): Promise<unknown>
}

// The plan's two fields; a host that has not added them lacks the keys.
const sessionSchema = z.object({
  id: z.string(),
  ad_campaign_id: optionalText.optional(),
  attribution_resolved: z.boolean().nullish(),
})

export const writeBackSessionsStepId = "write-back-sessions"

/**
 * Tells the host's sessions their campaign, only where it differs: a courtesy,
 * nothing of ours reads it. Left out, with one line, where the host has no such
 * fields.
 */
export const writeBackSessionsStep = createStep(
  writeBackSessionsStepId,
  async (
    { touch_ids, removed_session_ids = [] }: WriteBackSessionsInput,
    { container }
  ) => {
    const former: SessionFields[] = []
    if (!isModulePresent(ANALYTICS_MODULE)) {
      return new StepResponse({ written: 0 }, former)
    }
    for (const ids of chunksOf(touch_ids)) {
      const told = await serviceOf(container).listSessionResolutions(ids)
      former.push(...(await writeBack(container, told)))
    }
    for (const ids of chunksOf(removed_session_ids)) {
      former.push(...(await writeBack(container, ids.map(withoutCampaign))))
    }
    return new StepResponse({ written: former.length }, former)
  },
  async (former, { container }) => {
    if (former?.length) {
      await container
        .resolve<AnalyticsModule>(ANALYTICS_MODULE)
        .updateAnalyticsSessions(former)
    }
  }
)

function chunksOf(ids: string[]): string[][] {
  const count = Math.ceil(ids.length / CHUNK_SIZE)
  return Array.from({ length: count }, (_none, index) =>
    ids.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE)
  )
}

function withoutCampaign(id: string): SessionFields {
  return { id, ad_campaign_id: null, attribution_resolved: false }
}

/** Writes one chunk; returns the rows it changed as they were before. */
async function writeBack(
  container: MedusaContainer,
  wanted: SessionFields[]
): Promise<SessionFields[]> {
  if (wanted.length === 0) {
    return []
  }
  const current = await readGraph(container, sessionSchema, {
    entity: "analytics_session",
    fields: ["id", "ad_campaign_id", "attribution_resolved"],
    filters: { id: wanted.map((session) => session.id) },
  })
  if (current.some((row) => row.attribution_resolved === undefined)) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(
        "ad-planning: analytics_session has no ad_campaign_id and attribution_resolved, sessions are not written back"
      )
    return []
  }
  const before = new Map(
    current.map((row) => [
      row.id,
      {
        id: row.id,
        ad_campaign_id: row.ad_campaign_id ?? null,
        attribution_resolved: row.attribution_resolved ?? false,
      },
    ])
  )
  const changed = wanted.filter((session) => {
    const row = before.get(session.id)
    return (
      row &&
      (row.ad_campaign_id !== session.ad_campaign_id ||
        row.attribution_resolved !== session.attribution_resolved)
    )
  })
  if (changed.length) {
    await container
      .resolve<AnalyticsModule>(ANALYTICS_MODULE)
      .updateAnalyticsSessions(changed)
  }
  return changed.map((session) => before.get(session.id)!)
}
