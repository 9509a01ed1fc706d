import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { read, type SqlContext } from "./effects/sql-context"
import { AttributionReports } from "./capabilities/attribution"
import { attributionChangesSql } from "./sql/attribution/attribution-changes"
import { campaignResultsSql } from "./sql/reports/campaign-results"
import { campaignSpendSql } from "./sql/reports/campaign-spend"
import { cohortsSql } from "./sql/reports/cohorts"
import { conversionStatsSql } from "./sql/conversions/conversion-stats"
import { conversionTouchesSql } from "./sql/attribution/conversion-touches"
import { firstPurchaseSql } from "./sql/journeys/first-purchase"
import { journeyDropoffSql } from "./sql/journeys/journey-dropoff"
import { journeyFunnelSql } from "./sql/journeys/journey-funnel"
import { journeyPathsSql } from "./sql/journeys/journey-paths"
import { personProfileSql } from "./sql/identity/person-profile"
import { pixelHealthSql } from "./sql/conversions/pixel-health"
import { suggestibleCampaignsSql } from "./sql/campaigns/campaign-candidates"
import { unresolvedValuesSql } from "./sql/attribution/unresolved-values"
import type {
  AttributionChangesRow,
  CampaignResultsRow,
  CampaignSpendRow,
  CohortRow,
  ConversionStatsGroup,
  ConversionStatsRow,
  DropoffRequest,
  DropoffRow,
  FirstPurchaseRequest,
  FirstPurchaseRow,
  FunnelRequest,
  FunnelRow,
  PathsRequest,
  PathsRow,
  PersonProfile,
  PixelHealthRow,
  ReportPeriod,
  ReportRequest,
  UnresolvedValueRow,
} from "./types"
import { withInstants } from "./utils/journeys/with-instants"
import {
  type KnownCampaign,
  type SampledValue,
  withSuggestions,
} from "./utils/attribution/suggest-campaigns"
import { fxPeriods } from "./utils/money/fx-rate"

/**
 * Facts and results of ad planning. The generated methods read and write single
 * rows; every other method is one effect or one question, its SQL in `sql/`.
 * One class per capability, each in its file under `capabilities/`; the reports
 * are here.
 */
class AdPlanningService extends AttributionReports {
  /** What campaigns earned. */
  @InjectManager()
  async campaignResults(
    request: ReportRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignResultsRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    return await read(sharedContext, campaignResultsSql(request, fx))
  }

  /** What first-time buyers of the period have spent since. */
  @InjectManager()
  async cohorts(
    request: ReportRequest,
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CohortRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    return await read(sharedContext, cohortsSql(request, asOf, fx))
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

  /** Conversions of every kind, by one grouping. */
  @InjectManager()
  async conversionStats(
    request: ReportRequest,
    group: ConversionStatsGroup,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ConversionStatsRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    return await read(sharedContext, conversionStatsSql(request, group, fx))
  }

  /** How many of those who begin go on, step by step. */
  @InjectManager()
  async journeyFunnel(
    request: FunnelRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<FunnelRow[]> {
    return await read(sharedContext, journeyFunnelSql(request))
  }

  /** How far those who begin get, and what they do instead of the next step. */
  @InjectManager()
  async journeyDropoff(
    request: DropoffRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<DropoffRow[]> {
    return await read(sharedContext, journeyDropoffSql(request))
  }

  /** What is done after an event, or before it. */
  @InjectManager()
  async journeyPaths(
    request: PathsRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<PathsRow> {
    const [row] = await read<PathsRow>(sharedContext, journeyPathsSql(request))
    return row!
  }

  /** How long it takes until somebody buys for the first time. */
  @InjectManager()
  async firstPurchases(
    request: FirstPurchaseRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<FirstPurchaseRow> {
    const [row] = await read<FirstPurchaseRow>(
      sharedContext,
      firstPurchaseSql(request)
    )
    return row!
  }

  /** What the facts say of one person; of nobody, nothing. */
  @InjectManager()
  async personProfile(
    personId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<PersonProfile> {
    const [row] = await read<PersonProfile>(
      sharedContext,
      personProfileSql(personId, this.lookbackHours)
    )
    return withInstants(row!)
  }

  /** What the storefront's script sent, day by day, beside the orders. */
  @InjectManager()
  async pixelHealth(
    days: ReportPeriod[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<PixelHealthRow[]> {
    return await read(sharedContext, pixelHealthSql(days))
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

  /** The touches of a conversion's buyer in the lookback, oldest first. */
  @InjectManager()
  async listTouchesOfConversion(
    conversionId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ) {
    const rows = await read<{ id: string }>(
      sharedContext,
      conversionTouchesSql(conversionId, this.pathRules)
    )
    return rows.length
      ? await this.listCampaignAttributions(
          { id: rows.map((row) => row.id) },
          {
            order: { started_at: "ASC", session_id: "ASC", touch_key: "ASC" },
            take: null,
          },
          sharedContext
        )
      : []
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

export default AdPlanningService
