import type { PlanObjective } from "../../types"
import { marginalAt, responseAt, type ResponseParameters } from "./response-fit"

/** One campaign that a plan may move money to or from; spend is per day. */
export interface PlannedCampaign {
  id: string
  parameters: ResponseParameters
  order_value: number
  current_spend: number
  /** What may be spent on it, both ends included. */
  least: number
  most: number
}

export interface Allocation {
  id: string
  spend: number
  orders: number
  revenue: number
}

const TURNS = 200

/** A plan whose bounds cannot be kept. */
export class ImpossiblePlan extends Error {}

/**
 * Shares a day's budget so that the objective is greatest: a further unit of spend earns
 * the same wherever it can still go (equal marginal return, found by bisection; curves
 * are concave, so there is no better). `profit` leaves unspent what would not earn itself.
 *
 * @param budget - a ceiling, per day
 * @param margin - profit by revenue, in (0, 1]; for `profit`
 * @throws ImpossiblePlan where the least amounts are more than the budget, or cross
 */
export function planBudget(
  campaigns: readonly PlannedCampaign[],
  budget: number,
  objective: PlanObjective,
  margin = 1
): Allocation[] {
  const least = campaigns.reduce((sum, campaign) => sum + campaign.least, 0)
  const crossing = campaigns.find((each) => each.least > each.most)
  if (crossing) {
    throw new ImpossiblePlan(
      `campaign ${crossing.id} has a minimum above its maximum`
    )
  }
  if (least > budget * (1 + 1e-9)) {
    throw new ImpossiblePlan(
      "the minimums of the campaigns are more than the budget"
    )
  }
  const worth = (campaign: PlannedCampaign) =>
    objective === "conversions" ? 1 : campaign.order_value
  const at = (price: number) =>
    campaigns.map((campaign) => spendAt(campaign, worth(campaign), price))
  const total = (price: number) =>
    at(price).reduce((sum, each) => sum + each, 0)
  // Below this a further unit costs more than it brings.
  const floor = objective === "profit" ? 1 / margin : 0
  let low = floor
  let high = Math.max(
    floor,
    ...campaigns.map(
      (each) =>
        worth(each) * marginalAt(each.parameters, Math.max(each.least, 0))
    )
  )
  if (total(low) > budget) {
    for (let turn = 0; turn < TURNS; turn++) {
      const middle = (low + high) / 2
      if (total(middle) > budget) {
        low = middle
      } else {
        high = middle
      }
    }
    low = high
  }
  const spends = at(low)
  return campaigns.map((campaign, index) => allocate(campaign, spends[index]!))
}

/** What a campaign brings at a daily spend. */
export function allocate(
  { id, parameters, order_value }: PlannedCampaign,
  spend: number
): Allocation {
  const orders = responseAt(parameters, spend)
  return { id, spend, orders, revenue: orders * order_value }
}

/** The spend at which a further unit earns `price`, within the bounds. */
function spendAt(
  { parameters: { most, half }, least, most: ceiling }: PlannedCampaign,
  worth: number,
  price: number
): number {
  const spend =
    price > 0 ? Math.sqrt((worth * most * half) / price) - half : Infinity
  return Math.min(ceiling, Math.max(least, spend))
}
