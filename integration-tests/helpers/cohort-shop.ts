import type { Decimal, PurchaseFact } from "../../src/modules/ad-planning/types"
import type { Random } from "../../src/scripts/demo/random"
import { purchaseFact, touchFact } from "./facts"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const START = Date.parse("2025-01-01T00:00:00Z")
/** The one day of which there is spend: only until its end is it complete. */
export const SPENT_ON = "2025-01-31"
const SPENT_AT = Date.parse(`${SPENT_ON}T00:00:00Z`)

export const CAMPAIGNS = ["Sale", "Video", "Retarget"]

/** One order, in the words of whoever reads it off by hand. */
interface Bought {
  at: number
  value: number
  /** What was taken back of it, and when. */
  taken: { amount: number; at: number } | null
  is_canceled: boolean
  currency: "gbp" | "eur" | "usd"
  website: string
}

/** Somebody who clicked an ad once, a day before the first order, or never. */
export interface Buyer {
  id: string
  campaign: string | null
  bought: Bought[]
}

/** 1 of it in GBP; there is none of USD. */
const RATES: Record<Bought["currency"], Decimal | null> = {
  gbp: "1",
  eur: "0.8",
  usd: null,
}

function anyBought(random: Random, at: number): Bought {
  const value = random.chance(0.05) ? 0 : random.int(1, 20_000) / 100
  const isCanceled = random.chance(0.1)
  const taken = isCanceled
    ? value
    : random.chance(0.2)
      ? Math.floor(value * 50) / 100
      : 0
  return {
    at,
    value,
    taken:
      taken > 0
        ? { amount: taken, at: at + random.int(1, 60) * 7 * HOUR_MS }
        : null,
    is_canceled: isCanceled,
    currency: random.weighted([
      ["gbp", 90],
      ["eur", 8],
      ["usd", 2],
    ]),
    website: random.chance(0.8) ? "site" : "other",
  }
}

/** Buyers of half a year, some of whom come back: on the hour, so that days meet. */
export function anyBuyers(random: Random, count: number): Buyer[] {
  return Array.from({ length: count }, (_none, index) => {
    const first = START + random.int(0, 180 * 24) * HOUR_MS
    const again = Array.from(
      { length: random.chance(0.5) ? random.int(1, 5) : 0 },
      () => first + random.int(1, 420 * 24) * HOUR_MS
    )
    return {
      id: `buyer-${index}`,
      campaign: random.chance(0.75) ? random.pick(CAMPAIGNS) : null,
      bought: [first, ...again].map((at) => anyBought(random, at)),
    }
  })
}

export function touchesOf(buyers: Buyer[]) {
  return buyers.flatMap(({ id, campaign, bought }) =>
    // Shortly before every order, so that whichever is the first has it.
    campaign === null
      ? []
      : bought.map(({ at }, index) =>
          touchFact(`${id}-${index}`, {
            visitor_id: id,
            utm_campaign: campaign,
            started_at: new Date(at - HOUR_MS / 2),
          })
        )
  )
}

export function purchasesOf(buyers: Buyer[]): PurchaseFact[] {
  return buyers.flatMap(({ id, bought }) =>
    bought.map((order, index) => {
      const { at, value, taken, is_canceled, currency, website } = order
      const rate = RATES[currency]
      const part = { tax: "0", shipping: "0" }
      return purchaseFact(`${id}-${index}`, {
        email_hash: id,
        visitor_id: id,
        website_id: website,
        converted_at: new Date(at),
        canceled_at: is_canceled ? new Date(taken?.at ?? at) : null,
        currency,
        order_date: new Date(at).toISOString().slice(0, 10),
        fx: rate === null ? null : { currency: "gbp", rate },
        money: {
          value: { amount: String(value), ...part, discount: "0" },
          net: { amount: (value - (taken?.amount ?? 0)).toFixed(2), ...part },
          adjustments: taken
            ? [
                {
                  source_type: is_canceled ? "cancellation" : "credit_line",
                  source_id: `${id}-${index}`,
                  occurred_at: new Date(taken.at),
                  amount: `${-taken.amount}`,
                  tax_amount: "0",
                  shipping_amount: "0",
                },
              ]
            : [],
        },
      })
    })
  )
}

export interface CohortQuestion {
  from: number
  to: number
  as_of: number
  byRefund: boolean
  website?: string
  spend: Record<string, number>
}

/** Buyer by buyer and day by day, as one would with paper and pencil. */
export function readCohort(
  buyers: Buyer[],
  { from, to, as_of, byRefund, website, spend }: CohortQuestion,
  campaign: string | null | undefined
) {
  const members = buyers.flatMap((buyer) => {
    const [first] = buyer.bought
      .filter(({ is_canceled, value }) => !is_canceled && value > 0)
      .toSorted((a, b) => a.at - b.at)
    const isIn =
      first &&
      first.at >= from &&
      first.at < to &&
      (website === undefined || first.website === website) &&
      (campaign === undefined || buyer.campaign === campaign)
    return isIn ? [{ buyer, first }] : []
  })
  const paid = ({ buyer, first }: (typeof members)[number]) =>
    buyer.bought
      .filter(({ at }) => at >= first.at)
      .flatMap((order) => {
        const { at, value, taken, currency } = order
        const isFirst = order === first
        const lost = taken?.amount ?? 0
        return byRefund
          ? [
              { at, amount: value, currency, isFirst },
              ...(taken
                ? [{ at: taken.at, amount: -lost, currency, isFirst }]
                : []),
            ]
          : [{ at, amount: value - lost, currency, isFirst }]
      })
      .filter(({ at }) => at <= first.at + 365 * DAY_MS && at <= as_of)
  const known = members.filter((member) =>
    paid(member).every(({ currency }) => RATES[currency] !== null)
  )
  const through = (days: number) =>
    known.filter(({ first }) => first.at + days * DAY_MS <= as_of)
  const worth = (
    of: typeof members,
    isMeant: (row: ReturnType<typeof paid>[number], firstAt: number) => boolean
  ) =>
    of
      .flatMap((member) =>
        paid(member).filter((row) => isMeant(row, member.first.at))
      )
      .reduce(
        (sum, { amount, currency }) => sum + amount * Number(RATES[currency]),
        0
      )
  const mean = (sum: number, count: number) =>
    count === 0 ? null : sum / count
  const valueOf = (days: number) =>
    mean(
      worth(through(days), (row, firstAt) => row.at <= firstAt + days * DAY_MS),
      through(days).length
    )
  const cost =
    website === undefined
      ? campaign === undefined
        ? Object.values(spend).reduce((sum, one) => sum + one, 0)
        : (spend[campaign ?? ""] ?? 0)
      : null
  const bought = members.filter(({ first }) => first.at < SPENT_AT + DAY_MS)
  const cac = cost === null ? null : mean(cost, bought.length)
  let payback: number | null = null
  let curve = 0
  for (let day = 0; day <= 365 && payback === null; day++) {
    const here = through(day)
    if (here.length === 0 || here.length < known.length / 5) {
      break
    }
    const onDay = worth(here, ({ at }, firstAt) => {
      const end = firstAt + day * DAY_MS
      return day === 0 ? at === firstAt : at > end - DAY_MS && at <= end
    })
    curve += onDay / here.length
    payback = cac !== null && curve > cac - 1e-9 ? day : null
  }
  const hasCost = Boolean(cac) && known.length > 0
  return {
    new_customers: members.length,
    spend: cost,
    cac,
    first_order_value: mean(
      worth(known, ({ isFirst }) => isFirst),
      known.length
    ),
    value_30: valueOf(30),
    value_90: valueOf(90),
    value_365: valueOf(365),
    buyers_30: through(30).length,
    buyers_90: through(90).length,
    buyers_365: through(365).length,
    payback_days: hasCost ? payback : null,
    is_paid_back: hasCost ? payback !== null : null,
  }
}
