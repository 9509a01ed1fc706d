import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { requireCurrency, segmentContext } from "../effects/segment-context"
import { read, type SqlContext, write } from "../effects/sql-context"
import {
  addMembersSql,
  removeMembersSql,
  restoreMembersSql,
} from "../sql/segments/change-members"
import { noteSegmentDaySql } from "../sql/segments/segment-day"
import {
  allSegmentsSql,
  deleteSegmentsSql,
  lockSegmentsSql,
  purgeSegmentsSql,
  replaceCriteriaSql,
  segmentFailedSql,
} from "../sql/segments/segment-rows"
import {
  markStalePersonsSql,
  takeStalePersonsSql,
} from "../sql/segments/stale-persons"
import { syncMembersSql } from "../sql/segments/sync-members"
import { purchaseAmount } from "../sql/fragments/report-ctes"
import type {
  MemberReason,
  MembershipChange,
  SegmentCriteria,
  StoredSegment,
} from "../types"
import { calendarDate } from "../utils/period/period"
import {
  compileCriteria,
  orderOfSegments,
  segmentsIn,
  selectPeople,
  usesScore,
} from "../utils/segmentation-engine"

/** Who is in which segment. */
export class Segments extends Capability {
  /** Every segment, each after those that its rules ask about. */
  @InjectManager()
  async ordered(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<StoredSegment[]> {
    const rows = await read<StoredSegment>(sharedContext, allSegmentsSql())
    return orderOfSegments(rows)
  }

  /**
   * Those that jobs calculate, in order: active ones that update themselves.
   *
   * @param scoreType - only those whose rules use this score
   */
  @InjectManager()
  async toRefresh(
    scoreType?: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<StoredSegment[]> {
    const segments = await this.ordered(sharedContext)
    return segments.filter(
      ({ is_active, auto_update, criteria }) =>
        is_active &&
        auto_update &&
        (scoreType === undefined || usesScore(criteria, scoreType))
    )
  }

  /**
   * Refuses rules that ask about a segment that is none, or that come back to the
   * segment itself.
   *
   * @throws MedusaError invalid_data
   */
  @InjectManager()
  async requireNoCircle(
    id: string | null,
    criteria: SegmentCriteria,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const rows = await read<StoredSegment>(sharedContext, allSegmentsSql())
    const known = new Set(rows.map((row) => row.id))
    const unknown = segmentsIn(criteria).find((other) => !known.has(other))
    if (unknown !== undefined) {
      throw invalid(`segment ${unknown} was not found`)
    }
    const changed = rows.filter((row) => row.id !== id)
    try {
      orderOfSegments([...changed, { id: id ?? "this segment", criteria }])
    } catch (error) {
      throw error instanceof RangeError
        ? invalid(`segments ask about each other: ${error.message}`)
        : error
    }
  }

  /** Who else's rules ask about a segment: ids. */
  @InjectManager()
  async dependents(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<StoredSegment>(sharedContext, allSegmentsSql())
    return rows
      .filter((row) => segmentsIn(row.criteria).includes(id))
      .map((row) => row.id)
  }

  /**
   * Makes the members of a segment the people whom its rules select at a moment.
   *
   * @param personIds - looks at these alone; without them at everybody
   * @throws MedusaError not_found
   */
  @InjectTransactionManager()
  async calculate(
    id: string,
    asOf: Date,
    personIds?: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<MembershipChange> {
    const [segment] = await write<StoredSegment>(
      sharedContext,
      lockSegmentsSql([id])
    )
    if (!segment) {
      throw notFound(id)
    }
    const context = await segmentContext(
      sharedContext,
      this.options,
      asOf,
      personIds
    )
    requireCurrency(segment.criteria, context)
    const [row] = await write<Omit<MembershipChange, "segment_id">>(
      sharedContext,
      syncMembersSql(selectPeople(compileCriteria(segment.criteria, context)), {
        segment_id: id,
        as_of: asOf.toISOString(),
        person_ids: personIds,
        keeps_history: this.options.segments.history,
      })
    )
    if (!personIds) {
      await this.noteDay([id], asOf, sharedContext)
    }
    return { segment_id: id, ...row! }
  }

  /** Notes the size and revenue of segments on the day of a moment. */
  @InjectTransactionManager()
  async noteDay(
    ids: string[],
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const { timezone, revenue_basis } = this.options
    await write(
      sharedContext,
      noteSegmentDaySql(
        ids,
        calendarDate(asOf, timezone),
        purchaseAmount("net", revenue_basis)
      )
    )
  }

  /**
   * Looks again at up to `limit` people whose facts changed, in every active segment
   * that updates itself. All of it or nothing: who is taken is looked at.
   */
  @InjectTransactionManager()
  async refreshStale(
    limit: number,
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ persons: number; changes: MembershipChange[] }> {
    const rows = await write<{ person_id: string }>(
      sharedContext,
      takeStalePersonsSql(limit)
    )
    const personIds = rows.map((row) => row.person_id)
    const changes: MembershipChange[] = []
    if (personIds.length > 0) {
      for (const segment of await this.ordered(sharedContext)) {
        if (segment.is_active && segment.auto_update) {
          changes.push(
            await this.calculate(segment.id, asOf, personIds, sharedContext)
          )
        }
      }
    }
    return { persons: personIds.length, changes }
  }

  /** Notes that people's facts changed: the segments look at them soon. */
  @InjectTransactionManager()
  async markStale(
    personIds: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, markStalePersonsSql(personIds))
  }

  /** People become members by hand or by import; see `addMembersSql`. */
  @InjectTransactionManager()
  async addMembers(
    id: string,
    personIds: string[],
    reason: MemberReason,
    at: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ entered: string[]; unknown: string[]; customer_count: number }> {
    await this.requireLocked(id, sharedContext)
    const [row] = await write<{
      entered: string[]
      unknown: string[]
      customer_count: number
    }>(
      sharedContext,
      addMembersSql(
        {
          segment_id: id,
          person_ids: personIds,
          at: at.toISOString(),
          keeps_history: this.options.segments.history,
        },
        reason
      )
    )
    return row!
  }

  /** People leave by hand, and no rule brings them back. */
  @InjectTransactionManager()
  async removeMembers(
    id: string,
    personIds: string[],
    at: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{
    left: { person_id: string; added_at: string; added_reason: string }[]
    customer_count: number
  }> {
    await this.requireLocked(id, sharedContext)
    const [row] = await write<{
      left: { person_id: string; added_at: string; added_reason: string }[]
      customer_count: number
    }>(
      sharedContext,
      removeMembersSql({
        segment_id: id,
        person_ids: personIds,
        at: at.toISOString(),
        keeps_history: this.options.segments.history,
      })
    )
    return row!
  }

  /** Puts members back as they were before a change. */
  @InjectTransactionManager()
  async restoreMembers(
    id: string,
    gone: string[],
    back: { person_id: string; added_at: string; added_reason?: string }[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, restoreMembersSql(id, gone, back))
  }

  @InjectTransactionManager()
  async replaceCriteria(
    id: string,
    criteria: object,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, replaceCriteriaSql(id, criteria))
  }

  /** Deletes segments with their members, or brings them back. */
  @InjectTransactionManager()
  async setDeleted(
    ids: string[],
    deletedAt: Date | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(
      sharedContext,
      deleteSegmentsSql(ids, deletedAt?.toISOString() ?? null)
    )
  }

  /** Removes for good what was deleted before a moment. */
  @InjectTransactionManager()
  async purge(
    before: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, purgeSegmentsSql(before.toISOString()))
  }

  /** Notes why a segment could not be calculated. */
  @InjectTransactionManager()
  async noteFailure(
    id: string,
    message: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, segmentFailedSql(id, message))
  }

  private async requireLocked(id: string, context: SqlContext): Promise<void> {
    const rows = await write(context, lockSegmentsSql([id]))
    if (rows.length === 0) {
      throw notFound(id)
    }
  }
}

function notFound(id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `CustomerSegment with id: ${id} was not found`
  )
}

function invalid(message: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: Field 'criteria': ${message}`
  )
}
