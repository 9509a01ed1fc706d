import type { DAL, ConfigModule, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import {
  AdPlanningAiUsage,
  AbExperiment,
  AdPlanningAnomaly,
  AdPlanningAttributionChange,
  AdPlanningBackfillRun,
  AdPlanningBudgetPlan,
  AdPlanningCampaign,
  AdPlanningCampaignAlias,
  AdPlanningCampaignBudget,
  AdPlanningCampaignMerge,
  AdPlanningCampaignMergeRow,
  AdPlanningCampaignMetric,
  AdPlanningCampaignName,
  AdPlanningConversionAdjustment,
  AdPlanningErasure,
  AdPlanningExperimentExposure,
  AdPlanningForecastEvent,
  AdPlanningForecastSeries,
  AdPlanningIdentityLink,
  AdPlanningIdentityStatus,
  AdPlanningNpsSnapshot,
  AdPlanningOrderLine,
  AdPlanningOrderPlacement,
  AdPlanningPacingState,
  AdPlanningPersonProfile,
  AdPlanningPixelCount,
  AdPlanningProduct,
  AdPlanningProductCategory,
  AdPlanningPurchaseClaim,
  AdPlanningRating,
  AdPlanningResponseCurve,
  AdPlanningScoreHistory,
  AdPlanningScoreModel,
  AdPlanningSentimentItem,
  AdPlanningSegmentDay,
  AdPlanningSegmentExclusion,
  AdPlanningSegmentGroupCustomer,
  AdPlanningSegmentHistory,
  AdPlanningSpendHeader,
  AdPlanningSpendImport,
  AdPlanningSpendImportDay,
  AdPlanningStalePerson,
  AdPlanningSuppression,
  AdPlanningSyncCursor,
  BudgetForecast,
  CampaignAttribution,
  Conversion,
  ConversionGoal,
  CustomerJourney,
  CustomerScore,
  SentimentAnalysis,
  CustomerSegment,
  SegmentMember,
} from "./models"
import type { AdPlanningOptions, PathRules } from "./types"
import { maskClickIds } from "./utils/attribution/mask-click-ids"
import { parseOptions } from "./utils/options/parse-options"
import { withStoreHosts } from "./utils/options/with-store-hosts"

const HOURS_PER_DAY = 24

/** What the framework gives a module: not all of it in a module that runs alone. */
type Dependencies = { logger?: Logger; configModule?: ConfigModule } & Record<
  string,
  unknown
>

/** The generated methods of every model, and the plugin's options. */
export class AdPlanningBase extends MedusaService({
  AdPlanningAiUsage,
  AbExperiment,
  AdPlanningAnomaly,
  AdPlanningAttributionChange,
  AdPlanningBackfillRun,
  AdPlanningBudgetPlan,
  AdPlanningCampaign,
  AdPlanningCampaignAlias,
  AdPlanningCampaignBudget,
  AdPlanningCampaignMerge,
  AdPlanningCampaignMergeRow,
  AdPlanningCampaignMetric,
  AdPlanningCampaignName,
  AdPlanningConversionAdjustment,
  AdPlanningErasure,
  AdPlanningExperimentExposure,
  AdPlanningForecastEvent,
  AdPlanningForecastSeries,
  AdPlanningIdentityLink,
  AdPlanningIdentityStatus,
  AdPlanningNpsSnapshot,
  AdPlanningOrderLine,
  AdPlanningOrderPlacement,
  AdPlanningPacingState,
  AdPlanningPersonProfile,
  AdPlanningPixelCount,
  AdPlanningProduct,
  AdPlanningProductCategory,
  AdPlanningPurchaseClaim,
  AdPlanningRating,
  AdPlanningResponseCurve,
  AdPlanningScoreHistory,
  AdPlanningScoreModel,
  AdPlanningSentimentItem,
  AdPlanningSegmentDay,
  AdPlanningSegmentExclusion,
  AdPlanningSegmentGroupCustomer,
  AdPlanningSegmentHistory,
  AdPlanningSpendHeader,
  AdPlanningSpendImport,
  AdPlanningSpendImportDay,
  AdPlanningStalePerson,
  AdPlanningSuppression,
  AdPlanningSyncCursor,
  BudgetForecast,
  CampaignAttribution,
  Conversion,
  ConversionGoal,
  CustomerJourney,
  CustomerScore,
  SentimentAnalysis,
  CustomerSegment,
  SegmentMember,
}) {
  // As they are called: the framework's types know another plural of "alias".
  declare listAdPlanningCampaignAliases: AdPlanningBase["listAdPlanningCampaignAlias"]
  declare listAndCountAdPlanningCampaignAliases: AdPlanningBase["listAndCountAdPlanningCampaignAlias"]

  /** The plugin's validated options; nothing of the framework's is in them. */
  readonly options: AdPlanningOptions
  readonly logger: Logger | undefined
  declare readonly baseRepository_: DAL.RepositoryService

  constructor(dependencies: Dependencies, options: Record<string, unknown>) {
    super(dependencies, options)
    this.logger = dependencies.logger
    this.options = withStoreHosts(
      parseOptions(options),
      "configModule" in dependencies
        ? dependencies.configModule?.projectConfig.http.storeCors
        : undefined
    )
  }

  /** Facts as they may be written, by the option `attribution.click_ids`. */
  storable<Fact>(facts: Fact[]): Fact[] {
    const { attribution, secret } = this.options
    return attribution.click_ids === "mask"
      ? facts.map((fact) => maskClickIds(fact, secret))
      : facts
  }

  get lookbackHours(): number {
    return this.options.attribution.lookback_days * HOURS_PER_DAY
  }

  /** Which touches the path of a conversion has. */
  get pathRules(): PathRules {
    return {
      lookback_hours: this.lookbackHours,
      stop_at_previous_purchase:
        this.options.attribution.stop_at_previous_purchase,
    }
  }

  get maxPersonsPerVisitor(): number {
    return this.options.identity.max_persons_per_visitor
  }
}

/**
 * One capability of the module: its statements as methods. The service makes it and
 * offers it under its word (`service.segments.list()`), so that capabilities stand
 * beside each other and import none of each other; what several need is a function
 * in `effects/`.
 *
 * Medusa's transaction decorators read `baseRepository_`.
 */
export abstract class Capability {
  protected readonly baseRepository_: DAL.RepositoryService

  constructor(protected readonly service: AdPlanningBase) {
    // oxlint-disable-next-line no-underscore-dangle -- the decorators' own name
    this.baseRepository_ = service.baseRepository_
  }

  protected get options(): AdPlanningOptions {
    return this.service.options
  }
}
