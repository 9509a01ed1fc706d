import type {
  AdPlanningOptions,
  Goal,
  PurchaseFact,
} from "../modules/ad-planning/types"
import { matchGoal } from "../modules/ad-planning/utils/goals/match-goal"
import { orderTouch } from "../modules/ad-planning/utils/attribution-resolver"
import { emailHash } from "../modules/ad-planning/utils/identity/email-hash"
import { isExcluded } from "../modules/ad-planning/utils/identity/exclusion"
import { fxOfDay } from "../modules/ad-planning/utils/money/fx-of-day"
import { orderMoney } from "../modules/ad-planning/utils/conversions/order-money"
import { calendarDate } from "../modules/ad-planning/utils/period/period"
import { cleanId, cleanText } from "../modules/ad-planning/utils/text/normalise"
import { readUtm } from "../modules/ad-planning/utils/attribution/read-signals"
import { orderLines } from "./order-lines"
import type { SourceOrder } from "./read-orders"

/**
 * Whether an order counts by the options: placed (or captured), not a draft and
 * neither a test nor a staff order.
 */
export function countsAsPurchase(
  order: SourceOrder,
  options: AdPlanningOptions
): boolean {
  const isDraft = order.is_draft_order || order.status === "draft"
  const captured = (order.payment_collections ?? []).some(
    (collection) => Number(collection?.captured_amount ?? 0) > 0
  )
  const isPaid = captured || Number(order.original.total) === 0
  return (
    !isDraft &&
    (options.count_when === "placed" || isPaid) &&
    !isExcluded(options.exclude, {
      email: order.email,
      groups: order.customer?.groups ?? [],
    })
  )
}

/**
 * The purchase an order is: one pure mapping for events, reconcile and backfill.
 *
 * @param placedAt - its placement; for a converted draft not its created_at
 * @param goals - those it may meet
 */
export function orderToFacts(
  order: SourceOrder,
  placedAt: Date,
  options: AdPlanningOptions,
  goals: Goal[] = []
): PurchaseFact {
  const metadata = order.metadata ?? {}
  const currency = order.currency_code.toLowerCase()
  const orderDate = calendarDate(placedAt, options.timezone)
  const canceledAt =
    order.status === "canceled" ? (order.canceled_at ?? order.updated_at) : null
  const money = orderMoney({
    id: order.id,
    currency,
    placed_at: placedAt,
    canceled_at: canceledAt,
    current: order,
    original: order.original,
    returns: order.returns,
    changes: order.changes,
    transactions: order.transactions,
  })
  const goal = matchGoal(goals, {
    kind: "conversion",
    conversion_type: "purchase",
    event_name: "purchase",
    pathname: null,
    website_id: cleanText(metadata.website_id),
    seconds: null,
    scroll_percent: null,
    properties: metadata,
    value: money.value.amount,
    currency,
    occurred_at: placedAt,
  })
  return {
    order_id: order.id,
    idempotency_key: `order:${order.id}`,
    goal_id: goal?.id ?? null,
    customer_id: order.customer_id,
    email_hash: emailHash(order.email, options.secret),
    visitor_id: cleanId(metadata.visitor_id),
    session_id: cleanId(metadata.session_id),
    website_id: cleanText(metadata.website_id),
    sales_channel_id: order.sales_channel_id,
    country_code:
      order.shipping_address?.country_code?.toLowerCase() ??
      order.billing_address?.country_code?.toLowerCase() ??
      null,
    converted_at: placedAt,
    canceled_at: canceledAt,
    currency,
    money,
    order_date: orderDate,
    fx: fxOfDay(options, currency, orderDate),
    utm: readUtm(metadata),
    lines: orderLines(order, currency, canceledAt !== null),
    touch: orderTouch(
      { id: order.id, metadata, placed_at: placedAt },
      options.attribution
    ),
  }
}
