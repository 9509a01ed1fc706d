import type { RuleParams, SegmentSource, SqlStatement } from "../../types"
import {
  acquisitionSource,
  eventsSource,
  lastTouchSource,
  touchesSource,
} from "./behaviour-sources"
import type { CompileContext } from "./compile-context"
import { linesSource, ordersSource } from "./order-sources"
import { scoreSource, segmentSource, sentimentSource } from "./result-sources"
import { rfmSource } from "./rfm-source"

type Build = (params: RuleParams, context: CompileContext) => SqlStatement

const score =
  (type: string): Build =>
  (params, context) =>
    scoreSource(type, params, context)

/** One row per person, by what the facts say of them. */
export const SOURCES: Record<Exclude<SegmentSource, "person">, Build> = {
  orders: ordersSource,
  lines: linesSource,
  events: eventsSource,
  touches: touchesSource,
  acquisition: (_params, context) => acquisitionSource(context),
  last_touch: (_params, context) => lastTouchSource(context),
  rfm: (_params, context) => rfmSource(context),
  score_nps: score("nps"),
  score_engagement: score("engagement"),
  score_clv: score("clv"),
  score_churn_risk: score("churn_risk"),
  sentiment: sentimentSource,
  segment: segmentSource,
}
