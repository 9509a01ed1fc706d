import { createHash } from "node:crypto"
import type { SegmentCriteria } from "../../../src/modules/ad-planning/types"
import {
  changesWithTime,
  compileCriteria,
  hashedEmail,
  OPERATORS,
  orderOfSegments,
  RFM_GROUPS,
  rfmGroup,
  SEGMENT_FIELDS,
  SEGMENT_TEMPLATES,
  segmentCriteriaSchema,
  selectPeople,
} from "../../../src/modules/ad-planning/utils/segmentation-engine"
import { HOSTILE_TEXTS } from "../../helpers/facts"

const context = {
  as_of: new Date("2026-10-15T12:00:00Z"),
  timezone: "UTC",
  currency: "gbp",
  fx: [{ currency: "gbp", from_date: "", until_date: "9999-12-31", rate: "1" }],
  net_amount: "net_value",
  placed_amount: "conversion_value",
  lookback_hours: 720,
}

const SCORES = [1, 2, 3, 4, 5]
const one = (rule: object): SegmentCriteria =>
  segmentCriteriaSchema.parse({ combinator: "and", rules: [rule] })

describe("rfmGroup", () => {
  it("puts every one of the 125 cells into one group, and uses all 11", () => {
    const groups = SCORES.flatMap((r) =>
      SCORES.flatMap((f) => SCORES.map((m) => rfmGroup(r, f, m)))
    )
    expect(groups).toHaveLength(125)
    expect([...new Set(groups)].toSorted()).toEqual([...RFM_GROUPS].toSorted())
  })

  it.each([
    [0, 1, 1],
    [6, 1, 1],
    [1, 1.5, 1],
  ])("refuses %d, %d, %d", (r, f, m) => {
    expect(() => rfmGroup(r, f, m)).toThrow(RangeError)
  })
})

describe("hashedEmail", () => {
  const sha = (text: string) => createHash("sha256").update(text).digest("hex")

  it.each([
    [" Ann.Lee+shop@GMail.com ", "google", "annlee@gmail.com"],
    [" Ann.Lee+shop@GMail.com ", "meta", "ann.lee+shop@gmail.com"],
    ["A.B+c@Example.com", "google", "a.b+c@example.com"],
    ["a.b@googlemail.com", "google", "ab@googlemail.com"],
  ] as const)("of %s for %s is of %s", (email, platform, normalised) => {
    expect(hashedEmail(email, platform)).toBe(sha(normalised))
  })

  it.each(["", "ann", "@example.com", "ann@", "a b@example.com"])(
    "of %j is none",
    (email) => {
      expect(hashedEmail(email, "meta")).toBeNull()
    }
  )
})

describe("orderOfSegments", () => {
  const segment = (id: string, ...asks: string[]) => ({
    id,
    criteria: asks.length
      ? one({ field: "segment.member", operator: "in", value: asks })
      : one({ field: "orders.count", operator: "=", value: 1 }),
  })

  it("puts each after those that it asks about", () => {
    const ordered = orderOfSegments([
      segment("c", "b", "a"),
      segment("b", "a"),
      segment("a"),
    ])
    expect(ordered.map(({ id }) => id)).toEqual(["a", "b", "c"])
  })

  it("names a circle", () => {
    expect(() =>
      orderOfSegments([segment("a", "b"), segment("b", "a")])
    ).toThrow(new RangeError("a -> b -> a"))
  })
})

describe("compileCriteria", () => {
  it("lets rules over one source and window share one aggregate", () => {
    const rule = (field: string, days: number) => ({
      field,
      operator: ">=",
      value: 1,
      params: { within_days: days },
    })
    const rules = segmentCriteriaSchema.parse({
      combinator: "and",
      rules: [
        rule("orders.count", 90),
        rule("orders.net_revenue", 90),
        rule("orders.average", 90),
        rule("orders.count", 30),
      ],
    })
    expect(compileCriteria(rules, context).ctes).toHaveLength(2)
  })

  // 16 texts x 14 places: whatever is written there is bound, or refused.
  const PLACES: ((text: string) => object)[] = [
    (text) => ({ field: text, operator: "=", value: 1 }),
    (text) => ({ field: "orders.count", operator: text, value: 1 }),
    (text) => ({ field: "person.city", operator: "=", value: text }),
    (text) => ({ field: "person.city", operator: "contains", value: text }),
    (text) => ({ field: "person.city", operator: "in", value: [text] }),
    (text) => ({ field: "person.tags", operator: "notIn", value: [text] }),
    (text) => ({ field: "orders.count", operator: "=", value: text }),
    (text) => ({ field: "orders.last_at", operator: "before", value: text }),
    (text) => ({
      field: "person.metadata",
      operator: "=",
      value: "x",
      params: { path: text },
    }),
    (text) => ({
      field: "events.count",
      operator: "=",
      value: 1,
      params: { event_name: text },
    }),
    (text) => ({
      field: "events.count",
      operator: "=",
      value: 1,
      params: { properties: { [text]: text } },
    }),
    (text) => ({
      field: "lines.orders",
      operator: "=",
      value: 1,
      params: { discount_code: [text] },
    }),
    (text) => ({ field: "segment.member", operator: "in", value: [text] }),
    (text) => ({
      field: "person.random_share",
      operator: "<",
      value: 10,
      params: { seed: text },
    }),
  ]

  it("never takes a hostile text into its SQL", () => {
    let compiled = 0
    for (const place of PLACES) {
      const plain = segmentCriteriaSchema.safeParse({
        combinator: "and",
        rules: [place("plain")],
      })
      for (const text of HOSTILE_TEXTS) {
        const parsed = segmentCriteriaSchema.safeParse({
          combinator: "and",
          rules: [place(text)],
        })
        if (parsed.success && plain.success) {
          const { sql, params } = selectPeople(
            compileCriteria(parsed.data, context)
          )
          expect(sql).toBe(
            selectPeople(compileCriteria(plain.data, context)).sql
          )
          expect(sql.split("?").length - 1).toBe(params.length)
          compiled += 1
        }
      }
    }
    expect(PLACES.length * HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200)
    expect(compiled).toBeGreaterThan(100)
  })

  it("binds as many values as it has places, for every field and operator", () => {
    const samples = {
      text: "x",
      list: "x",
      number: 1,
      date: "2026-01-01",
      boolean: true,
    }
    for (const field of SEGMENT_FIELDS) {
      for (const operator of OPERATORS[field.kind]) {
        const single = samples[field.kind]
        const value = ["in", "notIn"].includes(operator)
          ? [single]
          : operator === "between"
            ? [single, single]
            : ["withinLast", "olderThan"].includes(operator)
              ? 3
              : single
        const params = Object.fromEntries(
          field.required.map((name) => [name, "x"])
        )
        const rules = one({ field: field.name, operator, value, params })
        const statement = selectPeople(compileCriteria(rules, context))
        expect({
          field: field.name,
          operator,
          places: statement.sql.split("?").length - 1,
        }).toEqual({
          field: field.name,
          operator,
          places: statement.params.length,
        })
      }
    }
  })
})

describe("segment templates", () => {
  it("are criteria that the schema takes", () => {
    for (const template of SEGMENT_TEMPLATES) {
      const criteria = template.criteria("camp_1")
      expect(segmentCriteriaSchema.parse(criteria)).toEqual(criteria)
    }
  })

  it("know whether time alone changes them", () => {
    const timed = SEGMENT_TEMPLATES.filter(({ criteria }) =>
      changesWithTime(criteria("x"))
    ).map(({ id }) => id)
    expect(timed).toContain("lapsed")
    expect(timed).not.toContain("one_time_buyers")
  })
})
