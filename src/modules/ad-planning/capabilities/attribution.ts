import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { Capability } from "../base"
import { attributionChangesSql } from "../sql/attribution/attribution-changes"
import { conversionTouchesSql } from "../sql/attribution/conversion-touches"
import { suggestibleCampaignsSql } from "../sql/campaigns/campaign-candidates"
import { unresolvedValuesSql } from "../sql/attribution/unresolved-values"
import type { AttributionChangesRow, UnresolvedValueRow } from "../types"
import {
  type KnownCampaign,
  type SampledValue,
  withSuggestions,
} from "../utils/attribution/suggest-campaigns"
import { attributionCompareSql } from "../sql/attribution/attribution-compare"
import { attributionStatsSql } from "../sql/attribution/attribution-stats"
import { conversionCreditsSql } from "../sql/attribution/conversion-credits"
import type { CreditRequest } from "../sql/fragments/credit-ctes"
import { nearbyTouchesSql } from "../sql/attribution/nearby-touches"
import { trainingTransitionsSql } from "../sql/attribution/training-transitions"
import type {
  AttributionCompareRow,
  AttributionModel,
  AttributionStatsRow,
  ConversionCreditRow,
  NearbyTouchRow,
  ReportRequest,
  StatsGroup,
  TrainedModel,
  TransitionRow,
} from "../types"
import {
  stateEffects,
  trainedModel,
  trainingWindow,
} from "../utils/attribution/training"
import { fxPeriods } from "../utils/money/fx-rate"
import { read, type SqlContext } from "../effects/sql-context"

/** How conversions are shared over the touches of their paths. */
export class Attribution extends Capability {
  /** Touches and what they are credited with under a model. */
  @InjectManager()
  async attributionStats(
    request: ReportRequest,
    group: StatsGroup,
    model: AttributionModel = "last_touch",
    asOf: Date = new Date(),
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<AttributionStatsRow[]> {
    const trained = await this.trainedFor([model], request, asOf, sharedContext)
    const statement = attributionStatsSql({
      ...this.creditRequest(request),
      group,
      models: [model],
      effects: trained ? stateEffects(trained) : [],
    })
    return await read(sharedContext, statement)
  }

  /** What several models credit, side by side. */
  @InjectManager()
  async attributionCompare(
    request: ReportRequest,
    group: StatsGroup,
    models: readonly AttributionModel[],
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ rows: AttributionCompareRow[]; trained: TrainedModel | null }> {
    const trained = await this.trainedFor(models, request, asOf, sharedContext)
    const statement = attributionCompareSql({
      ...this.creditRequest(request),
      group,
      models,
      effects: trained ? stateEffects(trained) : [],
    })
    return { rows: await read(sharedContext, statement), trained }
  }

  /**
   * The data-driven model as it stands at the end of a report. It learns from the
   * purchases of the whole shop, in the reporting currency if there is one: a
   * report's filters change nothing of what a touch is worth.
   */
  @InjectManager()
  async trainedAttribution(
    {
      periods,
      timezone,
      currency,
    }: Pick<ReportRequest, "periods" | "timezone" | "currency">,
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<TrainedModel> {
    const window = trainingWindow(
      periods[0]!.to,
      asOf,
      this.options.attribution.training_days
    )
    const request: ReportRequest = {
      periods: [{ ...window, from_date: "", to_date: "" }],
      timezone,
      currency: this.options.reporting_currency ?? currency,
      revenue_basis: this.options.revenue_basis,
      basis: "order_date",
      filters: {},
      group_by: "none",
    }
    const rows = await read<TransitionRow>(
      sharedContext,
      trainingTransitionsSql(this.creditRequest(request))
    )
    return trainedModel(rows, window)
  }

  /** What every model gives to the touches of one conversion. */
  @InjectManager()
  async conversionCredits(
    conversionId: string,
    trained: TrainedModel,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ConversionCreditRow[]> {
    return await read(
      sharedContext,
      conversionCreditsSql(
        conversionId,
        this.service.pathRules,
        stateEffects(trained)
      )
    )
  }

  /** Touches that a conversion's path has or might have, newest first. */
  @InjectManager()
  async nearbyTouches(
    conversionId: string,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<NearbyTouchRow[]> {
    return await read(sharedContext, nearbyTouchesSql(conversionId, limit))
  }

  private async trainedFor(
    models: readonly AttributionModel[],
    request: ReportRequest,
    asOf: Date,
    context: SqlContext
  ): Promise<TrainedModel | null> {
    return models.includes("data_driven")
      ? await this.trainedAttribution(request, asOf, context)
      : null
  }

  private creditRequest(request: ReportRequest): CreditRequest {
    return {
      request,
      fx: fxPeriods(this.options.fx, request.currency),
      rules: this.service.pathRules,
    }
  }

  /** The touches of a conversion's buyer in the lookback, oldest first. */
  @InjectManager()
  async listTouchesOfConversion(
    conversionId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ) {
    const rows = await read<{ id: string }>(
      sharedContext,
      conversionTouchesSql(conversionId, this.service.pathRules)
    )
    return rows.length
      ? await this.service.listCampaignAttributions(
          { id: rows.map((row) => row.id) },
          {
            order: { started_at: "ASC", session_id: "ASC", touch_key: "ASC" },
            take: null,
          },
          sharedContext
        )
      : []
  }

  /** What moved the figures of a period after a moment. */
  @InjectManager()
  async attributionChanges(
    request: ReportRequest,
    since: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<AttributionChangesRow> {
    const fx = fxPeriods(this.options.fx, request.currency)
    const [row] = await read<AttributionChangesRow>(
      sharedContext,
      attributionChangesSql(request, since.toISOString(), fx)
    )
    return row!
  }

  /**
   * Utm values without a campaign, by the revenue that hangs on them, each with
   * campaigns that it may mean.
   */
  @InjectManager()
  async unresolvedValues(
    request: ReportRequest,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<UnresolvedValueRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    const rows = await read<SampledValue>(
      sharedContext,
      unresolvedValuesSql(request, fx, limit)
    )
    return withSuggestions(
      rows,
      rows.length
        ? await read<KnownCampaign>(sharedContext, suggestibleCampaignsSql())
        : []
    )
  }
}
