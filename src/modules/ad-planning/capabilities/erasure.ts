import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { eraseFailuresSql } from "../sql/identity/erase-failures"
import type { ErasedName } from "../sql/identity/erase-links"
import {
  erasedNamesSql,
  type ErasureSubject,
} from "../sql/identity/erased-names"
import { linkedPersonsSql } from "../sql/identity/linked-persons"
import { personKnownSql } from "../sql/identity/person-known"
import { erasedPurchaseVisitorsSql } from "../sql/identity/purchase-visitors"
import {
  type Suppressed,
  suppressedSql,
  suppressSql,
} from "../sql/identity/suppression"
import type { ErasureReason } from "../types"
import { ErasedNames } from "../utils/identity/erased"
import type { TableOfPeople } from "../utils/identity/erased-tables"
import { suppressionHash } from "../utils/identity/suppression-hash"
import { assignPersons, lockLinks } from "../effects/assign-persons"
import { attribute, attributeVisitors } from "../effects/attribute"
import { type ErasedRows, eraseRows, eraseScopeOf } from "../effects/erase-rows"
import { mergedInto } from "../effects/identity-links"
import { read, type SqlContext, write } from "../effects/sql-context"

export interface ErasureRequest extends ErasureSubject {
  reason: ErasureReason
  /** The user of the store who asked for it. */
  requested_by: string | null
}

interface RowCounts {
  deleted: number
  anonymised: number
}

/** Rows of each table that went, or stay without names. */
export type ErasureCounts = Partial<Record<TableOfPeople, RowCounts>>

/** Takes people out of everything that is kept here. */
export class Erasure extends Capability {
  /**
   * Erases a person, or a customer and whoever that is: deletes or makes nameless
   * every row, and remembers by keyed hashes what names them, so that nothing of
   * them is written again. All of it or nothing; it cannot be undone.
   *
   * @returns the id of its entry in the ledger; of an earlier one when nothing was
   * left to erase; null when the person's record was merged into another one, whose
   * everything is
   * @throws MedusaError not_allowed when somebody asks for a person who was merged
   */
  @InjectTransactionManager()
  async erase(
    request: ErasureRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string | null> {
    await lockLinks(sharedContext, "change")
    const into =
      request.person_id && (await mergedInto(sharedContext, request.person_id))
    if (into) {
      if (request.reason !== "request") {
        return null
      }
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `person ${request.person_id} was merged into ${into}: erase that one`
      )
    }
    const names = await read<ErasedName>(
      sharedContext,
      erasedNamesSql(request, this.service.maxPersonsPerVisitor)
    )
    const former = await this.formerErasure(names, sharedContext)
    const erased = new ErasedNames(names)
    const parted = await this.visitorsParted(erased, sharedContext)
    const rows = await eraseRows(
      sharedContext,
      erased,
      this.service.maxPersonsPerVisitor
    )
    const counts = await this.eraseFailures(rows, names, sharedContext)
    await this.recomputeOthers(rows, sharedContext)
    await attributeVisitors(sharedContext, parted, this.service.pathRules, {
      cause: "identity",
    })
    if (former && Object.keys(counts).length === 0) {
      return former
    }
    const erasure = await this.service.createAdPlanningErasures(
      {
        reason: request.reason,
        requested_by: request.requested_by,
        erased_at: new Date(),
        counts,
      },
      sharedContext
    )
    await write(sharedContext, suppressSql(erasure.id, this.hashesOf(names)))
    return erasure.id
  }

  /** Whether anything names a person, and whether they were erased. */
  @InjectManager()
  async knowsPerson(
    personId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ is_named: boolean; was_erased: boolean }> {
    const [hash] = this.hashesOf([{ kind: "person", value: personId }])
    const [row] = await read<{ is_named: boolean; was_erased: boolean }>(
      sharedContext,
      personKnownSql(personId, hash!)
    )
    return row!
  }

  /** One page of the persons whom anything names, by id. */
  @InjectManager()
  async listLinkedPersons(
    afterId: string,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ person_id: string }>(
      sharedContext,
      linkedPersonsSql(afterId, limit)
    )
    return rows.map((row) => row.person_id)
  }

  private hashesOf(names: ErasedName[]): Suppressed[] {
    return names.map(({ kind, value }) => ({
      kind,
      value_hash: suppressionHash(kind, value, this.options.secret),
    }))
  }

  /** The erasure that all of these names are of, if they were erased before. */
  private async formerErasure(
    names: ErasedName[],
    context: SqlContext
  ): Promise<string | null> {
    const known = await read<Suppressed & { erasure_id: string }>(
      context,
      suppressedSql(this.hashesOf(names))
    )
    return known.length === names.length ? (known[0]?.erasure_id ?? null) : null
  }

  private async eraseFailures(
    rows: ErasedRows,
    names: ErasedName[],
    context: SqlContext
  ): Promise<ErasureCounts> {
    const personIds = names
      .filter(({ kind }) => kind === "person")
      .map(({ value }) => value)
    const [failures] = await write<{ cursors: number; runs: number }>(
      context,
      eraseFailuresSql(personIds)
    )
    const counts: Record<TableOfPeople, RowCounts> = {
      conversion: anonymised(rows.conversions.length),
      campaign_attribution: rows.touches,
      customer_journey: deleted(rows.journeys),
      ad_planning_experiment_exposure: deleted(rows.exposures),
      ad_planning_identity_link: deleted(rows.links),
      ad_planning_identity_status: deleted(rows.statuses),
      ad_planning_purchase_claim: deleted(rows.claims),
      ad_planning_segment_group_customer: deleted(
        rows.segments.group_customers
      ),
      segment_member: deleted(rows.segments.members),
      ad_planning_segment_exclusion: deleted(rows.segments.exclusions),
      ad_planning_segment_history: deleted(rows.segments.history),
      ad_planning_stale_person: deleted(rows.segments.stale),
      ad_planning_person_profile: deleted(rows.scores.profiles),
      ad_planning_rating: deleted(rows.scores.ratings),
      customer_score: deleted(rows.scores.scores),
      ad_planning_score_history: deleted(rows.scores.history),
      sentiment_analysis: deleted(rows.sentiments),
      ad_planning_sync_cursor: anonymised(failures!.cursors),
      ad_planning_backfill_run: anonymised(failures!.runs),
    }
    return Object.fromEntries(
      Object.entries(counts).filter(
        ([, count]) => count.deleted + count.anonymised > 0
      )
    )
  }

  /** On whose devices others may have bought after somebody who is erased. */
  private async visitorsParted(
    erased: ErasedNames,
    context: SqlContext
  ): Promise<string[]> {
    if (!this.service.pathRules.stop_at_previous_purchase) {
      return []
    }
    const rows = await read<{ visitor_id: string }>(
      context,
      erasedPurchaseVisitorsSql(eraseScopeOf(erased))
    )
    return rows.map((row) => row.visitor_id)
  }

  /** What others did on an erased device: their rows, without it. */
  private async recomputeOthers(
    { conversions }: ErasedRows,
    context: SqlContext
  ): Promise<void> {
    const others = conversions.filter((row) => !row.is_theirs)
    if (others.length === 0) {
      return
    }
    const scope = {
      conversion_ids: others.map((row) => row.id),
      order_ids: others.flatMap((row) => row.order_id ?? []),
    }
    await assignPersons(context, scope, this.service.maxPersonsPerVisitor)
    await attribute(context, scope, this.service.pathRules, {
      cause: "identity",
    })
  }
}

function deleted(count: number): RowCounts {
  return { deleted: count, anonymised: 0 }
}

function anonymised(count: number): RowCounts {
  return { deleted: 0, anonymised: count }
}
