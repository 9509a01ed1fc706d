import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  type AppliedResolution,
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
import { deleteTouchesSql, touchIdentifiersSql } from "../sql/delete-touches"
import {
  leadResolutionsSql,
  sessionResolutionsSql,
} from "../sql/session-resolutions"
import {
  restoreSnapshotSql,
  type Snapshot,
  snapshotAliasSql,
  snapshotTouchesSql,
} from "../sql/snapshots"
import { undoResolutionsSql } from "../sql/undo-resolutions"
import { type TouchFilter, unresolvedTuplesSql } from "../sql/unresolved-tuples"
import {
  type AliasKey,
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
import { namesErased, namesOf } from "../utils/identity/erased"
import { normaliseName } from "../utils/text/normalise"
import { assignTouchPersons, lockLinks } from "./assign-persons"
import { attribute } from "./attribute"
import { IdentityCorrections } from "./identity-corrections"
import { read, type SqlContext, write } from "./sql-context"
import { findErased } from "./suppression"
import { tellJourneys, tellSessions } from "./tell-journeys"

export interface UnresolvedTuple extends ResolvableTouch {
  resolution_key: string
  /** How many touches ask it. */
  touches: number
}

export interface SyncTouchesResult {
  /** The touches of these sessions, whether they changed or not. */
  touch_ids: string[]
  /** Those of them that were written. */
  changed_ids: string[]
  /** The host's ids of sessions that are no touch any more. */
  removed_session_ids: string[]
  /** How many touches were written or removed. */
  changed: number
}

/** What of a touch joins it to conversions. */
export interface TouchIdentifiers {
  visitor_id: string | null
  session_id: string | null
  former_visitor_id?: string | null
}

/** Touches and the campaigns they belong to. */
export class TouchFacts extends IdentityCorrections {
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
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    const removed = await write<TouchIdentifiers>(
      sharedContext,
      deleteTouchesSql(touchKeys, { withManual: true })
    )
    await this.putBack(snapshot, sharedContext)
    await assignTouchPersons(sharedContext, { keys: touchKeys })
    const restored = await read<TouchIdentifiers>(
      sharedContext,
      touchIdentifiersSql(touchKeys)
    )
    await this.attributeTouches([...removed, ...restored], sharedContext)
  }

  /** Writes touches of sessions, and re-attributes the conversions they join. */
  @InjectTransactionManager()
  async syncTouches(
    told: TouchFact[],
    goneKeys: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SyncTouchesResult> {
    await lockLinks(sharedContext, "read")
    const erased = await findErased(
      sharedContext,
      namesOf(told),
      this.options.secret
    )
    const facts = told.filter((fact) => !namesErased(fact, erased))
    const keys = facts.map((fact) => fact.touch_key)
    const removed = await write<
      TouchIdentifiers & { analytics_session_id: string | null }
    >(sharedContext, deleteTouchesSql(goneKeys))
    const written = await write<TouchIdentifiers & { id: string }>(
      sharedContext,
      upsertTouchesSql(facts)
    )
    await assignTouchPersons(sharedContext, { keys })
    await this.attributeTouches([...removed, ...written], sharedContext)
    const touches = await read<{ id: string }>(
      sharedContext,
      touchIdentifiersSql(keys)
    )
    return {
      touch_ids: touches.map((row) => row.id),
      changed_ids: written.map((row) => row.id),
      removed_session_ids: removed.flatMap(
        (row) => row.analytics_session_id ?? []
      ),
      changed: written.length + removed.length,
    }
  }

  protected async attributeTouches(
    touches: TouchIdentifiers[],
    context: SqlContext
  ): Promise<void> {
    const visitorIds = touches.flatMap((touch) =>
      [touch.visitor_id, touch.former_visitor_id].filter(isPresent)
    )
    const sessionIds = touches.map((touch) => touch.session_id)
    const scope = {
      visitor_ids: [...new Set(visitorIds)],
      session_ids: [...new Set(sessionIds.filter(isPresent))],
    }
    if (scope.visitor_ids.length + scope.session_ids.length > 0) {
      await attribute(context, scope, this.lookbackHours)
    }
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
  ): Promise<AppliedResolution[]> {
    await lockLinks(sharedContext, "read")
    const applied = await write<AppliedResolution>(
      sharedContext,
      applyResolutionsSql(resolutions, filter)
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
      await write(sharedContext, undoResolutionsSql(answers))
      await tellTouches(sharedContext, answers.touch_ids)
    }
  }

  /** A person's choice for one touch, and with `alias` for its like. */
  @InjectTransactionManager()
  async assignTouch(
    touchId: string,
    choice: ManualAssignment,
    alias: CampaignAlias | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, assignTouchSql(touchId, choice))
    await tellTouches(sharedContext, [touchId])
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

  @InjectManager()
  async snapshotAlias(
    key: AliasKey,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotAliasSql(key)
    )
    return row!.snapshot
  }

  /** Undoes a decision to remember: the former one, or none. */
  @InjectTransactionManager()
  async restoreAlias(
    key: AliasKey,
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteAliasSql(key))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
  }

  /** What the host's sessions of these touches should say of their campaign. */
  @InjectManager()
  async listSessionResolutions(
    touchIds: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    {
      id: string
      ad_campaign_id: string | null
      attribution_resolved: boolean
    }[]
  > {
    return await read(sharedContext, sessionResolutionsSql(touchIds))
  }

  /** What the host's leads of these touches should say of their campaign. */
  @InjectManager()
  async listLeadResolutions(
    touchIds: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ id: string; resolved_campaign_id: string | null }[]> {
    return await read(sharedContext, leadResolutionsSql(touchIds))
  }

  @InjectTransactionManager()
  async clearResolution(
    touchId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, clearResolutionSql(touchId))
    await tellTouches(sharedContext, [touchId])
  }
}

/** Timelines follow touches that got another campaign. */
export async function tellTouches(
  context: SqlContext,
  touch_ids: string[]
): Promise<void> {
  await tellJourneys(context, { touch_ids })
  await tellSessions(context, { touch_ids })
}

function isPresent(id: string | null | undefined): id is string {
  return Boolean(id)
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
