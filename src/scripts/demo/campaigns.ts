/** A campaign that never ran: names are natural, the labels are in the data. */
export interface DemoCampaign {
  platform: "meta" | "google"
  /** The platform's own id. */
  externalId: string
  name: string
  objective: string
  /** Its part of the paid visits, relative to the others'. */
  share: number
  /** What it earns per pound, over the whole demo period. */
  roas: number
  /** Pounds a click. */
  costPerClick: number
  /** Switched off 15 days before the last order. */
  isPaused: boolean
  /** Always the same budget: what more would bring cannot be learned. */
  isSteady: boolean
  /** Its links lose their parameters in the last days: the planted anomaly. */
  isUntagged: boolean
  /** Whether another campaign has an equal name, and on which platform. */
  namesake: "same platform" | "other platform" | null
}

type Given = Pick<
  DemoCampaign,
  "name" | "objective" | "share" | "roas" | "costPerClick"
> &
  Partial<DemoCampaign>

function campaign(
  platform: DemoCampaign["platform"],
  externalId: string,
  given: Given
): DemoCampaign {
  return {
    platform,
    externalId,
    isPaused: false,
    isSteady: false,
    isUntagged: false,
    namesake: null,
    ...given,
  }
}

export const DEMO_CAMPAIGNS: readonly DemoCampaign[] = [
  campaign("meta", "120210000000000101", {
    name: "Summer Sale",
    objective: "OUTCOME_SALES",
    share: 12,
    roas: 3.1,
    costPerClick: 2.6,
  }),
  campaign("meta", "120210000000000102", {
    name: "Gift Sets Prospecting",
    objective: "OUTCOME_SALES",
    share: 11,
    roas: 1.4,
    costPerClick: 3.2,
  }),
  campaign("meta", "120210000000000103", {
    name: "Vintage Tableware Lookalike",
    objective: "OUTCOME_SALES",
    share: 9,
    roas: 1.9,
    costPerClick: 2.9,
  }),
  campaign("meta", "120210000000000104", {
    name: "Cart Retargeting",
    objective: "OUTCOME_SALES",
    share: 8,
    roas: 4.6,
    costPerClick: 3.4,
    isSteady: true,
    namesake: "same platform",
  }),
  campaign("meta", "120210000000000105", {
    name: "cart_retargeting",
    objective: "OUTCOME_ENGAGEMENT",
    share: 6,
    roas: 2.2,
    costPerClick: 2.4,
    namesake: "same platform",
  }),
  campaign("meta", "120210000000000106", {
    name: "Advent Calendar",
    objective: "OUTCOME_SALES",
    share: 9,
    roas: 2.6,
    costPerClick: 2.8,
    namesake: "other platform",
  }),
  campaign("meta", "120210000000000107", {
    name: "Wholesale Buyers",
    objective: "OUTCOME_TRAFFIC",
    share: 8,
    roas: 0.9,
    costPerClick: 3.6,
    isPaused: true,
  }),
  campaign("google", "20110000101", {
    name: "Advent Calendar",
    objective: "SEARCH",
    share: 10,
    roas: 2.0,
    costPerClick: 2.3,
    namesake: "other platform",
  }),
  campaign("google", "20110000102", {
    name: "Brand Search UK",
    objective: "SEARCH",
    share: 11,
    roas: 4.2,
    costPerClick: 2.1,
    isSteady: true,
  }),
  campaign("google", "20110000103", {
    name: "Shopping - Home & Garden",
    objective: "SHOPPING",
    share: 10,
    roas: 2.9,
    costPerClick: 2.2,
    isUntagged: true,
  }),
  campaign("google", "20110000104", {
    name: "Generic Gifts",
    objective: "SEARCH",
    share: 7,
    roas: 1.1,
    costPerClick: 4.1,
  }),
  campaign("google", "20110000105", {
    name: "Performance Max",
    objective: "PERFORMANCE_MAX",
    share: 11,
    roas: 1.7,
    costPerClick: 3,
  }),
]

/** One ad set and one ad are enough for "by id". */
export function adSetIdOf({ externalId }: DemoCampaign): string {
  return `${externalId}1`
}

export function adIdOf({ externalId }: DemoCampaign): string {
  return `${externalId}2`
}

/** Whether it may have been clicked at an instant. */
export function isRunning(
  { isPaused }: DemoCampaign,
  at: Date,
  pausedAt: Date
): boolean {
  return !isPaused || at < pausedAt
}
