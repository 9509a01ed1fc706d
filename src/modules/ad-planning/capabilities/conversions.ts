import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { assignTouchSql } from "../sql/attribution/assign-touch"
import {
  deleteConversionsSql,
  deleteSnapshotConversionsSql,
} from "../sql/conversions/delete-conversions"
import {
  deleteTouchesSql,
  touchIdentifiersSql,
} from "../sql/attribution/delete-touches"
import { mergeSubmissionsSql } from "../sql/conversions/merge-submissions"
import {
  deletePurchaseClaimsSql,
  insertPurchaseClaimsSql,
  joinPurchaseClaimsSql,
  pruneUnmetClaimsSql,
} from "../sql/conversions/purchase-claims"
import {
  type Snapshot,
  snapshotConversionsSql,
  snapshotIds,
} from "../sql/sync/snapshots"
import {
  insertTouchesSql,
  upsertTouchesSql,
} from "../sql/attribution/upsert-touches"
import {
  insertConversionsSql,
  refreshConversionsSql,
  type WrittenConversion,
} from "../sql/conversions/write-conversions"
import type {
  ConversionFact,
  ConversionScope,
  ConversionSource,
  PurchaseClaimFact,
  TouchFact,
} from "../types"
import { namesOf } from "../utils/identity/erased"
import {
  claimWithoutErased,
  conversionWithoutErased,
} from "../utils/identity/without-erased"
import {
  assignPersons,
  assignTouchPersons,
  lockLinks,
} from "../effects/assign-persons"
import {
  attribute,
  attributeVisitors,
  visitorsParted,
} from "../effects/attribute"
import { forgetErased } from "../effects/erase-rows"
import { isEmpty } from "../effects/is-empty"
import { putBack } from "../effects/put-back"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased, markErased } from "../effects/suppression"
import {
  attributeTouches,
  REVERTED,
  type TouchIdentifiers,
} from "../effects/attribute-touches"

// A lead and the form response it came with are written moments apart.
const SUBMISSION_WINDOW_SECONDS = 600

// The snapshot of no rows.
const NOTHING: Snapshot = "{}"

/** Told together, committed together. */
export interface ConversionBatch {
  facts: ConversionFact[]
  claims: PurchaseClaimFact[]
  /** Campaigns that a person chose, by the touch's key. */
  chosen_campaigns: Map<string, string>
}

export interface TrackResult {
  /** What each key is counted as, and whether it was not before. */
  tracked: WrittenConversion[]
  /** Conversions that were not counted before. */
  created_ids: string[]
  /** Touches that may need a campaign. */
  touch_ids: string[]
}

export interface UndoConversions {
  /** Conversions that were written, and the touches they carry. */
  keys: string[]
  /** Other touches that were not there before. */
  touch_keys: string[]
  /** Claims that were not there before. */
  claim_keys: string[]
  before: Snapshot
}

interface MergedSubmission {
  idempotency_key: string
  kept_id: string
}

/** Conversions that are no purchases, and claims of purchases. */
export class Conversions extends Capability {
  /**
   * Writes conversions that are told once, each key once, with the touches and
   * claims among them; attributes them and what the touches and claims join.
   */
  @InjectTransactionManager()
  async trackConversions(
    { chosen_campaigns, ...told }: ConversionBatch,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<TrackResult & { touch_keys: string[] }> {
    // What passes a visitor on to an order, or to another submission.
    const mayLink = told.claims.length > 0 || told.facts.some(isSubmission)
    await lockLinks(sharedContext, mayLink ? "change" : "read")
    const { facts, claims } = await this.withoutErased(told, sharedContext)
    const touches = await this.insertTouches(
      [...facts, ...claims],
      sharedContext
    )
    for (const { id, touch_key } of touches) {
      const campaign = chosen_campaigns.get(touch_key)
      if (campaign) {
        const choice = {
          ad_campaign_id: campaign,
          ad_set_id: null,
          ad_id: null,
        }
        await write(
          sharedContext,
          assignTouchSql(id, choice, { cause: "session_choice", cause_id: id })
        )
      }
    }
    const written = await this.insertConversions(facts, sharedContext)
    const merged = await this.mergeSubmissions(facts, ["pixel"], sharedContext)
    const { claimed, joined } = await this.claimPurchases(claims, sharedContext)
    const tracked = [...asCounted(written, merged), ...claimed]
    const createdIds = idsOfNew(asCounted(written, merged))
    const touch_keys = touches.map((touch) => touch.touch_key)
    const linked = {
      conversion_ids: merged.map((row) => row.kept_id),
      order_ids: joined.map((row) => row.order_id),
    }
    if (touches.length > 0) {
      await assignTouchPersons(sharedContext, { keys: touch_keys })
    }
    if (linked.conversion_ids.length + linked.order_ids.length > 0) {
      await assignPersons(
        sharedContext,
        linked,
        this.service.maxPersonsPerVisitor
      )
    }
    // What was inserted has its own; touches and claims may give others theirs.
    const others = {
      ...linked,
      visitor_ids: touches.flatMap((touch) => touch.visitor_id ?? []),
      session_ids: touches.flatMap((touch) => touch.session_id ?? []),
    }
    if (!isEmpty(others)) {
      await attribute(sharedContext, others, this.service.pathRules, {
        cause: "touches",
      })
    }
    const parted = await visitorsParted(
      sharedContext,
      { order_ids: linked.order_ids },
      this.service.pathRules
    )
    await attributeVisitors(sharedContext, parted, this.service.pathRules, {
      cause: "other",
    })
    await forgetErased(sharedContext, facts)
    return {
      tracked,
      created_ids: createdIds,
      touch_ids: touches.map((touch) => touch.id),
      touch_keys,
    }
  }

  /**
   * Makes leads and form responses equal to what their modules say; `gone` keys
   * count no more. One submission that several tell of counts once.
   *
   * @returns beside what counts, how many conversions and touches changed
   */
  @InjectTransactionManager()
  async syncSubmissions(
    told: ConversionFact[],
    gone: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<TrackResult & { changed: number }> {
    await lockLinks(sharedContext, "change")
    const { facts } = await this.withoutErased(
      { facts: told, claims: [] },
      sharedContext
    )
    // Touches before conversions, as in every transaction: so that no two of
    // them wait for each other.
    const untouched = facts.filter((fact) => !fact.touch)
    const keys = [...facts.map(keyOf), ...gone]
    const removedTouches = await write(
      sharedContext,
      deleteTouchesSql([...gone, ...untouched.map(keyOf)])
    )
    const touches = await write<{ id: string }>(
      sharedContext,
      upsertTouchesSql(facts.flatMap((fact) => fact.touch ?? []))
    )
    const removed = await write(sharedContext, deleteConversionsSql(gone))
    const written = await write<WrittenConversion>(
      sharedContext,
      refreshConversionsSql(facts)
    )
    const merged = await this.mergeSubmissions(
      facts,
      ["form_response", "pixel"],
      sharedContext
    )
    const known = await this.withUnwritten(written, facts, sharedContext)
    const tracked = asCounted(known, merged)
    const conversion_ids = tracked.map((row) => row.id)
    await assignPersons(
      sharedContext,
      { conversion_ids, keys },
      this.service.maxPersonsPerVisitor
    )
    await attribute(sharedContext, { conversion_ids }, this.service.pathRules, {
      cause: "touches",
    })
    // Also those that did not change: a crash may have come before their campaign
    // was found.
    const carried = await read<{ id: string }>(
      sharedContext,
      touchIdentifiersSql(keys)
    )
    await forgetErased(sharedContext, facts)
    return {
      tracked,
      created_ids: idsOfNew(tracked),
      touch_ids: carried.map((touch) => touch.id),
      changed:
        removedTouches.length +
        touches.length +
        removed.length +
        unmerged(written, merged).length,
    }
  }

  /** Everything that writing in this scope may change, for a compensation. */
  @InjectManager()
  async snapshotConversions(
    scope: ConversionScope,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    if (isEmpty(scope)) {
      return NOTHING
    }
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotConversionsSql(scope)
    )
    return row!.snapshot
  }

  /** Puts conversions back as they were, and takes back touches and claims. */
  @InjectTransactionManager()
  async putBackConversions(
    undo: UndoConversions,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "change")
    const conversion_ids = snapshotIds(undo.before)
    const parted = await visitorsParted(
      sharedContext,
      { conversion_ids },
      this.service.pathRules
    )
    await write(sharedContext, deletePurchaseClaimsSql(undo.claim_keys))
    await write(sharedContext, deleteConversionsSql(undo.keys))
    await write(sharedContext, deleteSnapshotConversionsSql(undo.before))
    const removed = await write<TouchIdentifiers>(
      sharedContext,
      deleteTouchesSql([...undo.keys, ...undo.touch_keys], { withManual: true })
    )
    await putBack(sharedContext, undo.before, this.options)
    await assignPersons(
      sharedContext,
      { keys: undo.keys, conversion_ids },
      this.service.maxPersonsPerVisitor
    )
    await attributeTouches(
      sharedContext,
      removed,
      this.service.pathRules,
      REVERTED
    )
    await attributeVisitors(
      sharedContext,
      parted,
      this.service.pathRules,
      REVERTED
    )
  }

  /** Forgets some claims whose order never came; returns how many. */
  @InjectTransactionManager()
  async pruneUnmetClaims(
    before: Date,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, pruneUnmetClaimsSql(before, limit))
    return rows.length
  }

  /** What may be written of a batch: nobody who was erased is named. */
  private async withoutErased(
    told: Pick<ConversionBatch, "facts" | "claims">,
    context: SqlContext
  ): Promise<Pick<ConversionBatch, "facts" | "claims">> {
    const facts = this.service.storable(told.facts)
    const claims = this.service.storable(told.claims)
    const erased = await findErased(
      context,
      namesOf([...facts, ...claims]),
      this.options.secret
    )
    if (erased.isEmpty) {
      return { facts, claims }
    }
    const marked = await markErased(context, facts, erased)
    return {
      facts: marked.map((fact) => conversionWithoutErased(fact, erased)),
      claims: claims.map((claim) => claimWithoutErased(claim, erased)),
    }
  }

  private async claimPurchases(
    claims: PurchaseClaimFact[],
    context: SqlContext
  ): Promise<{
    claimed: WrittenConversion[]
    joined: { order_id: string }[]
  }> {
    if (claims.length === 0) {
      return { claimed: [], joined: [] }
    }
    const claimed = await write<WrittenConversion>(
      context,
      insertPurchaseClaimsSql(claims)
    )
    const orderIds = claims.map((claim) => claim.order_id)
    const joined = await write<{ order_id: string }>(
      context,
      joinPurchaseClaimsSql(orderIds)
    )
    return { claimed, joined }
  }

  private async insertTouches(
    carriers: { touch: TouchFact | null }[],
    context: SqlContext
  ): Promise<(TouchIdentifiers & { id: string; touch_key: string })[]> {
    const touches = carriers.flatMap(({ touch }) => touch ?? [])
    return touches.length ? await write(context, insertTouchesSql(touches)) : []
  }

  private async insertConversions(
    facts: ConversionFact[],
    context: SqlContext
  ): Promise<WrittenConversion[]> {
    const written = await write<WrittenConversion>(
      context,
      insertConversionsSql(facts, this.service.pathRules)
    )
    return await this.withUnwritten(written, facts, context)
  }

  /**
   * Adds the rows of these facts that a statement did not answer: those it left
   * as they were, and those another transaction wrote after it had begun.
   */
  private async withUnwritten(
    written: WrittenConversion[],
    facts: ConversionFact[],
    context: SqlContext
  ): Promise<WrittenConversion[]> {
    const known = new Set(written.map(keyOf))
    const unseen = facts.map(keyOf).filter((key) => !known.has(key))
    if (unseen.length === 0) {
      return written
    }
    const others = await this.service.listConversions(
      { idempotency_key: unseen },
      { select: ["id", "idempotency_key"], take: null },
      context
    )
    return [...written, ...others.map((row) => ({ ...row, is_new: false }))]
  }

  private async mergeSubmissions(
    facts: ConversionFact[],
    lesserSources: ConversionSource[],
    context: SqlContext
  ): Promise<MergedSubmission[]> {
    const keys = facts.filter(isSubmission).map(keyOf)
    const merged: MergedSubmission[] = []
    for (const lesser of keys.length ? lesserSources : []) {
      const better = BETTER_SOURCES[lesser] ?? []
      merged.push(
        ...(await write<MergedSubmission>(
          context,
          mergeSubmissionsSql(keys, lesser, better, SUBMISSION_WINDOW_SECONDS)
        ))
      )
    }
    return merged
  }
}

// Whose word counts instead: the shop's own record before the visitor's.
const BETTER_SOURCES: Partial<Record<ConversionSource, ConversionSource[]>> = {
  form_response: ["lead"],
  pixel: ["lead", "form_response"],
}

function isSubmission({ conversion_type }: ConversionFact): boolean {
  return conversion_type === "lead_form_submission"
}

function keyOf({ idempotency_key }: { idempotency_key: string }): string {
  return idempotency_key
}

/** Rows as they count after merging: what went is the one that stayed. */
function asCounted(
  written: WrittenConversion[],
  merged: MergedSubmission[]
): WrittenConversion[] {
  const kept = new Map(merged.map((row) => [row.idempotency_key, row.kept_id]))
  return written.map((row) => {
    const keptId = kept.get(row.idempotency_key)
    return keptId ? { ...row, id: keptId, is_new: false } : row
  })
}

/** What was written and stayed: a submission that went was not counted. */
function unmerged(
  written: WrittenConversion[],
  merged: MergedSubmission[]
): WrittenConversion[] {
  const gone = new Set(merged.map(keyOf))
  return written.filter((row) => !gone.has(row.idempotency_key))
}

function idsOfNew(rows: WrittenConversion[]): string[] {
  return rows.filter((row) => row.is_new).map((row) => row.id)
}
