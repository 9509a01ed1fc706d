import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import {
  type AppliedResolution,
  applyResolutionsSql,
  type AskedResolution,
} from "../sql/attribution/apply-resolutions"
import {
  assignTouchSql,
  clearResolutionSql,
  type ManualAssignment,
} from "../sql/attribution/assign-touch"
import {
  aliasCandidatesSql,
  campaignCandidatesSql,
  formerNamesSql,
} from "../sql/campaigns/campaign-candidates"
import { readResolutionKey } from "../sql/fragments/resolution-key"
import { undoResolutionsSql } from "../sql/attribution/undo-resolutions"
import {
  FIRST_TOUCH,
  type TouchCursor,
  type TouchFilter,
  unresolvedTuplesSql,
} from "../sql/attribution/unresolved-tuples"
import {
  type AliasKey,
  type CampaignAlias,
  upsertAliasSql,
} from "../sql/attribution/upsert-alias"
import type { AttributionCause } from "../types"
import {
  type AdObject,
  aliasKey,
  type AliasTarget,
  type CampaignCandidate,
  type CampaignIndex,
  type FormerName,
  type ResolvableTouch,
} from "../utils/attribution-resolver"
import { normaliseName } from "../utils/text/normalise"
import { lockLinks } from "../effects/assign-persons"
import { read, type SqlContext, write } from "../effects/sql-context"
import { tellTouches } from "../effects/refresh-timelines"
import { REVERTED } from "../effects/attribute-touches"

export interface UnresolvedTuple extends ResolvableTouch {
  resolution_key: string
  /** Those that ask it. */
  touch_ids: string[]
}

export interface UnresolvedPage {
  tuples: UnresolvedTuple[]
  /** Where the next page begins; null after the last one. */
  next: TouchCursor | null
}

// Touches whose questions are answered together.
const PAGE_SIZE = 10_000

/** The campaigns that touches belong to, by rule or by a person's choice. */
export class Resolutions extends Capability {
  /** The distinct questions "which campaign is this?" of one page of touches. */
  @InjectManager()
  async listUnresolvedTuples(
    filter: TouchFilter,
    after: TouchCursor = FIRST_TOUCH,
    limit: number = PAGE_SIZE,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<UnresolvedPage> {
    const rows = await read<
      Pick<UnresolvedTuple, "resolution_key" | "started_at" | "touch_ids"> & {
        last_campaign: string
        last_id: string
      }
    >(sharedContext, unresolvedTuplesSql(filter, after, limit))
    const touches = rows.flatMap((row) => row.touch_ids).length
    return {
      tuples: rows.map(({ resolution_key, started_at, touch_ids }) => ({
        ...readResolutionKey(resolution_key),
        resolution_key,
        started_at,
        touch_ids,
        claims_campaign: true,
      })),
      next:
        touches < limit
          ? null
          : { utm_campaign: rows[0]!.last_campaign, id: rows[0]!.last_id },
    }
  }

  /** Everything that may answer these questions, indexed for `matchCampaign`. */
  @InjectManager()
  async campaignIndex(
    touches: Pick<ResolvableTouch, "utm_campaign" | "utm_id">[],
    adObjects: Map<string, AdObject[]>,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignIndex> {
    const named = touches.flatMap(({ utm_campaign, utm_id }) =>
      [utm_campaign, utm_id].filter((value) => value !== null)
    )
    const normalised = [...new Set(named.map(normaliseName))]
    const campaigns = await read<CampaignCandidate & { own_id: string }>(
      sharedContext,
      campaignCandidatesSql([...new Set(named)], normalised)
    )
    const formerNames = await read<FormerName>(
      sharedContext,
      formerNamesSql(normalised)
    )
    const aliases = await read<AliasKey & AliasTarget>(
      sharedContext,
      aliasCandidatesSql(normalised)
    )
    return {
      byId: groupBy(campaigns, (row) => [row.own_id, row.external_id]),
      byName: groupBy(campaigns, (row) => [row.normalised_name]),
      byFormerName: groupBy(formerNames, (row) => [row.normalised_name]),
      byAdObjectId: adObjects,
      aliases: new Map(
        aliases.map((row) => [
          aliasKey(row.kind, row.normalised_value, row.website_id),
          row,
        ])
      ),
    }
  }

  /** Writes the answers and re-attributes, in one statement. */
  @InjectTransactionManager()
  async applyResolutions(
    resolutions: AskedResolution[],
    cause: AttributionCause = { cause: "rules" },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<AppliedResolution[]> {
    await lockLinks(sharedContext, "read")
    const applied = await write<AppliedResolution>(
      sharedContext,
      applyResolutionsSql(resolutions, cause)
    )
    const touchIds = applied.flatMap(({ touch_ids }) => touch_ids)
    await tellTouches(sharedContext, touchIds)
    return applied
  }

  /** Takes back answers of the rules. */
  @InjectTransactionManager()
  async undoResolutions(
    applied: AppliedResolution[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    for (const answers of applied) {
      await write(sharedContext, undoResolutionsSql(answers, REVERTED))
      await tellTouches(sharedContext, answers.touch_ids)
    }
  }

  /** A person's choice for one touch, and with `alias` for its like. */
  @InjectTransactionManager()
  async assignTouch(
    touchId: string,
    choice: ManualAssignment,
    alias: CampaignAlias | null,
    cause: AttributionCause = { cause: "session_choice", cause_id: touchId },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, assignTouchSql(touchId, choice, cause))
    await tellTouches(sharedContext, [touchId])
    if (alias) {
      await write(sharedContext, upsertAliasSql(alias))
    }
  }

  @InjectTransactionManager()
  async clearResolution(
    touchId: string,
    cause: AttributionCause = { cause: "undo", cause_id: touchId },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, clearResolutionSql(touchId, cause))
    await tellTouches(sharedContext, [touchId])
  }
}

function groupBy<Row>(
  rows: Row[],
  keys: (row: Row) => string[]
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    for (const key of new Set(keys(row))) {
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
  }
  return groups
}
