import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { Capability } from "../base"
import { requireCurrency, segmentContext } from "../effects/segment-context"
import { read, type SqlContext } from "../effects/sql-context"
import { overlapSql } from "../sql/segments/overlap"
import { personsOfSql } from "../sql/segments/persons-of"
import { previewSql } from "../sql/segments/preview"
import { rfmGridSql } from "../sql/segments/rfm-grid"
import { segmentFiguresSql } from "../sql/segments/segment-day"
import { suggestedValuesSql } from "../sql/segments/suggested-values"
import type {
  RfmCell,
  SegmentCriteria,
  SegmentFigures,
  SegmentPreview,
  SuggestedValues,
} from "../types"
import { calendarDate } from "../utils/period/period"
import { compileCriteria, rfmSource } from "../utils/segmentation-engine"

const DAY_MS = 86_400_000
const FORMER_DAYS = 30

/** What can be known of segments, and before one is made. */
export class SegmentReports extends Capability {
  /** Who would be in a segment with these rules. */
  @InjectManager()
  async preview(
    criteria: SegmentCriteria,
    asOf: Date,
    examples: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SegmentPreview> {
    const context = await segmentContext(sharedContext, this.options, asOf)
    requireCurrency(criteria, context)
    const [row] = await read<Omit<SegmentPreview, "share">>(
      sharedContext,
      previewSql(compileCriteria(criteria, context), examples)
    )
    const { population, count } = row!
    return { ...row!, share: population === 0 ? null : count / population }
  }

  /** Size 30 days ago and revenue of segments, by id. */
  @InjectManager()
  async figures(
    ids: string[],
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, SegmentFigures>> {
    const { timezone } = this.options
    const former = new Date(now.getTime() - FORMER_DAYS * DAY_MS)
    const rows = await read<SegmentFigures>(
      sharedContext,
      segmentFiguresSql(
        ids,
        calendarDate(now, timezone),
        calendarDate(former, timezone)
      )
    )
    return new Map(rows.map((row) => [row.segment_id, row]))
  }

  /** How many people each two segments share. */
  @InjectManager()
  async overlap(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ a: string; b: string; shared: number }[]> {
    return await read(sharedContext, overlapSql(ids))
  }

  /** People and revenue by RFM cell, now and 30 days before. */
  @InjectManager()
  async rfmGrid(
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ currency: string | null; cells: RfmCell[] }> {
    const before = new Date(asOf.getTime() - FORMER_DAYS * DAY_MS)
    const now = await segmentContext(sharedContext, this.options, asOf)
    const cells = await read<RfmCell>(
      sharedContext,
      rfmGridSql(rfmSource(now), rfmSource({ ...now, as_of: before }))
    )
    return { currency: now.currency, cells }
  }

  /** Values that a rule may ask for. */
  @InjectManager()
  async suggestValues(
    of: SuggestedValues,
    text: string,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ value: string; label: string }[]> {
    return await read(sharedContext, suggestedValuesSql(of, text, limit))
  }

  /** Whom e-mails, as keyed hashes, and customer ids name. */
  @InjectManager()
  async personsOf(
    emailHashes: string[],
    customerIds: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ person_ids: string[]; matched: number }> {
    const rows = await read<{ person_id: string }>(
      sharedContext,
      personsOfSql(emailHashes, customerIds)
    )
    const person_ids = [...new Set(rows.map((row) => row.person_id))]
    return { person_ids, matched: rows.length }
  }
}
