import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  applyResolutionsSql,
  type KeyedResolution,
} from "../sql/apply-resolutions"
import {
  assignTouchSql,
  clearResolutionSql,
  type ManualAssignment,
} from "../sql/assign-touch"
import {
  aliasCandidatesSql,
  campaignCandidatesSql,
} from "../sql/campaign-candidates"
import { deleteTouchesSql } from "../sql/delete-touches"
import { sessionResolutionsSql } from "../sql/session-resolutions"
import {
  restoreSnapshotSql,
  type Snapshot,
  snapshotTouchesSql,
} from "../sql/snapshots"
import { unresolveSinceSql } from "../sql/unresolve-since"
import { type TouchFilter, unresolvedTuplesSql } from "../sql/unresolved-tuples"
import {
  type CampaignAlias,
  deleteAliasSql,
  upsertAliasSql,
} from "../sql/upsert-alias"
import { upsertTouchesSql } from "../sql/upsert-touches"
import type { TouchFact } from "../types"
import {
  type AdObject,
  aliasKey,
  type CampaignCandidate,
  type CampaignIndex,
  type ResolvableTouch,
} from "../utils/attribution-resolver"
import { normaliseName } from "../utils/text/normalise"
import { attribute } from "./attribute"
import { IdentityFacts } from "./identity"
import { read, type SqlContext, write } from "./sql-context"

export interface UnresolvedTuple extends ResolvableTouch {
  resolution_key: string
  /** How many touches ask it. */
  touches: number
}

/** Touches and the campaigns they belong to. */
export class TouchFacts extends IdentityFacts {
  @InjectManager()
  async snapshotTouches(
    touchKeys: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotTouchesSql(touchKeys)
    )
    return row!.snapshot
  }

  /** Puts touches back as they were, and re-attributes their conversions. */
  @InjectTransactionManager()
  async restoreTouches(
    touchKeys: string[],
    visitorIds: string[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteTouchesSql(touchKeys))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
    await attribute(sharedContext, [visitorIds, [], this.lookbackHours])
  }

  /** Writes touches of sessions, and re-attributes their visitors' conversions. */
  @InjectTransactionManager()
  async syncTouches(
    facts: TouchFact[],
    goneKeys: string[],
    visitorIds: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ changed_ids: string[] }> {
    const removed = await write<{ id: string }>(
      sharedContext,
      deleteTouchesSql(goneKeys)
    )
    const written = await write<{ id: string }>(
      sharedContext,
      upsertTouchesSql(facts)
    )
    if (removed.length || written.length) {
      await attribute(sharedContext, [visitorIds, [], this.lookbackHours])
    }
    return { changed_ids: written.map((row) => row.id) }
  }

  /** One page of distinct questions "which campaign is this?". */
  @InjectManager()
  async listUnresolvedTuples(
    filter: TouchFilter,
    afterKey: string,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<UnresolvedTuple[]> {
    const rows = await read<UnresolvedTuple>(
      sharedContext,
      unresolvedTuplesSql(filter, afterKey, limit)
    )
    return rows.map((row) => ({ ...row, claims_campaign: true }))
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
    const campaigns = await read<CampaignCandidate>(
      sharedContext,
      campaignCandidatesSql([...new Set(named)], normalised)
    )
    const aliases = await read<CampaignAlias>(
      sharedContext,
      aliasCandidatesSql(normalised)
    )
    return {
      byId: groupBy(campaigns, (row) => [row.id, row.external_id]),
      byName: groupBy(campaigns, (row) => [row.normalised_name]),
      byAdObjectId: adObjects,
      aliases: new Map(
        aliases.map((row) => [
          aliasKey(row.kind, row.normalised_value, row.website_id),
          row.ad_campaign_id,
        ])
      ),
    }
  }

  /** Writes the answers and re-attributes, in one statement. */
  @InjectTransactionManager()
  async applyResolutions(
    resolutions: KeyedResolution[],
    filter: TouchFilter,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ method: string; touches: number; conversions: number }[]> {
    return await write(sharedContext, applyResolutionsSql(resolutions, filter))
  }

  /** Takes back what the rules resolved since an instant. */
  @InjectTransactionManager()
  async unresolveSince(
    filter: TouchFilter,
    since: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, unresolveSinceSql(filter, since))
  }

  /** A person's choice for one touch, and with `alias` for its like. */
  @InjectTransactionManager()
  async assignTouch(
    touchId: string,
    choice: ManualAssignment,
    alias: CampaignAlias | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, assignTouchSql(touchId, choice))
    if (alias) {
      await write(sharedContext, upsertAliasSql(alias))
    }
  }

  /**
   * The touch of a client session id.
   *
   * @throws MedusaError not_found
   */
  @InjectManager()
  async retrieveTouchOfSession(
    sessionId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ) {
    const [touch] = await this.listCampaignAttributions(
      { touch_key: `session:${sessionId}` },
      { take: 1 },
      sharedContext
    )
    if (!touch) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Attribution of session: ${sessionId} was not found`
      )
    }
    return touch
  }

  /** Undoes a decision to remember: the former campaign, or none. */
  @InjectTransactionManager()
  async restoreAlias(
    alias: CampaignAlias,
    formerCampaignId: string | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(
      sharedContext,
      formerCampaignId
        ? upsertAliasSql({ ...alias, ad_campaign_id: formerCampaignId })
        : deleteAliasSql(alias)
    )
  }

  /** What the host's sessions should say of their campaign, one page by id. */
  @InjectManager()
  async listSessionResolutions(
    filter: TouchFilter,
    afterId: string,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    {
      id: string
      ad_campaign_id: string | null
      attribution_resolved: boolean
    }[]
  > {
    return await read(
      sharedContext,
      sessionResolutionsSql(filter, afterId, limit)
    )
  }

  @InjectTransactionManager()
  async clearResolution(
    touchId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, clearResolutionSql(touchId))
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
