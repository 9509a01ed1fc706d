import {
  JOURNEY_CHANNELS,
  JOURNEY_EVENT_TYPES,
  JOURNEY_STAGES,
} from "../../../../../../modules/ad-planning/types/enums"
import { useUrlValues } from "../../../../../hooks/use-url-values"

export const FILTERS = {
  event_type: JOURNEY_EVENT_TYPES,
  channel: JOURNEY_CHANNELS,
  stage: JOURNEY_STAGES,
} as const
export type TimelineFilter = keyof typeof FILTERS

export type TimelineFilterState = ReturnType<typeof useTimelineFilters>

/** What of a timeline is shown, and in which order: all of it is in the URL. */
export function useTimelineFilters() {
  const [params, change] = useUrlValues()
  const event_type = params.get("event_type")
  const channel = params.get("channel")
  const stage = params.get("stage")
  const query = {
    // A value that is none of its kind is left out.
    event_type: JOURNEY_EVENT_TYPES.find((value) => value === event_type),
    channel: JOURNEY_CHANNELS.find((value) => value === channel),
    stage: JOURNEY_STAGES.find((value) => value === stage),
    order:
      params.get("order") === "timestamp"
        ? ("timestamp" as const)
        : ("-timestamp" as const),
  }
  return {
    query,
    isFiltered: Boolean(query.event_type ?? query.channel ?? query.stage),
    set: (key: TimelineFilter | "order", value: string | null) =>
      change({ [key]: value }),
    clear: () => change({ event_type: null, channel: null, stage: null }),
  }
}
