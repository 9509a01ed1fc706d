import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { deletePurchasesSql } from "../sql/conversions/delete-purchases"
import { deleteTouchesSql } from "../sql/attribution/delete-touches"
import {
  notePlacementsSql,
  type OrderPlacement,
} from "../sql/conversions/order-placements"
import { replaceAdjustmentsSql } from "../sql/conversions/replace-adjustments"
import { type Snapshot, snapshotPurchasesSql } from "../sql/sync/snapshots"
import { upsertPurchasesSql } from "../sql/conversions/upsert-purchases"
import { upsertTouchesSql } from "../sql/attribution/upsert-touches"
import { replaceOrderLinesSql } from "../sql/segments/replace-order-lines"
import {
  markStaleBuyersSql,
  markStalePersonsSql,
} from "../sql/segments/stale-persons"
import type { PurchaseFact } from "../types"
import { namesOf } from "../utils/identity/erased"
import { purchaseWithoutErased } from "../utils/identity/without-erased"
import {
  assignPersons,
  lockLinks,
  markFirstPurchases,
} from "../effects/assign-persons"
import {
  attribute,
  attributeVisitors,
  visitorsParted,
} from "../effects/attribute"
import { forgetErased } from "../effects/erase-rows"
import { putBack } from "../effects/put-back"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased, markErased } from "../effects/suppression"
import { REVERTED } from "../effects/attribute-touches"

export interface SyncPurchasesResult {
  /** Conversions that were not counted before. */
  created_ids: string[]
  /** How many purchases, corrections and stamped touches changed. */
  changed: number
}

interface BuyerRow {
  person_id: string | null
  email_hash: string | null
}

interface UpsertedPurchase {
  id: string
  is_new: boolean
  /** Who had bought, if it was somebody else than now. */
  former_buyer_key: string | null
}

interface ReplacedAdjustments {
  removed: number
  written: number
}

/** Orders as conversions, with their corrections. */
export class Purchases extends Capability {
  /**
   * Makes the purchases of some orders, their corrections, stamped touches,
   * persons, first-purchase marks and attribution equal to the facts; orders in
   * `gone` do not count (any more).
   */
  @InjectTransactionManager()
  async syncPurchases(
    told: PurchaseFact[],
    gone: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SyncPurchasesResult> {
    await lockLinks(sharedContext, "change")
    const erased = await findErased(
      sharedContext,
      namesOf(told),
      this.options.secret
    )
    const marked = await markErased(sharedContext, told, erased)
    const facts = this.service.storable(
      marked.map((fact) => purchaseWithoutErased(fact, erased))
    )
    const orderIds = facts.map((fact) => fact.order_id)
    const parted = await visitorsParted(
      sharedContext,
      { order_ids: [...orderIds, ...gone] },
      this.service.pathRules
    )
    // Touches before conversions, as in every transaction: so that no two of
    // them wait for each other.
    const stamped = facts.flatMap((fact) => fact.touch ?? [])
    const unstamped = facts.filter((fact) => !fact.touch)
    const stamps = await write(sharedContext, upsertTouchesSql(stamped))
    const unstampedRows = await write(
      sharedContext,
      deleteTouchesSql(unstamped.map((fact) => `order:${fact.order_id}`))
    )
    const removed = await write<BuyerRow>(
      sharedContext,
      deletePurchasesSql(gone)
    )
    const written = await write<UpsertedPurchase>(
      sharedContext,
      upsertPurchasesSql(facts)
    )
    const [corrected] = await write<ReplacedAdjustments>(
      sharedContext,
      replaceAdjustmentsSql(facts)
    )
    const [sold] = await write<ReplacedAdjustments>(
      sharedContext,
      replaceOrderLinesSql(facts)
    )
    parted.push(
      ...(await visitorsParted(
        sharedContext,
        { order_ids: orderIds },
        this.service.pathRules
      ))
    )
    await assignPersons(
      sharedContext,
      { order_ids: [...orderIds, ...gone] },
      this.service.maxPersonsPerVisitor
    )
    const formerBuyers = written.flatMap((row) => row.former_buyer_key ?? [])
    await markFirstPurchases(sharedContext, [
      ...buyerKeysOf(removed),
      ...formerBuyers,
    ])
    await attribute(
      sharedContext,
      { order_ids: orderIds },
      this.service.pathRules,
      {
        cause: "touches",
      }
    )
    await forgetErased(sharedContext, facts)
    await attributeVisitors(sharedContext, parted, this.service.pathRules, {
      cause: "other",
    })
    const changed =
      written.length +
      corrected!.removed +
      corrected!.written +
      sold!.removed +
      sold!.written
    if (changed > 0) {
      await write(sharedContext, markStaleBuyersSql(orderIds))
    }
    if (removed.length > 0) {
      const former = removed.flatMap((row) => row.person_id ?? [])
      await write(sharedContext, markStalePersonsSql(former))
    }
    return {
      created_ids: written.filter((row) => row.is_new).map((row) => row.id),
      changed: stamps.length + unstampedRows.length + removed.length + changed,
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
    await lockLinks(sharedContext, "change")
    const scope = { order_ids: orderIds }
    const parted = await visitorsParted(
      sharedContext,
      scope,
      this.service.pathRules
    )
    const removed = await write<BuyerRow>(
      sharedContext,
      deletePurchasesSql(orderIds)
    )
    await putBack(sharedContext, snapshot, this.options)
    await assignPersons(sharedContext, scope, this.service.maxPersonsPerVisitor)
    await markFirstPurchases(sharedContext, buyerKeysOf(removed))
    parted.push(
      ...(await visitorsParted(sharedContext, scope, this.service.pathRules))
    )
    await attributeVisitors(
      sharedContext,
      parted,
      this.service.pathRules,
      REVERTED
    )
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
}

function buyerKeysOf(rows: BuyerRow[]): string[] {
  return rows.flatMap((row) => row.person_id ?? row.email_hash ?? [])
}
