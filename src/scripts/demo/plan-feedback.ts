import { DAY_MS } from "./period"
import type { DemoOrder } from "./plan-demo"
import { randomFor, type Random } from "./random"

export const RATINGS = ["one", "two", "three", "four", "five"] as const
export type Rating = (typeof RATINGS)[number]

/** A request after a delivery, and what became of it. */
export interface DemoFeedback {
  invoice: string
  customer: string
  asked_at: Date
  /** Null where nobody answered. */
  answer: { rating: Rating; comment: string | null; at: Date } | null
  /** Somebody of the shop closed a request that may have been answered by three. */
  isUndetermined: boolean
}

/** An answer on 0 to 10, as from a survey by e-mail. */
export interface DemoNpsAnswer {
  invoice: string
  value: number
  comment: string | null
  at: Date
}

const DELIVERY_DAYS = 4
const ASKED_CHANCE = 0.35
const ANSWERED_CHANCE = 0.4
const UNDETERMINED_CHANCE = 0.03
const COMMENT_CHANCE = 0.6
const SURVEY_CHANCE = 0.06

const STARS: [Rating, number][] = [
  ["five", 46],
  ["four", 26],
  ["three", 12],
  ["two", 8],
  ["one", 8],
]

const PRAISE = [
  "Lovely quality, and it arrived earlier than expected.",
  "Great gifts, my customers love them. Will order again!",
  "Beautiful packaging, everything was perfect.",
  "Excellent service as always, thank you.",
]
const MIXED = [
  "Nice products, but the delivery took a week.",
  "Good value. One item was out of stock, though.",
  "All fine, the box was a little damaged.",
]
const COMPLAINTS = [
  "Two mugs arrived broken and nobody answered my e-mail.",
  "Much smaller than in the picture. Very disappointed.",
  "The parcel came ten days late, too late for the market.",
  "Wrong colour, and the return was complicated.",
]

/** Requests to known customers whose order was delivered. SYNTHETIC. */
export function planFeedback(
  orders: readonly DemoOrder[],
  now: Date
): DemoFeedback[] {
  return orders.flatMap((order) => {
    const random = randomFor(`feedback ${order.invoice}`)
    const asked_at = new Date(+order.at + DELIVERY_DAYS * DAY_MS)
    const isAsked = random.chance(ASKED_CHANCE)
    if (!order.customer || !isAsked || asked_at > now) {
      return []
    }
    const answer = answerOf(random, asked_at, now)
    return [
      {
        invoice: order.invoice,
        customer: order.customer,
        asked_at,
        answer,
        isUndetermined: !answer && random.chance(UNDETERMINED_CHANCE),
      },
    ]
  })
}

/** Answers on 0 to 10 of known customers. SYNTHETIC. */
export function planNpsAnswers(
  orders: readonly DemoOrder[],
  now: Date
): DemoNpsAnswer[] {
  return orders.flatMap((order) => {
    const random = randomFor(`nps ${order.invoice}`)
    const at = new Date(+order.at + random.int(5, 12) * DAY_MS)
    if (!order.customer || !random.chance(SURVEY_CHANCE) || at > now) {
      return []
    }
    const stars = RATINGS.indexOf(random.weighted(STARS))
    const value = Math.max(0, Math.min(10, stars * 2 + random.int(1, 2)))
    return [
      {
        invoice: order.invoice,
        value,
        comment: commentOf(random, RATINGS[stars]!),
        at,
      },
    ]
  })
}

function answerOf(
  random: Random,
  askedAt: Date,
  now: Date
): DemoFeedback["answer"] {
  const isAnswered = random.chance(ANSWERED_CHANCE)
  const rating = random.weighted(STARS)
  const at = new Date(+askedAt + (0.1 + 6 * random.float()) * DAY_MS)
  const comment = commentOf(random, rating)
  return isAnswered && at <= now ? { rating, comment, at } : null
}

function commentOf(random: Random, rating: Rating): string | null {
  const texts =
    rating === "five"
      ? PRAISE
      : rating === "four" || rating === "three"
        ? MIXED
        : COMPLAINTS
  return random.chance(COMMENT_CHANCE) ? random.pick(texts) : null
}
