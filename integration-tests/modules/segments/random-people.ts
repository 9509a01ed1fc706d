import fc from "fast-check"
import type {
  SegmentCriteria,
  SegmentField,
  SegmentRule,
  SegmentRuleGroup,
} from "../../../src/modules/ad-planning/types"
import {
  OPERATORS,
  SEGMENT_FIELDS,
} from "../../../src/modules/ad-planning/utils/segmentation-engine"
import type { Someone } from "./naive-evaluator"

export const AS_OF = new Date("2026-10-15T12:00:00Z")
const DAY_MS = 86_400_000

const COUNTRIES = ["de", "gb", "fr"]
const CITIES = ["Berlin", "berlin west", "Paris", "O'Hara?"]
const TAGS = ["vip", "press", "VIP-2"]
const CODES = ["WELCOME", "SUMMER"]
const CHANNELS = ["Paid Search", "Organic Search", "Email"]
const DAYS = ["2026-09-01", "2026-10-01", "2026-10-10", "2026-10-15"]

// Instants on days and at moments that rules of the test ask about, too.
const instant = fc
  .oneof(
    fc.constantFrom(0, 1, 30, 90).map((days) => +AS_OF - days * DAY_MS),
    fc.constantFrom(...DAYS).map((day) => Date.parse(`${day}T00:00:00Z`)),
    fc
      .integer({ min: 0, max: 120 * 24 })
      .map((hours) => +AS_OF - hours * 3_600_000)
  )
  .map((time) => new Date(time))
const maybe = <Value>(values: fc.Arbitrary<Value>) =>
  fc.option(values, { nil: null, freq: 3 })
const cents = fc.integer({ min: 0, max: 20_000 }).map((value) => value / 100)

const order = fc.record({
  at: instant,
  placed: cents,
  kept: fc.constantFrom(0, 0.5, 1, 1),
  canceled: fc.boolean(),
  channel_group: maybe(fc.constantFrom(...CHANNELS)),
  lines: fc.array(
    fc.record({
      product_id: fc.constantFrom("prod_1", "prod_2"),
      collection: maybe(fc.constantFrom("Summer", "Winter")),
      quantity: fc.integer({ min: 1, max: 3 }),
      returned: fc.integer({ min: 0, max: 1 }),
      net: cents,
      codes: fc.subarray(CODES),
    }),
    { maxLength: 2 }
  ),
})

const person = fc.record({
  country: maybe(fc.constantFrom(...COUNTRIES)),
  city: maybe(fc.constantFrom(...CITIES)),
  birth_date: maybe(
    fc.constantFrom("2000-02-29", "1990-10-15", "1990-10-16", "1985-01-01")
  ),
  tags: fc.subarray(TAGS),
  has_account: fc.boolean(),
  metadata: fc.constantFrom<Record<string, unknown>[]>(
    {},
    { size: "M" },
    { size: 42 },
    { size: 7, "a.b": true }
  ),
  orders: fc.array(order, { maxLength: 4 }),
  events: fc.array(
    fc.record({
      type: fc.constantFrom("page_view", "add_to_cart", "custom"),
      at: instant,
      name: maybe(fc.constantFrom("wishlist", "video")),
    }),
    { maxLength: 4 }
  ),
  scores: fc.uniqueArray(
    fc.record({
      type: fc.constantFrom("nps", "engagement", "clv", "churn_risk"),
      value: fc.integer({ min: 0, max: 100 }),
      expires_at: fc
        .constantFrom(-DAY_MS, 0, DAY_MS)
        .map((shift) => new Date(+AS_OF + shift)),
    }),
    { selector: ({ type }) => type, maxLength: 4 }
  ),
})

/** People with all kinds of facts, and some without any. */
export const population: fc.Arbitrary<Someone[]> = fc
  .array(person, { minLength: 1, maxLength: 12 })
  .map((people) =>
    people.map(({ orders, ...one }, index) => ({
      ...one,
      id: `pers_${index}`,
      orders: orders.map(({ lines: _lines, kept, ...row }, number) => ({
        ...row,
        id: `order_${index}_${number}`,
        net: Math.round(row.placed * kept * 100) / 100,
      })),
      lines: orders.flatMap(({ lines }, number) =>
        lines.map((line) => ({ ...line, order_id: `order_${index}_${number}` }))
      ),
    }))
  )

const CHECKED = SEGMENT_FIELDS.filter(({ source, column, name }) =>
  ["orders", "lines", "events", "rfm"].includes(source)
    ? column !== "group" &&
      !(source === "lines" && column === "days_since_last")
    : source.startsWith("score_")
      ? column === "value"
      : source === "person" &&
        !["person.state", "person.created_at"].includes(name)
)

const texts = fc.constantFrom(
  ...COUNTRIES,
  ...CITIES,
  ...TAGS,
  "M",
  "42",
  "true",
  "%",
  ""
)
const numbers = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 5, 30, 42, 50, 100),
  fc.integer({ min: -1, max: 200 })
)

function valueFor(field: SegmentField, operator: string) {
  const one: fc.Arbitrary<string | number | boolean> =
    field.kind === "number"
      ? numbers
      : field.kind === "date"
        ? fc.constantFrom(...DAYS)
        : field.kind === "boolean"
          ? fc.boolean()
          : texts
  switch (operator) {
    case "null":
    case "notNull":
      return fc.constant(null)
    case "between":
      return fc
        .tuple(one, one)
        .map((pair) =>
          pair.toSorted((a, b) =>
            typeof a === "number"
              ? a - Number(b)
              : String(a).localeCompare(String(b))
          )
        )
    case "in":
    case "notIn":
      return fc.array(one, { minLength: 1, maxLength: 3 })
    case "withinLast":
    case "olderThan":
      return fc.constantFrom(0, 1, 30, 90)
    default:
      return one
  }
}

const window = fc.constantFrom(
  {},
  {},
  { within_days: 30 },
  { from: "2026-10-01" },
  { from: "2026-09-01", to: "2026-10-10" }
)
const narrow: Record<string, fc.Arbitrary<object>> = {
  orders: fc.constantFrom({}, { channel_group: ["Email", "Paid Search"] }),
  lines: fc.constantFrom(
    {},
    { product_id: ["prod_1"] },
    { collection: ["Summer"] },
    { discount_code: ["WELCOME"] },
    { discounted: true },
    { discounted: false }
  ),
  events: fc.constantFrom(
    {},
    { event_type: ["add_to_cart", "custom"] },
    { event_name: "wishlist" }
  ),
}

function paramsFor(field: SegmentField): fc.Arbitrary<object> {
  if (field.params.includes("path")) {
    return fc.constantFrom({ path: "size" }, { path: "a.b" }, { path: "?" })
  }
  if (field.params.includes("seed")) {
    return fc.constantFrom({}, { seed: "spring" })
  }
  if (field.params.includes("include_expired")) {
    return fc.constantFrom({}, { include_expired: true })
  }
  const other = narrow[field.source]
  return other
    ? fc.tuple(window, other).map(([a, b]) => ({ ...a, ...b }))
    : fc.constant({})
}

const rule = fc.constantFrom(...CHECKED).chain((field) =>
  fc.constantFrom(...OPERATORS[field.kind]).chain((operator) =>
    fc
      .tuple(valueFor(field, operator), paramsFor(field))
      .map(([value, params]) => ({
        field: field.name,
        operator,
        value,
        params,
      }))
  )
)

const { group } = fc.letrec<{
  group: SegmentRuleGroup
  entry: SegmentRule | SegmentRuleGroup
}>((tie) => ({
  entry: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    rule as fc.Arbitrary<SegmentRule>,
    tie("group")
  ),
  group: fc.record({
    combinator: fc.constantFrom("and" as const, "or" as const),
    not: fc.boolean(),
    rules: fc.array(tie("entry"), { minLength: 1, maxLength: 3 }),
  }),
}))

export const criteria: fc.Arbitrary<SegmentCriteria> = group.map((root) => ({
  version: 1,
  ...root,
}))
