import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext } from "../effects/sql-context"
import {
  countAnalysesSql,
  listAnalysesSql,
} from "../sql/sentiment/list-analyses"
import { itemCountsSql } from "../sql/sentiment/note-items"
import { labelPairsSql } from "../sql/sentiment/override-analysis"
import {
  sentimentStatsSql,
  sentimentTermsSql,
} from "../sql/sentiment/sentiment-stats"
import type {
  LabelPair,
  ListedSentiment,
  SentimentFilters,
  SentimentGroup,
  SentimentItemStatus,
  SentimentOrder,
  SentimentStatsRow,
  SentimentTerm,
  SentimentTermRow,
} from "../types"

export interface ItemCount {
  status: SentimentItemStatus
  texts: number
  next_try_at: Date | null
  last_error: string | null
}

/** Questions about what texts say. */
export class SentimentReports extends Capability {
  /** One page of analysed texts, and how many there are. */
  @InjectManager()
  async list(
    filters: SentimentFilters,
    page: {
      order: SentimentOrder
      isDescending: boolean
      limit: number
      offset: number
    },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ rows: ListedSentiment[]; count: number }> {
    const currency = this.options.reporting_currency ?? null
    const rows = await read<ListedSentiment & { total: number }>(
      sharedContext,
      listAnalysesSql(filters, { ...page, currency })
    )
    const [counted] = rows.length
      ? rows
      : await read<{ total: number }>(sharedContext, countAnalysesSql(filters))
    return {
      rows: rows.map(({ total: _total, ...row }) => row),
      count: counted?.total ?? 0,
    }
  }

  /** Counts and sums by one grouping; of all together without one. */
  @InjectManager()
  async stats(
    filters: SentimentFilters,
    group: SentimentGroup | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SentimentStatsRow[]> {
    return await read(sharedContext, sentimentStatsSql(filters, group))
  }

  /** The keywords, names or aspects that come most often. */
  @InjectManager()
  async terms(
    filters: SentimentFilters,
    term: SentimentTerm,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SentimentTermRow[]> {
    return await read(sharedContext, sentimentTermsSql(filters, term, limit))
  }

  /** How often people and analysers say what of the same texts. */
  @InjectManager()
  async labelPairs(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<LabelPair[]> {
    return await read(sharedContext, labelPairsSql())
  }

  /** How many texts have no analysis, and why. */
  @InjectManager()
  async itemCounts(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ItemCount[]> {
    return await read(sharedContext, itemCountsSql())
  }
}
