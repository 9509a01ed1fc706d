import {
  readAttributionChoice,
  type AttributionChoice,
} from "../lib/attribution-choice"
import { useUrlValues } from "./use-url-values"

export type AttributionChoiceState = ReturnType<typeof useAttributionChoice>

/** What the attribution page shows: all of it is in the URL, so that it can be sent. */
export function useAttributionChoice() {
  const [params, change] = useUrlValues()
  return {
    ...readAttributionChoice(params),
    set: (key: keyof AttributionChoice, value: string | null) =>
      change({ [key]: value }),
  }
}
