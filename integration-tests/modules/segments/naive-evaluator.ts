import { createHash } from "node:crypto"
import type {
  RuleParams,
  SegmentCriteria,
  SegmentRule,
  SegmentRuleGroup,
} from "../../../src/modules/ad-planning/types"

/** Everything about one person that a rule may look at, as plain rows. */
export interface Someone {
  id: string
  country: string | null
  city: string | null
  birth_date: string | null
  tags: string[]
  has_account: boolean
  metadata: Record<string, unknown>
  orders: {
    id: string
    at: Date
    net: number
    placed: number
    canceled: boolean
    channel_group: string | null
  }[]
  lines: {
    order_id: string
    product_id: string
    collection: string | null
    quantity: number
    returned: number
    net: number
    codes: string[]
  }[]
  events: { type: string; at: Date; name: string | null }[]
  scores: { type: string; value: number; expires_at: Date }[]
}

const DAY_MS = 86_400_000

type Value = string | number | boolean | Date | string[] | null

/** Who is selected, decided person by person and rule by rule, without SQL. */
export function whoMatches(
  criteria: SegmentCriteria,
  people: Someone[],
  asOf: Date
): string[] {
  return people
    .filter((one) => meetsGroup(criteria, one, people, asOf))
    .map((one) => one.id)
    .toSorted()
}

function meetsGroup(
  group: SegmentRuleGroup,
  one: Someone,
  people: Someone[],
  asOf: Date
): boolean {
  const answers = group.rules.map((entry) =>
    "rules" in entry
      ? meetsGroup(entry, one, people, asOf)
      : meetsRule(entry, one, people, asOf)
  )
  const met =
    group.combinator === "and" ? answers.every(Boolean) : answers.some(Boolean)
  return group.not ? !met : met
}

function meetsRule(
  rule: SegmentRule,
  one: Someone,
  people: Someone[],
  asOf: Date
): boolean {
  const value = valueOf(rule.field, rule.params ?? {}, one, people, asOf)
  const { operator, value: wanted } = rule
  if (Array.isArray(value)) {
    const has = value.map((entry) => entry.toLowerCase())
    const list = [wanted].flat().map((entry) => String(entry).toLowerCase())
    switch (operator) {
      case "in":
        return list.some((entry) => has.includes(entry))
      case "notIn":
        return !list.some((entry) => has.includes(entry))
      case "contains":
        return has.some((entry) => entry.includes(list[0]!))
      default:
        return (operator === "null") === (has.length === 0)
    }
  }
  if (operator === "null" || operator === "notNull") {
    return (operator === "null") === (value === null)
  }
  if (value === null) {
    return false
  }
  if (value instanceof Date) {
    return meetsDate(value, rule, asOf)
  }
  if (typeof value === "string") {
    return meetsText(value.toLowerCase(), rule)
  }
  if (typeof value === "boolean") {
    return (value === wanted) === (operator === "=")
  }
  const [low, high] = [wanted].flat().map(Number) as [number, number]
  const list = [wanted].flat().map(Number)
  switch (operator) {
    case "=":
      return value === low
    case "!=":
      return value !== low
    case "<":
      return value < low
    case "<=":
      return value <= low
    case ">":
      return value > low
    case ">=":
      return value >= low
    case "between":
      return value >= low && value <= high
    case "in":
      return list.includes(value)
    case "notIn":
      return !list.includes(value)
    default:
      throw new Error(`no such operator of a number: ${operator}`)
  }
}

function meetsText(value: string, { operator, value: wanted }: SegmentRule) {
  const list = [wanted].flat().map((entry) => String(entry).toLowerCase())
  const text = list[0]!
  switch (operator) {
    case "=":
      return value === text
    case "!=":
      return value !== text
    case "in":
      return list.includes(value)
    case "notIn":
      return !list.includes(value)
    case "contains":
      return value.includes(text)
    case "beginsWith":
      return value.startsWith(text)
    case "endsWith":
      return value.endsWith(text)
    default:
      throw new Error(`no such operator of a text: ${operator}`)
  }
}

/** Days begin at midnight UTC in the test. */
function meetsDate(
  value: Date,
  { operator, value: wanted }: SegmentRule,
  asOf: Date
): boolean {
  const start = (day: string) => Date.parse(`${day}T00:00:00Z`)
  const at = value.getTime()
  const [first, last] = [wanted].flat().map(String) as [string, string]
  switch (operator) {
    case "withinLast":
      return at >= asOf.getTime() - Number(wanted) * DAY_MS && at <= +asOf
    case "olderThan":
      return at < asOf.getTime() - Number(wanted) * DAY_MS
    case "before":
      return at < start(first)
    case "after":
      return at >= start(first) + DAY_MS
    case "=":
      return at >= start(first) && at < start(first) + DAY_MS
    case "between":
      return at >= start(first) && at < start(last) + DAY_MS
    default:
      throw new Error(`no such operator of a date: ${operator}`)
  }
}

function isIn(at: Date, params: RuleParams, asOf: Date): boolean {
  const since = params.within_days
    ? asOf.getTime() - params.within_days * DAY_MS
    : params.from
      ? Date.parse(`${params.from}T00:00:00Z`)
      : -Infinity
  const until = params.to
    ? Date.parse(`${params.to}T00:00:00Z`) + DAY_MS
    : Infinity
  return +at >= since && +at < until && +at < +asOf
}

function valueOf(
  field: string,
  params: RuleParams,
  one: Someone,
  people: Someone[],
  asOf: Date
): Value {
  const [source, column] = field.split(".") as [string, string]
  switch (source) {
    case "person":
      return personValue(column, params, one, asOf)
    case "orders":
      return ordersValue(column, params, one, asOf)
    case "lines":
      return linesValue(column, params, one, asOf)
    case "events":
      return eventsValue(column, params, one, asOf)
    case "rfm":
      return rfmValue(column, one, people, asOf)
    default: {
      const score = one.scores.find(({ type }) => `score_${type}` === source)
      const counts =
        score && (params.include_expired || score.expires_at > asOf)
      return counts ? score.value : null
    }
  }
}

function personValue(
  column: string,
  params: RuleParams,
  one: Someone,
  asOf: Date
): Value {
  const path = params.path ?? ""
  const data = Object.hasOwn(one.metadata, path) ? one.metadata[path] : null
  switch (column) {
    case "age":
      return one.birth_date && ageOn(one.birth_date, asOf)
    case "days_until_birthday":
      return one.birth_date && daysToBirthday(one.birth_date, asOf)
    case "metadata":
      return data === null || data === undefined ? null : String(data)
    case "metadata_number":
      return typeof data === "number" ? data : null
    case "random_share": {
      const hash = createHash("md5").update(`${params.seed ?? ""}:${one.id}`)
      return parseInt(hash.digest("hex").slice(0, 8), 16) % 100
    }
    case "tags":
      return one.tags
    case "has_account":
      return one.has_account
    default:
      return column === "city" ? one.city : one.country
  }
}

function birthday(birth: string, year: number): number {
  const [, month, day] = birth.split("-").map(Number) as [
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? +date : Date.UTC(year, month, 0)
}

function ageOn(birth: string, asOf: Date): number {
  const year = asOf.getUTCFullYear()
  const today = Date.UTC(year, asOf.getUTCMonth(), asOf.getUTCDate())
  return (
    year - Number(birth.slice(0, 4)) - (birthday(birth, year) > today ? 1 : 0)
  )
}

function daysToBirthday(birth: string, asOf: Date): number {
  const year = asOf.getUTCFullYear()
  const today = Date.UTC(year, asOf.getUTCMonth(), asOf.getUTCDate())
  const next =
    birthday(birth, year) >= today
      ? birthday(birth, year)
      : birthday(birth, year + 1)
  return (next - today) / DAY_MS
}

const sum = (numbers: number[]) =>
  Math.round(numbers.reduce((total, one) => total + one, 0) * 100) / 100
const first = (dates: Date[]) =>
  dates.length ? new Date(Math.min(...dates.map(Number))) : null
const last = (dates: Date[]) =>
  dates.length ? new Date(Math.max(...dates.map(Number))) : null
const daysSince = (date: Date | null, asOf: Date) =>
  date && Math.floor((+asOf - +date) / DAY_MS)

function ordersValue(
  column: string,
  params: RuleParams,
  one: Someone,
  asOf: Date
): Value {
  const orders = one.orders.filter(
    (order) =>
      !order.canceled &&
      isIn(order.at, params, asOf) &&
      (!params.channel_group ||
        params.channel_group.some((name) => name === order.channel_group))
  )
  const times = orders.map(({ at }) => at)
  const net = sum(orders.map((order) => order.net))
  const placed = sum(orders.map((order) => order.placed))
  switch (column) {
    case "count":
      return orders.length
    case "net_revenue":
      return net
    case "average":
      return orders.length ? net / orders.length : null
    case "first_at":
      return first(times)
    case "last_at":
      return last(times)
    case "days_since_first":
      return daysSince(first(times), asOf)
    case "days_since_last":
      return daysSince(last(times), asOf)
    default:
      return placed ? (placed - net) / placed : null
  }
}

function linesValue(
  column: string,
  params: RuleParams,
  one: Someone,
  asOf: Date
): Value {
  const lines = one.lines.flatMap((line) => {
    const order = one.orders.find(({ id }) => id === line.order_id)!
    const counts =
      !order.canceled &&
      isIn(order.at, params, asOf) &&
      line.quantity > line.returned &&
      (!params.product_id || params.product_id.includes(line.product_id)) &&
      (!params.collection ||
        params.collection.includes(line.collection ?? "")) &&
      (!params.discount_code ||
        params.discount_code.some((code) => line.codes.includes(code))) &&
      (params.discounted === undefined ||
        params.discounted === line.codes.length > 0)
    return counts ? [{ ...line, at: order.at }] : []
  })
  switch (column) {
    case "quantity":
      return sum(lines.map((line) => line.quantity - line.returned))
    case "orders":
      return new Set(lines.map((line) => line.order_id)).size
    case "net_revenue":
      return sum(lines.map((line) => line.net))
    default:
      return last(lines.map((line) => line.at))
  }
}

function eventsValue(
  column: string,
  params: RuleParams,
  one: Someone,
  asOf: Date
): Value {
  const times = one.events
    .filter(
      (event) =>
        isIn(event.at, params, asOf) &&
        (!params.event_type ||
          params.event_type.some((type) => type === event.type)) &&
        (params.event_name === undefined || params.event_name === event.name)
    )
    .map(({ at }) => at)
  switch (column) {
    case "count":
      return times.length
    case "first_at":
      return first(times)
    case "last_at":
      return last(times)
    default:
      return daysSince(last(times), asOf)
  }
}

function rfmValue(
  column: string,
  one: Someone,
  people: Someone[],
  asOf: Date
): Value {
  const buyers = people.flatMap((person) => {
    const orders = person.orders.filter((o) => !o.canceled && o.at < asOf)
    const days = new Set(orders.map((o) => o.at.toISOString().slice(0, 10)))
    return orders.length
      ? [
          {
            id: person.id,
            r: Date.parse([...days].toSorted().at(-1)!),
            f: days.size,
            m: sum(orders.map((o) => o.net)),
          },
        ]
      : []
  })
  const me = buyers.find(({ id }) => id === one.id)
  if (!me) {
    return null
  }
  const key = column as "r" | "f" | "m"
  const below = buyers.filter((other) => other[key] < me[key]).length
  return Math.min(5, 1 + Math.floor((5 * below) / buyers.length))
}
