import {
  InjectManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext } from "../effects/sql-context"
import { adDaysSql } from "../sql/experiments/ad-days"
import { exposureCountsSql } from "../sql/experiments/exposure-counts"
import { metricSumsSql } from "../sql/experiments/metric-sums"
import {
  purchaseCurrenciesSql,
  visitorCountSql,
  visitorTotalsSql,
} from "../sql/experiments/visitor-totals"
import type {
  Experiment,
  ExperimentMetric,
  ExperimentPlan,
  MetricGroup,
  MetricQuestion,
} from "../types"
import type { BreakdownRow, ExperimentResults } from "../types/http/experiments"
import type { AdDay } from "../utils/experiments/ad-comparison"
import type { AnalysisInput } from "../utils/experiments/analyse"
import {
  adComparisons,
  analysisInput,
  cupedChoices,
  type ExposureCountsRow,
  visitorMetrics,
} from "../utils/experiments/analysis-input"
import { breakdownRows } from "../utils/experiments/breakdown"
import { metricQuestion } from "../utils/experiments/metric-question"
import {
  analyse,
  isMoney,
  metricKind,
  rhoSquared,
} from "../utils/statistical-utils"
import type { MetricSums } from "../utils/experiments/metric-sums"
import { isOfAds, metricId } from "../utils/experiments/experiment-problem"
import { fxPeriods } from "../utils/money/fx-rate"

const DAY_MS = 86_400_000
/** Days of a shop before a start that caps and sizes are made from. */
const BASE_DAYS = 90

/** Sums of one variant in one bucket: a day, or a trait. */
export interface SumsRow extends MetricSums {
  variant: string
  bucket: string | null
  /** Orders without a rate into the experiment's currency: they count as nothing. */
  unpriced: number
  cap: number | null
}

export interface VisitorTotals {
  cap: number | null
  converters: number
  sum: number
  sum_squares: number
}

/** What experiments brought: counts and sums, one statement each. */
export class ExperimentFigures extends Capability {
  /** Sums of one metric by variant, and by day or by a trait of visitors. */
  @InjectManager()
  async metricSums(
    experiment: Experiment,
    metric: ExperimentMetric,
    asOf: Date,
    group: MetricGroup = "day",
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SumsRow[]> {
    const question = this.question(experiment, metric, asOf)
    return await read<SumsRow>(
      sharedContext,
      metricSumsSql(question, this.fx(question.currency), group)
    )
  }

  /** Who was exposed, and who of them does not count. */
  @InjectManager()
  async exposureCounts(
    experiment: Experiment,
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ExposureCountsRow[]> {
    const [metric] = experiment.primary_metric
    return await read<ExposureCountsRow>(
      sharedContext,
      exposureCountsSql(this.question(experiment, metric!, asOf))
    )
  }

  /** What campaigns of variants cost and brought, day by day. */
  @InjectManager()
  async adDays(
    experiment: Experiment,
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<AdDay[]> {
    const [metric] = experiment.primary_metric
    return await read<AdDay>(
      sharedContext,
      adDaysSql(
        this.question(experiment, metric!, asOf),
        this.options.revenue_basis
      )
    )
  }

  /**
   * Everything that can be said of an experiment at a moment, and its plan with what
   * that fixed.
   *
   * @throws MedusaError not_allowed before it was started
   */
  @InjectManager()
  async results(
    experiment: Experiment,
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ results: ExperimentResults; plan: ExperimentPlan }> {
    const { plan } = experiment
    if (!plan || !experiment.started_at) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Experiment ${experiment.id} has not been started: it has no results`
      )
    }
    const counts = await this.exposureCounts(experiment, asOf, sharedContext)
    const metrics: AnalysisInput["metrics"] = []
    for (const { metric, role } of visitorMetrics(experiment)) {
      const rows = await this.metricSums(
        experiment,
        metric,
        asOf,
        "day",
        sharedContext
      )
      metrics.push({
        id: metricId(metric),
        metric,
        role,
        cap: rows[0]?.cap ?? null,
        unpriced: rows.reduce((all, row) => all + row.unpriced, 0),
        rows: rows.map(({ bucket, ...row }) => ({
          ...row,
          matured_on: bucket,
        })),
      })
    }
    const cuped = cupedChoices(experiment, metrics)
    const results = analyse(
      analysisInput(experiment, asOf, counts, metrics, cuped)
    )
    const ads = isOfAds(experiment.variants)
      ? adComparisons(
          experiment,
          await this.adDays(experiment, asOf, sharedContext),
          results.alpha
        )
      : []
    return { results: { ...results, ads }, plan: { ...plan, cuped } }
  }

  /**
   * The first primary metric of visitors by a trait, of those who have matured.
   *
   * @throws MedusaError not_allowed before it was started
   */
  @InjectManager()
  async breakdown(
    experiment: Experiment,
    by: Exclude<MetricGroup, "day">,
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<BreakdownRow[]> {
    const [primary] = visitorMetrics(experiment)
    const { plan } = experiment
    if (!plan || !primary) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Experiment ${experiment.id} has no visitors to break down`
      )
    }
    const rows = await this.metricSums(
      experiment,
      primary.metric,
      asOf,
      by,
      sharedContext
    )
    return breakdownRows(
      metricKind(primary.metric.metric),
      rows.map((row) => ({ ...row, bucket: row.bucket ?? "(unknown)" })),
      {
        variants: experiment.variants,
        method: experiment.decision_method,
        alpha: Number((1 - experiment.confidence_level).toFixed(12)),
        rho_squared: plan.rho_squared,
      }
    )
  }

  /**
   * What is frozen at a start: tuning, currency, and caps from the shop's 90 days
   * before.
   *
   * @throws MedusaError invalid_data where an amount has no one currency
   */
  @InjectManager()
  async plan(
    experiment: Experiment,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ExperimentPlan> {
    const metrics = [
      ...experiment.primary_metric,
      ...experiment.guardrail_metrics,
    ].filter(({ metric }) => isMoney(metric))
    const currency = await this.currency(now, sharedContext)
    if (metrics.length > 0 && currency === null) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "Invalid request: amounts need one currency: set the option reporting_currency"
      )
    }
    const alpha = Number((1 - experiment.confidence_level).toFixed(12))
    const plan: ExperimentPlan = {
      rho_squared: rhoSquared(alpha),
      currency,
      revenue_basis: this.options.revenue_basis,
      refund_maturity_days: this.options.experiments.refund_maturity_days,
      caps: {},
    }
    for (const metric of metrics) {
      const totals = await this.totals(metric, currency, now, sharedContext)
      plan.caps[metricId(metric)] = totals.cap
    }
    return plan
  }

  /** What visitors brought by a metric in the 90 days before, and how many there were. */
  @InjectManager()
  async base(
    metric: ExperimentMetric,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    VisitorTotals & { visitors: number; days: number; currency: string | null }
  > {
    const currency = await this.currency(now, sharedContext)
    const from = before(now)
    const [count] = await read<{ visitors: number }>(
      sharedContext,
      visitorCountSql(from.toISOString(), now.toISOString())
    )
    const totals = await this.totals(metric, currency, now, sharedContext)
    return { ...totals, ...count!, days: BASE_DAYS, currency }
  }

  private question(
    experiment: Experiment,
    metric: ExperimentMetric,
    asOf: Date
  ): MetricQuestion {
    return metricQuestion(experiment, metric, {
      asOf,
      timezone: this.options.timezone,
      revenue_basis: this.options.revenue_basis,
    })
  }

  private fx(currency: string | null) {
    return currency === null ? [] : fxPeriods(this.options.fx, currency)
  }

  private async totals(
    metric: ExperimentMetric,
    currency: string | null,
    now: Date,
    context: SqlContext
  ): Promise<VisitorTotals> {
    const [row] = await read<VisitorTotals>(
      context,
      visitorTotalsSql(
        {
          experiment_id: "",
          metric,
          is_money: isMoney(metric.metric),
          ads: null,
          started_at: before(now).toISOString(),
          ended_at: null,
          as_of: now.toISOString(),
          timezone: this.options.timezone,
          window_hours: 0,
          maturity_days: 0,
          currency,
          revenue_basis: this.options.revenue_basis,
          cap: null,
          use_cuped: false,
        },
        this.fx(currency)
      )
    )
    return row!
  }

  /** The option, else the only currency that the shop sold in. */
  private async currency(
    now: Date,
    context: SqlContext
  ): Promise<string | null> {
    if (this.options.reporting_currency) {
      return this.options.reporting_currency
    }
    const rows = await read<{ currency: string }>(
      context,
      purchaseCurrenciesSql(before(now).toISOString(), now.toISOString())
    )
    return rows.length === 1 ? rows[0]!.currency : null
  }
}

const before = (now: Date) => new Date(now.getTime() - BASE_DAYS * DAY_MS)
