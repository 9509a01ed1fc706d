import type { PlanObjective } from "../../types"
import {
  allocate,
  ImpossiblePlan,
  type PlannedCampaign,
  planBudget,
} from "./plan-budget"
import type { FittedCurve } from "./response-curve"
import { marginalAt } from "./response-fit"

/** What a person demands of one campaign; amounts are of the whole period. */
export interface PlanConstraint {
  ad_campaign_id: string
  min?: number
  max?: number
  /** Spends what it spends today. */
  locked?: boolean
  /** At most so much more or less than today. */
  max_change_percent?: number
}

export interface PlanRequest {
  total_budget: number
  days: number
  objective: PlanObjective
  margin?: number
  constraints: readonly PlanConstraint[]
}

export interface PlanLine {
  ad_campaign_id: string
  /** `kept`: no usable curve, it keeps its share; `locked`: as demanded. */
  status: "planned" | "locked" | "kept"
  reason: string | null
  /** Of the whole period. */
  current_spend: number
  planned_spend: number
  change_rate: number | null
  current_orders: number | null
  planned_orders: number | null
  current_revenue: number | null
  planned_revenue: number | null
  /** Revenue of one more unit, before and after. */
  current_marginal_roas: number | null
  planned_marginal_roas: number | null
}

export interface PlanTotals {
  spend: number
  orders: number
  revenue: number
  /** 95 %, of campaigns with a curve. */
  orders_lower: number
  orders_upper: number
  revenue_lower: number
  revenue_upper: number
  profit: number | null
}

export interface BudgetPlan {
  lines: PlanLine[]
  current: PlanTotals
  planned: PlanTotals
  unspent: number
}

type Curve = FittedCurve & { ad_campaign_id: string }

const Z = 1.959963984540054

/**
 * A plan: usable curves share what those without leave over, which keep their share of
 * the budget. Spend stays within half and one and a half of what was seen, and within
 * what is demanded. Not proven incremental: curves are of attributed orders.
 *
 * @throws ImpossiblePlan for demands that cannot be met
 */
export function makePlan(
  curves: readonly Curve[],
  { total_budget, days, objective, margin, constraints }: PlanRequest
): BudgetPlan {
  const daily = total_budget / days
  const current = curves.reduce(
    (sum, { curve }) => sum + curve.current_spend,
    0
  )
  const demand = new Map(constraints.map((each) => [each.ad_campaign_id, each]))
  const fixed = new Map<string, number>()
  for (const { ad_campaign_id, refusal, curve } of curves) {
    if (demand.get(ad_campaign_id)?.locked) {
      fixed.set(ad_campaign_id, curve.current_spend)
    } else if (refusal !== null || !curve.parameters) {
      const share = current > 0 ? (daily * curve.current_spend) / current : 0
      fixed.set(
        ad_campaign_id,
        within(share, demand.get(ad_campaign_id), curve.current_spend, days)
      )
    }
  }
  const left = daily - [...fixed.values()].reduce((sum, each) => sum + each, 0)
  if (left < -1e-9) {
    throw new ImpossiblePlan(
      "locked campaigns and minimums are more than the budget"
    )
  }
  const free = curves.flatMap((each) =>
    fixed.has(each.ad_campaign_id)
      ? []
      : [toPlanned(each, demand.get(each.ad_campaign_id), days)]
  )
  const least = free.reduce((sum, each) => sum + each.least, 0)
  const bounded =
    least <= left
      ? free
      : free.map((each) => ({
          ...each,
          least: demandedLeast(demand.get(each.id), each.current_spend, days),
        }))
  const planned = new Map(
    planBudget(bounded, left, objective, margin).map((each) => [
      each.id,
      each.spend,
    ])
  )
  const lines = curves.map((each) =>
    lineOf(
      each,
      planned.get(each.ad_campaign_id) ?? fixed.get(each.ad_campaign_id)!,
      days,
      demand
    )
  )
  const totals = (spendOf: (line: PlanLine) => number) =>
    totalsOf(curves, lines.map(spendOf), days, margin)
  const plannedTotals = totals((line) => line.planned_spend)
  return {
    lines,
    current: totals((line) => line.current_spend),
    planned: plannedTotals,
    unspent: Math.max(0, total_budget - plannedTotals.spend),
  }
}

function toPlanned(
  { ad_campaign_id, curve }: Curve,
  demand: PlanConstraint | undefined,
  days: number
): PlannedCampaign {
  const change = (demand?.max_change_percent ?? Infinity) / 100
  const now = curve.current_spend
  const least = Math.max(
    curve.least_spend,
    now * (1 - change),
    (demand?.min ?? 0) / days
  )
  const most = Math.min(
    curve.most_spend,
    now * (1 + change),
    (demand?.max ?? Infinity) / days
  )
  return {
    id: ad_campaign_id,
    parameters: curve.parameters!,
    order_value: curve.order_value,
    current_spend: now,
    // What a person demands goes before what was seen.
    least:
      demand?.max === undefined
        ? least
        : Math.min(least, Math.max(most, (demand.min ?? 0) / days)),
    most:
      demand?.min === undefined
        ? most
        : Math.max(
            most,
            Math.min((demand.max ?? Infinity) / days, demand.min / days)
          ),
  }
}

function demandedLeast(
  demand: PlanConstraint | undefined,
  now: number,
  days: number
): number {
  const change = (demand?.max_change_percent ?? 100) / 100
  return Math.max(0, now * (1 - change), (demand?.min ?? 0) / days)
}

function within(
  share: number,
  demand: PlanConstraint | undefined,
  now: number,
  days: number
): number {
  const change = (demand?.max_change_percent ?? Infinity) / 100
  const least = Math.max(0, now * (1 - change), (demand?.min ?? 0) / days)
  const most = Math.min(now * (1 + change), (demand?.max ?? Infinity) / days)
  return Math.min(most, Math.max(least, share))
}

function lineOf(
  { ad_campaign_id, refusal, curve }: Curve,
  spend: number,
  days: number,
  demand: ReadonlyMap<string, PlanConstraint>
): PlanLine {
  const isLocked = demand.get(ad_campaign_id)?.locked === true
  const usable = refusal === null ? curve.parameters : null
  const results = (at: number) =>
    usable &&
    allocate({ ...base(curve, ad_campaign_id), parameters: usable }, at)
  const [before, after] = [results(curve.current_spend), results(spend)]
  const marginal = (at: number) =>
    usable ? marginalAt(usable, at) * curve.order_value : null
  return {
    ad_campaign_id,
    status: isLocked ? "locked" : usable ? "planned" : "kept",
    reason: refusal,
    current_spend: curve.current_spend * days,
    planned_spend: spend * days,
    change_rate:
      curve.current_spend > 0 ? spend / curve.current_spend - 1 : null,
    current_orders: before && before.orders * days,
    planned_orders: after && after.orders * days,
    current_revenue: before && before.revenue * days,
    planned_revenue: after && after.revenue * days,
    current_marginal_roas: marginal(curve.current_spend),
    planned_marginal_roas: marginal(spend),
  }
}

function base(curve: Curve["curve"], id: string) {
  return {
    id,
    order_value: curve.order_value,
    current_spend: curve.current_spend,
    least: curve.least_spend,
    most: curve.most_spend,
  }
}

/**
 * Sums with their interval: the chance of orders themselves (quasi-Poisson), and how well
 * the marginal return is known where spend moves.
 */
function totalsOf(
  curves: readonly Curve[],
  spends: readonly number[],
  days: number,
  margin: number | undefined
): PlanTotals {
  let [orders, revenue, orderVariance, revenueVariance] = [0, 0, 0, 0]
  curves.forEach(({ refusal, curve, ad_campaign_id }, index) => {
    if (refusal !== null || !curve.parameters) {
      return
    }
    const at = spends[index]! / days
    const result = allocate(
      { ...base(curve, ad_campaign_id), parameters: curve.parameters },
      at
    )
    orders += result.orders * days
    revenue += result.revenue * days
    const width =
      (curve.marginal_roas_upper ?? 0) - (curve.marginal_roas_lower ?? 0)
    const moved = ((at - curve.current_spend) * days * width) / (2 * Z)
    const chance = (curve.dispersion ?? 1) * result.orders * days
    const value = curve.order_value || 1
    orderVariance += chance + (moved / value) ** 2
    revenueVariance += chance * value ** 2 + moved ** 2
  })
  const spend = spends.reduce((sum, each) => sum + each, 0)
  const [ordersOff, revenueOff] = [orderVariance, revenueVariance].map(
    (each) => Z * Math.sqrt(each)
  )
  return {
    spend,
    orders,
    revenue,
    orders_lower: Math.max(0, orders - ordersOff!),
    orders_upper: orders + ordersOff!,
    revenue_lower: Math.max(0, revenue - revenueOff!),
    revenue_upper: revenue + revenueOff!,
    profit: margin === undefined ? null : margin * revenue - spend,
  }
}
