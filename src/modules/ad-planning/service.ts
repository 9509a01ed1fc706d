import { AdPlanningBase } from "./base"
import { AiUsage } from "./capabilities/ai-usage"
import { Aliases } from "./capabilities/aliases"
import { Attribution } from "./capabilities/attribution"
import { Backfills } from "./capabilities/backfills"
import { Budgets } from "./capabilities/budgets"
import { CampaignEdits } from "./capabilities/campaign-edits"
import { Campaigns } from "./capabilities/campaigns"
import { Choices } from "./capabilities/choices"
import { Conversions } from "./capabilities/conversions"
import { Erasure } from "./capabilities/erasure"
import { ExperimentFigures } from "./capabilities/experiment-figures"
import { Experiments } from "./capabilities/experiments"
import { Forecasts } from "./capabilities/forecasts"
import { Goals } from "./capabilities/goals"
import { Identity } from "./capabilities/identity"
import { IdentityCorrections } from "./capabilities/identity-corrections"
import { Journeys } from "./capabilities/journeys"
import { Nps } from "./capabilities/nps"
import { Pixel } from "./capabilities/pixel"
import { Products } from "./capabilities/products"
import { Purchases } from "./capabilities/purchases"
import { Reports } from "./capabilities/reports"
import { Resolutions } from "./capabilities/resolutions"
import { Sentiment } from "./capabilities/sentiment"
import { SentimentReports } from "./capabilities/sentiment-reports"
import { Spend } from "./capabilities/spend"
import { SpendFiles } from "./capabilities/spend-files"
import { SegmentGroups } from "./capabilities/segment-groups"
import { SegmentReports } from "./capabilities/segment-reports"
import { Segments } from "./capabilities/segments"
import { ScoreModels } from "./capabilities/score-models"
import { Scores } from "./capabilities/scores"
import { Sync } from "./capabilities/sync"
import { Touches } from "./capabilities/touches"

/**
 * Facts and results of ad planning. The generated methods read and write single
 * rows; every method of a capability is one effect or one question, its SQL in
 * `sql/`.
 *
 * Medusa injects a workflow's context into methods of the service itself only: a
 * step that calls a capability whose events or transaction matter passes its
 * `context` last.
 */
class AdPlanningService extends AdPlanningBase {
  readonly aiUsage = new AiUsage(this)
  readonly aliases = new Aliases(this)
  readonly attribution = new Attribution(this)
  readonly backfills = new Backfills(this)
  readonly budgets = new Budgets(this)
  readonly campaignEdits = new CampaignEdits(this)
  readonly campaigns = new Campaigns(this)
  readonly choices = new Choices(this)
  readonly conversions = new Conversions(this)
  readonly corrections = new IdentityCorrections(this)
  readonly erasure = new Erasure(this)
  readonly experimentFigures = new ExperimentFigures(this)
  readonly experiments = new Experiments(this)
  readonly forecasts = new Forecasts(this)
  readonly goals = new Goals(this)
  readonly identity = new Identity(this)
  readonly journeys = new Journeys(this)
  readonly nps = new Nps(this)
  readonly pixel = new Pixel(this)
  readonly products = new Products(this)
  readonly purchases = new Purchases(this)
  readonly reports = new Reports(this)
  readonly resolutions = new Resolutions(this)
  readonly sentiment = new Sentiment(this)
  readonly sentimentReports = new SentimentReports(this)
  readonly spend = new Spend(this)
  readonly spendFiles = new SpendFiles(this)
  readonly segmentGroups = new SegmentGroups(this)
  readonly segmentReports = new SegmentReports(this)
  readonly segments = new Segments(this)
  readonly scoreModels = new ScoreModels(this)
  readonly scores = new Scores(this)
  readonly sync = new Sync(this)
  readonly touches = new Touches(this)

  /** Called by Medusa when no request is at work any more. */
  __hooks = {
    onApplicationPrepareShutdown: async () =>
      await this.pixel.flushPixelCalls(),
  }
}

export default AdPlanningService
