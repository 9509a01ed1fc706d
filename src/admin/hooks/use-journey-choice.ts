import { readJourneyChoice } from "../lib/journey-choice"
import { useUrlValues } from "./use-url-values"

export type JourneyChoiceState = ReturnType<typeof useJourneyChoice>

/** What the journeys page shows: all of it is in the URL, so that it can be sent. */
export function useJourneyChoice() {
  const [params, change] = useUrlValues()
  const choice = readJourneyChoice(params)
  return {
    ...choice,
    set: (
      key:
        "view" | "window" | "breakdown" | "event" | "direction" | "max_steps",
      value: string | null
    ) => change({ [key]: value }),
    setSteps: (steps: readonly string[]) => change({ steps: steps.join(",") }),
  }
}
