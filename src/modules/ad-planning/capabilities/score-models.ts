import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext, write } from "../effects/sql-context"
import { writeScores } from "../effects/write-scores"
import type { PurchaseScope } from "../sql/fragments/purchases-until"
import {
  atRiskSql,
  newlyAtRiskSql,
  retireScoreModelsSql,
  saveScoreModelSql,
} from "../sql/scores/at-risk"
import { churnSamplesSql, storeCadenceSql } from "../sql/scores/churn-samples"
import { churnScoresSql } from "../sql/scores/churn-scores"
import { clvScoresSql, scoreQuantilesSql } from "../sql/scores/clv-scores"
import {
  purchaseCurrenciesSql,
  purchaseHistoriesSql,
  spendHistoriesSql,
} from "../sql/scores/purchase-histories"
import type {
  AtRiskRow,
  ChurnRow,
  ChurnScoring,
  ClvScoring,
  HistoryRow,
  ModelType,
  ScoreCounts,
} from "../types"
import { scoreExpiry } from "../utils/scores/score-expiry"

/** Whose scores, as of when, in which currency. */
export type ModelScope = Pick<
  PurchaseScope,
  "person_ids" | "as_of" | "currency"
>

/** Lifetime value and churn risk: what their models are trained on, and the scores. */
export class ScoreModels extends Capability {
  /** The currency of lifetime values; null where there are several and no option. */
  @InjectManager()
  async currency(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string | null> {
    if (this.options.reporting_currency) {
      return this.options.reporting_currency
    }
    const rows = await read<{ currency: string }>(
      sharedContext,
      purchaseCurrenciesSql()
    )
    return rows.length === 1 ? rows[0]!.currency : null
  }

  /** See `purchaseHistoriesSql`. */
  @InjectManager()
  async histories(
    scope: ModelScope,
    thousandths: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<HistoryRow[]> {
    return await read<HistoryRow>(
      sharedContext,
      purchaseHistoriesSql(this.scopeOf(scope), thousandths)
    )
  }

  /** See `spendHistoriesSql`. */
  @InjectManager()
  async spendHistories(
    scope: ModelScope,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ days: number; mean: number }[]> {
    return await read(
      sharedContext,
      spendHistoriesSql(this.scopeOf(scope), limit)
    )
  }

  /** Values below which half and four fifths of lifetime values are. */
  @InjectManager()
  async clvLevels(
    scope: ModelScope,
    scoring: ClvScoring,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ medium: number; high: number } | null> {
    const [medium, high] = await read<{ value: number }>(
      sharedContext,
      scoreQuantilesSql(
        clvScoresSql(this.scopeOf(scope), scoring),
        [0.5, 0.8],
        "lost"
      )
    )
    return medium && high ? { medium: medium.value, high: high.value } : null
  }

  /** Writes lifetime values; see `clvScoresSql`. */
  @InjectTransactionManager()
  async writeClv(
    scope: ModelScope,
    scoring: ClvScoring,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ScoreCounts> {
    return await writeScores(
      sharedContext,
      {
        ...scope,
        type: "clv",
        expires_at: scoreExpiry("clv", scope.as_of),
      },
      clvScoresSql(this.scopeOf(scope), scoring)
    )
  }

  /** Buyers at a cut-off and what they did then; see `churnSamplesSql`. */
  @InjectManager()
  async churnSamples(
    scope: ModelScope,
    horizonDays: number,
    knownAt: Date,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ChurnRow[]> {
    return await read<ChurnRow>(
      sharedContext,
      churnSamplesSql(
        this.scopeOf(scope),
        this.options.engagement,
        horizonDays,
        knownAt,
        limit
      )
    )
  }

  /** Usual days between two purchase days of a person; null where nobody has two. */
  @InjectManager()
  async cadence(
    scope: ModelScope,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number | null> {
    const [row] = await read<{ days: number | null }>(
      sharedContext,
      storeCadenceSql(this.scopeOf(scope))
    )
    return row?.days ?? null
  }

  /** The risk below which three quarters of those are who are not lost. */
  @InjectManager()
  async churnQuartile(
    scope: ModelScope,
    scoring: ChurnScoring,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number | null> {
    const [row] = await read<{ value: number }>(
      sharedContext,
      scoreQuantilesSql(
        churnScoresSql(this.scopeOf(scope), this.options.engagement, scoring),
        [0.75],
        "lost"
      )
    )
    return row?.value ?? null
  }

  /** Writes risks; see `churnScoresSql`. Also says who came over the line by it. */
  @InjectTransactionManager()
  async writeChurn(
    scope: ModelScope,
    scoring: ChurnScoring,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ScoreCounts & { crossed: string[] }> {
    const counts = await writeScores(
      sharedContext,
      {
        ...scope,
        type: "churn_risk",
        expires_at: scoreExpiry("churn_risk", scope.as_of),
      },
      churnScoresSql(this.scopeOf(scope), this.options.engagement, scoring)
    )
    const rows = await write<{ person_id: string }>(
      sharedContext,
      newlyAtRiskSql(scope.as_of)
    )
    return { ...counts, crossed: rows.map((row) => row.person_id) }
  }

  /** Makes a model the current one of its type. */
  @InjectTransactionManager()
  async saveModel(
    type: ModelType,
    trainedAt: Date,
    params: object,
    metrics: object,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, retireScoreModelsSql(type, trainedAt))
    await write(
      sharedContext,
      saveScoreModelSql(
        generateEntityId("", "apmodel"),
        type,
        trainedAt,
        params,
        metrics
      )
    )
  }

  /** One page of customers at risk, their number and what is at stake in all. */
  @InjectManager()
  async atRisk(
    limit: number,
    offset: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{
    rows: AtRiskRow[]
    count: number
    value_at_stake: number | null
  }> {
    const rows = await read<{
      customer: AtRiskRow | null
      count: number
      total_at_stake: number | null
    }>(sharedContext, atRiskSql(limit, offset))
    return {
      rows: rows.flatMap(({ customer }) => (customer ? [customer] : [])),
      count: rows[0]?.count ?? 0,
      value_at_stake: rows[0]?.total_at_stake ?? null,
    }
  }

  private scopeOf(scope: ModelScope): PurchaseScope {
    const { timezone, revenue_basis } = this.options
    return { ...scope, timezone, revenue_basis }
  }
}
