import { AdPlanningBase } from "./base"
import { Aliases } from "./capabilities/aliases"
import { Attribution } from "./capabilities/attribution"
import { Backfills } from "./capabilities/backfills"
import { Campaigns } from "./capabilities/campaigns"
import { Choices } from "./capabilities/choices"
import { Conversions } from "./capabilities/conversions"
import { Erasure } from "./capabilities/erasure"
import { Forecasts } from "./capabilities/forecasts"
import { Goals } from "./capabilities/goals"
import { Identity } from "./capabilities/identity"
import { IdentityCorrections } from "./capabilities/identity-corrections"
import { Journeys } from "./capabilities/journeys"
import { Nps } from "./capabilities/nps"
import { Pixel } from "./capabilities/pixel"
import { Purchases } from "./capabilities/purchases"
import { Reports } from "./capabilities/reports"
import { Resolutions } from "./capabilities/resolutions"
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
  readonly aliases = new Aliases(this)
  readonly attribution = new Attribution(this)
  readonly backfills = new Backfills(this)
  readonly campaigns = new Campaigns(this)
  readonly choices = new Choices(this)
  readonly conversions = new Conversions(this)
  readonly corrections = new IdentityCorrections(this)
  readonly erasure = new Erasure(this)
  readonly forecasts = new Forecasts(this)
  readonly goals = new Goals(this)
  readonly identity = new Identity(this)
  readonly journeys = new Journeys(this)
  readonly nps = new Nps(this)
  readonly pixel = new Pixel(this)
  readonly purchases = new Purchases(this)
  readonly reports = new Reports(this)
  readonly resolutions = new Resolutions(this)
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
