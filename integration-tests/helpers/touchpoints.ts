import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  JourneyEventType,
  JourneyStage,
} from "../../src/modules/ad-planning/types"
import { randomFor } from "../../src/scripts/demo/random"
import { adPlanning } from "./ad-planning"

/** A touchpoint as far as reports of journeys look at it. */
export interface Touchpoint {
  event_type: JourneyEventType
  timestamp: Date
  person_id?: string
  visitor_id?: string
  ad_campaign_id?: string
  website_id?: string
  stage?: JourneyStage
  canceled?: boolean
}

let made = 0

export async function writeTouchpoints(
  container: MedusaContainer,
  touchpoints: Touchpoint[]
): Promise<void> {
  await adPlanning(container).createCustomerJourneys(
    touchpoints.map(({ canceled, ...touchpoint }) => ({
      source_type: "pixel" as const,
      source_id: `made-${(made += 1)}`,
      channel: "web" as const,
      stage: "awareness" as const,
      event_data: canceled ? { canceled } : {},
      ...touchpoint,
    }))
  )
}

const KINDS: JourneyEventType[] = [
  "page_view",
  "add_to_cart",
  "purchase",
  "form_submit",
]
const HALF_HOUR_MS = 1_800_000

/**
 * What 60 visitors do from 3 to 15 October 2026, to the half hour, so that much
 * is the same moment's. Some people have two visitors, some visitors no person;
 * every tenth touchpoint came to nothing. Campaigns are `c1` and `c2`.
 */
export function randomTouchpoints(seed: string, count: number): Touchpoint[] {
  const random = randomFor(seed)
  return Array.from({ length: count }, () => {
    const number = random.int(0, 59)
    return {
      event_type: KINDS[random.int(0, KINDS.length - 1)]!,
      timestamp: new Date(
        Date.parse("2026-10-03T00:00:00Z") +
          random.int(0, 12 * 48) * HALF_HOUR_MS
      ),
      visitor_id: `v${number}`,
      ...(number < 30 ? { person_id: `p${number % 20}` } : {}),
      ...(random.int(0, 2)
        ? { ad_campaign_id: random.int(0, 1) ? "c1" : "c2" }
        : {}),
      website_id: random.int(0, 3) ? "shop" : "blog",
      canceled: random.int(0, 9) === 0,
    }
  })
}

/** What each did that counts; in no order. */
export function subjectsOf(touchpoints: Touchpoint[]): Touchpoint[][] {
  const subjects = new Map<string, Touchpoint[]>()
  for (const touchpoint of touchpoints.filter(({ canceled }) => !canceled)) {
    const subject = touchpoint.person_id ?? touchpoint.visitor_id!
    subjects.set(subject, [...(subjects.get(subject) ?? []), touchpoint])
  }
  return [...subjects.values()]
}
