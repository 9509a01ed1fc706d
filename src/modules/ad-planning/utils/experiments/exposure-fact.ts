import type {
  Experiment,
  ExposureFact,
  ExposureMessage,
  ExposureOutcome,
} from "../../types"
import { isOfAds } from "./experiment-problem"
import { variantOf } from "./bucket"

/** A message may wait in a browser for as long, and not longer. */
export const MAX_EXPOSURE_AGE_MS = 24 * 60 * 60 * 1_000
/** A browser's clock may be ahead by as much. */
const CLOCK_MS = 5 * 60 * 1_000

/**
 * The row that a message makes, or why it makes none. The variant is the hash's: a
 * claim of another marks the visitor.
 *
 * @param experiment - that of the message's key; undefined when there is none
 */
export function exposureFact(
  message: ExposureMessage,
  experiment: Experiment | undefined,
  receivedAt: Date
): { fact: ExposureFact } | { outcome: ExposureOutcome } {
  if (
    !experiment ||
    isOfAds(experiment.variants) ||
    isElsewhere(message, experiment)
  ) {
    return { outcome: "unknown_experiment" }
  }
  const { started_at, ended_at } = experiment
  const at = new Date(message.exposed_at)
  const age = receivedAt.getTime() - at.getTime()
  if (age > MAX_EXPOSURE_AGE_MS || age < -CLOCK_MS) {
    return { outcome: "too_late" }
  }
  if (!started_at || at < started_at || (ended_at && at >= ended_at)) {
    return { outcome: "not_running" }
  }
  const variant = variantOf(experiment, message.visitor_id)
  if (variant === null) {
    return { outcome: "not_included" }
  }
  return {
    fact: {
      experiment_id: experiment.id,
      visitor_id: message.visitor_id,
      variant,
      exposed_at: at.toISOString(),
      conflict_at: message.variant === variant ? null : at.toISOString(),
      website_id: message.website_id,
      device: message.device,
      country_code: message.country_code,
    },
  }
}

function isElsewhere(
  { website_id }: ExposureMessage,
  experiment: Experiment
): boolean {
  return (
    experiment.website_id !== null &&
    website_id !== null &&
    website_id !== experiment.website_id
  )
}
