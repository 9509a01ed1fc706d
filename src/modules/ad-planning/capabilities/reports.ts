import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext } from "../effects/sql-context"
import { campaignResultsSql } from "../sql/reports/campaign-results"
import { campaignSpendSql } from "../sql/reports/campaign-spend"
import { cohortsSql } from "../sql/reports/cohorts"
import { conversionStatsSql } from "../sql/conversions/conversion-stats"
import type {
  CampaignResultsRow,
  CampaignSpendRow,
  CohortRow,
  ConversionStatsGroup,
  ConversionStatsRow,
  ReportRequest,
} from "../types"
import { fxPeriods } from "../utils/money/fx-rate"

/** What a period brought and cost, and whom. */
export class Reports extends Capability {
  /** What campaigns earned. */
  @InjectManager()
  async campaignResults(
    request: ReportRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignResultsRow[]> {
    const fx = fxPeriods(this.options.fx, request.currency)
    return await read(sharedContext, campaignResultsSql(request, fx))
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
}
