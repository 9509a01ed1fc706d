import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import {
  AdPlanningCampaign,
  AdPlanningCampaignAlias,
  AdPlanningCampaignMetric,
  AdPlanningConversionAdjustment,
  AdPlanningIdentityLink,
  AdPlanningOrderPlacement,
  AdPlanningSyncCursor,
  CampaignAttribution,
  Conversion,
} from "./models"
import {
  applyResolutionsSql,
  type KeyedResolution,
} from "./sql/apply-resolutions"
import { assignPersonsSql, type PersonScope } from "./sql/assign-persons"
import {
  assignTouchSql,
  clearResolutionSql,
  type ManualAssignment,
} from "./sql/assign-touch"
import { attributionStatsSql } from "./sql/attribution-stats"
import { attributeConversionsSql } from "./sql/attribute-conversions"
import {
  aliasCandidatesSql,
  campaignCandidatesSql,
} from "./sql/campaign-candidates"
import { campaignResultsSql } from "./sql/campaign-results"
import { campaignSpendSql } from "./sql/campaign-spend"
import {
  deleteIdentityLinksSql,
  personsOfEmailsSql,
  unlinkedEmailsSql,
} from "./sql/identity-queries"
import {
  campaignIdsSql,
  matchImportedCampaignsSql,
} from "./sql/imported-campaigns"
import { deletePurchasesSql } from "./sql/delete-purchases"
import { deleteTouchesSql } from "./sql/delete-touches"
import { markDuplicateStampsSql } from "./sql/mark-duplicate-stamps"
import { markFirstPurchasesSql } from "./sql/mark-first-purchases"
import { notePlacementsSql, type OrderPlacement } from "./sql/order-placements"
import { replaceAdjustmentsSql } from "./sql/replace-adjustments"
import {
  revokeStalePersonEmailsSql,
  type PersonEmail,
} from "./sql/replace-person-emails"
import { sessionResolutionsSql } from "./sql/session-resolutions"
import {
  deleteCampaignsSql,
  deleteMetricsSql,
  restoreSnapshotSql,
  snapshotCampaignsSql,
  snapshotMetricsSql,
  snapshotPurchasesSql,
  snapshotTouchesSql,
  type MetricKey,
  type Snapshot,
} from "./sql/snapshots"
import { failSyncSql, finishSyncSql, startSyncSql } from "./sql/sync-state"
import { unresolvedTuplesSql, type TouchFilter } from "./sql/unresolved-tuples"
import { unresolveSinceSql } from "./sql/unresolve-since"
import {
  deleteAliasSql,
  upsertAliasSql,
  type CampaignAlias,
} from "./sql/upsert-alias"
import { upsertCampaignMetricsSql } from "./sql/upsert-campaign-metrics"
import {
  adoptHostCampaignIdsSql,
  upsertCampaignsSql,
} from "./sql/upsert-campaigns"
import { upsertIdentityLinksSql } from "./sql/upsert-identity-links"
import { upsertPurchasesSql } from "./sql/upsert-purchases"
import { upsertTouchesSql } from "./sql/upsert-touches"
import type {
  AdPlanningOptions,
  AttributionStatsRow,
  CampaignFact,
  CampaignMetricFact,
  CampaignResultsRow,
  CampaignSpendRow,
  IdentityFact,
  PurchaseFact,
  ReportRequest,
  SqlStatement,
  StatsGroup,
  TouchFact,
} from "./types"
import {
  aliasKey,
  type AdObject,
  type CampaignCandidate,
  type CampaignIndex,
  type ResolvableTouch,
} from "./utils/attribution-resolver"
import { fxPeriods } from "./utils/money/fx-rate"
import { parseOptions } from "./utils/options/parse-options"
import { normaliseName } from "./utils/text/normalise"

type SqlContext = Context<EntityManager>

export interface UnresolvedTuple extends ResolvableTouch {
  resolution_key: string
  /** How many touches ask it. */
  touches: number
}

export interface SyncPurchasesResult {
  /** Conversions that were not counted before. */
  created_ids: string[]
}

const HOURS_PER_DAY = 24

/**
 * Facts and results of ad planning. The generated methods read and write single
 * rows; every other method is one effect or one question, its SQL in `sql/`.
 */
class AdPlanningService extends MedusaService({
  AdPlanningCampaign,
  AdPlanningCampaignAlias,
  AdPlanningCampaignMetric,
  AdPlanningConversionAdjustment,
  AdPlanningIdentityLink,
  AdPlanningOrderPlacement,
  AdPlanningSyncCursor,
  CampaignAttribution,
  Conversion,
}) {
  /** The plugin's validated options; nothing of the framework's is in them. */
  readonly options: AdPlanningOptions

  constructor(
    dependencies: Record<string, unknown>,
    options: Record<string, unknown>
  ) {
    super(dependencies, options)
    this.options = parseOptions(options)
  }

  get lookbackHours(): number {
    return this.options.attribution.lookback_days * HOURS_PER_DAY
  }

  /**
   * Makes the purchases of some orders, their corrections, stamped touches,
   * persons, first-purchase marks and attribution equal to the facts; orders in
   * `gone` do not count (any more).
   */
  @InjectTransactionManager()
  async syncPurchases(
    facts: PurchaseFact[],
    gone: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SyncPurchasesResult> {
    const removed = await write<{ person_id: string; email_hash: string }>(
      sharedContext,
      deletePurchasesSql(gone)
    )
    const written = await write<{ id: string; is_new: boolean }>(
      sharedContext,
      upsertPurchasesSql(facts)
    )
    await write(sharedContext, replaceAdjustmentsSql(facts))
    const orderIds = facts.map((fact) => fact.order_id)
    await assignPersons(sharedContext, { order_ids: orderIds })
    await write(
      sharedContext,
      markFirstPurchasesSql(
        removed.map((row) => row.person_id ?? row.email_hash)
      )
    )
    const stamped = facts.flatMap((fact) => fact.touch ?? [])
    const unstamped = facts.filter((fact) => !fact.touch)
    await write(sharedContext, upsertTouchesSql(stamped))
    await write(
      sharedContext,
      deleteTouchesSql(unstamped.map((fact) => `order:${fact.order_id}`))
    )
    await attribute(sharedContext, [[], orderIds, this.lookbackHours])
    return {
      created_ids: written.filter((row) => row.is_new).map((row) => row.id),
    }
  }

  /** The purchases of these orders as they are, for a compensation. */
  @InjectManager()
  async snapshotPurchases(
    orderIds: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotPurchasesSql(orderIds)
    )
    return row!.snapshot
  }

  /** Puts the purchases of these orders back as they were. */
  @InjectTransactionManager()
  async restorePurchases(
    orderIds: string[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deletePurchasesSql(orderIds))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
    await assignPersons(sharedContext, { order_ids: orderIds })
  }

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

  /** Campaigns as their platform has them; adopts the host's ids first. */
  @InjectTransactionManager()
  async syncCampaigns(
    facts: CampaignFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    { id: string; platform: string; external_id: string; is_changed: boolean }[]
  > {
    const hosted = facts.filter((fact) => fact.id !== null)
    await write(sharedContext, adoptHostCampaignIdsSql(hosted))
    return await write(sharedContext, upsertCampaignsSql(facts))
  }

  /** Gives imported campaigns without an id the id of the one they name. */
  @InjectManager()
  async matchImportedCampaigns(
    facts: CampaignFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignFact[]> {
    const rows = await read<{
      platform: string
      external_id: string
      known_external_id: string
    }>(sharedContext, matchImportedCampaignsSql(facts))
    const known = new Map(
      rows.map((row) => [platformKey(row), row.known_external_id])
    )
    return facts.map((fact) => ({
      ...fact,
      external_id: known.get(platformKey(fact)) ?? fact.external_id,
    }))
  }

  /** The ids of those of these campaigns that are known. */
  @InjectManager()
  async idsOfCampaigns(
    facts: CampaignFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ id: string }>(
      sharedContext,
      campaignIdsSql(facts)
    )
    return rows.map((row) => row.id)
  }

  @InjectManager()
  async snapshotCampaigns(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotCampaignsSql(ids)
    )
    return row!.snapshot
  }

  @InjectTransactionManager()
  async restoreCampaigns(
    ids: string[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteCampaignsSql(ids))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
  }

  @InjectManager()
  async snapshotCampaignMetrics(
    keys: MetricKey[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotMetricsSql(keys)
    )
    return row!.snapshot
  }

  @InjectTransactionManager()
  async restoreCampaignMetrics(
    keys: MetricKey[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteMetricsSql(keys))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
  }

  /** Campaign days, replacing those known. Returns how many rows changed. */
  @InjectTransactionManager()
  async syncCampaignMetrics(
    facts: CampaignMetricFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, upsertCampaignMetricsSql(facts))
    return rows.length
  }

  /**
   * Records links of identifiers to persons, and revokes e-mail links that the
   * person's own record no longer confirms; the purchases of every identifier
   * that changed get their person anew.
   */
  @InjectTransactionManager()
  async syncIdentityLinks(
    links: IdentityFact[],
    emails: PersonEmail[] = [],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ created_ids: string[] }> {
    const revoked = await write<{ email_hash: string }>(
      sharedContext,
      revokeStalePersonEmailsSql(emails)
    )
    const written = await write<{ id: string; kind: string; value: string }>(
      sharedContext,
      upsertIdentityLinksSql(links)
    )
    const valuesOf = (kind: string) =>
      written.filter((row) => row.kind === kind).map((row) => row.value)
    await assignPersons(sharedContext, {
      email_hashes: [
        ...revoked.map((row) => row.email_hash),
        ...valuesOf("email"),
      ],
      customer_ids: valuesOf("customer"),
    })
    return { created_ids: written.map((row) => row.id) }
  }

  /** Which of these e-mails no person is known for. */
  @InjectManager()
  async listUnlinkedEmails(
    emailHashes: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Set<string>> {
    const rows = await read<{ email_hash: string }>(
      sharedContext,
      unlinkedEmailsSql(emailHashes)
    )
    return new Set(rows.map((row) => row.email_hash))
  }

  /** The person of each e-mail that has one, by e-mail hash. */
  @InjectManager()
  async personsOfEmails(
    emailHashes: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, string>> {
    const rows = await read<{ email_hash: string; person_id: string }>(
      sharedContext,
      personsOfEmailsSql(emailHashes)
    )
    return new Map(rows.map((row) => [row.email_hash, row.person_id]))
  }

  /** Undoes links that were just made. */
  @InjectTransactionManager()
  async removeIdentityLinks(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const rows = await write<{ kind: string; value: string }>(
      sharedContext,
      deleteIdentityLinksSql(ids)
    )
    const valuesOf = (kind: string) =>
      rows.filter((row) => row.kind === kind).map((row) => row.value)
    await assignPersons(sharedContext, {
      email_hashes: valuesOf("email"),
      customer_ids: valuesOf("customer"),
    })
  }

  /** Notes drafts and conversions of drafts; returns the noted times. */
  @InjectTransactionManager()
  async notePlacements(
    drafts: string[],
    placed: OrderPlacement[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, Date>> {
    const [noteDrafts, noteOrders] = notePlacementsSql(drafts, placed)
    await write(sharedContext, noteDrafts!)
    const rows = await write<{ order_id: string; placed_at: Date }>(
      sharedContext,
      noteOrders!
    )
    return new Map(rows.map((row) => [row.order_id, new Date(row.placed_at)]))
  }

  /** Marks a run as begun; returns where the former one ended. */
  @InjectTransactionManager()
  async startSync(
    name: string,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Date | null> {
    const [row] = await write<{ cursor: Date | null }>(
      sharedContext,
      startSyncSql(name, now)
    )
    return row?.cursor ? new Date(row.cursor) : null
  }

  @InjectTransactionManager()
  async finishSync(
    name: string,
    result: { cursor: Date | null; rowsRead: number; now: Date },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, finishSyncSql(name, result))
  }

  @InjectTransactionManager()
  async failSync(
    name: string,
    failure: { message: string; ids: string[]; now: Date },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, failSyncSql(name, failure))
  }

  /** What campaigns earned. */
  @InjectManager()
  async campaignResults(
    request: ReportRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignResultsRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    return await read(sharedContext, campaignResultsSql(request, fx))
  }

  /** Touches and what they are credited with. */
  @InjectManager()
  async attributionStats(
    request: ReportRequest,
    group: StatsGroup,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<AttributionStatsRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    return await read(sharedContext, attributionStatsSql(request, group, fx))
  }

  /** Campaigns by id; ids that are none are left out. */
  @InjectManager()
  async campaignsById(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    Map<
      string,
      { id: string; name: string; platform: string; status: string | null }
    >
  > {
    const campaigns = await this.listAdPlanningCampaigns(
      { id: ids },
      { select: ["id", "name", "platform", "status"] },
      sharedContext
    )
    return new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  }

  /** What campaigns cost. */
  @InjectManager()
  async campaignSpend(
    request: ReportRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignSpendRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    return await read(sharedContext, campaignSpendSql(request, fx))
  }
}

/** Gives the conversions of these visitors and orders their last touch anew. */
async function attribute(
  context: SqlContext,
  scope: [visitorIds: string[], orderIds: string[], lookbackHours: number]
): Promise<void> {
  await write(context, markDuplicateStampsSql(...scope))
  await write(context, attributeConversionsSql(...scope))
}

/** Gives purchases their person anew, and their buyers a first purchase. */
async function assignPersons(
  context: SqlContext,
  scope: PersonScope
): Promise<void> {
  const buyers = await write<{ buyer_key: string }>(
    context,
    assignPersonsSql(scope)
  )
  await write(
    context,
    markFirstPurchasesSql(buyers.map((row) => row.buyer_key))
  )
}

function platformKey(row: { platform: string; external_id: string }): string {
  return JSON.stringify([row.platform, row.external_id])
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

/** Runs a statement in the caller's transaction, after its pending writes. */
async function write<Row>(
  context: SqlContext,
  { sql, params }: SqlStatement
): Promise<Row[]> {
  const manager = context.transactionManager!
  await manager.flush()
  return await manager.execute<Row[]>(sql, params)
}

async function read<Row>(
  context: SqlContext,
  { sql, params }: SqlStatement
): Promise<Row[]> {
  const manager = context.transactionManager ?? context.manager!
  return await manager.execute<Row[]>(sql, params)
}

export default AdPlanningService
