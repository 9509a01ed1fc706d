import { adminHeaders } from "../../../helpers/admin-headers"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

const rule = (parts: object) => ({
  field: "orders.count",
  operator: "=",
  value: 1,
  ...parts,
})
const criteria = (...rules: unknown[]) => ({ combinator: "and", rules })

let deep: object = criteria(rule({}))
for (let level = 0; level < 8; level += 1) {
  deep = criteria(deep)
}

/** Rules, and where and why they are refused. */
const REFUSED: [name: string, criteria: unknown, reason: string][] = [
  ["no object", "x", "Field 'criteria': must be a group of rules"],
  [
    "no rule",
    criteria(),
    "Field 'criteria.rules': must have at least one rule",
  ],
  [
    "an unknown field",
    criteria(rule({}), criteria(rule({ field: "person_id; DROP TABLE x" }))),
    "Field 'criteria.rules.1.rules.0.field': is no field: 'person_id; DROP TABLE x'",
  ],
  [
    "__proto__ for a field",
    criteria(rule({ field: "__proto__" })),
    "Field 'criteria.rules.0.field': is no field: '__proto__'",
  ],
  [
    "an operator of another kind",
    criteria(rule({ operator: "contains" })),
    "Field 'criteria.rules.0.operator': must be one of =, !=, <, <=, >, >=, between, in, notIn, null, notNull, got 'contains'",
  ],
  [
    "a text for a number",
    criteria(rule({ value: "1" })),
    "Field 'criteria.rules.0.value': must be a number",
  ],
  [
    "an unknown parameter",
    criteria(rule({ params: { path: "x" } })),
    "Field 'criteria.rules.0.params': has the unknown field 'path'",
  ],
  [
    "a window that is none",
    criteria(rule({ params: { within_days: 3, from: "2026-01-01" } })),
    "Field 'criteria.rules.0.params.within_days': must not be given with from or to",
  ],
  [
    "an unknown key",
    criteria({ ...rule({}), sql: "1=1" }),
    "Field 'criteria.rules.0': has the unknown field 'sql'",
  ],
  [
    "too deep a group",
    deep,
    `Field 'criteria${".rules.0".repeat(8)}': must be at most 8 groups deep`,
  ],
  [
    "more than 100 rules",
    criteria(...Array.from({ length: 101 }, () => rule({}))),
    "Field 'criteria.rules': must be at most 100 rules in all",
  ],
  [
    "a segment that is none",
    criteria({ field: "segment.member", operator: "in", value: ["x"] }),
    "Field 'criteria': segment x was not found",
  ],
]

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    admin = { ...(await adminHeaders(getContainer())) }
  })

  const url = (path: string) => `/admin/ad-planning/segments${path}`
  const answer = async (method: string, path: string, data?: unknown) => {
    const { status, data: body } = await api.request({
      ...admin,
      method,
      url: url(path),
      data,
      validateStatus: () => true,
    })
    return { status, message: body.message }
  }

  describe("bad segments", () => {
    itAll(
      "refuses bad rules, and writes nothing",
      REFUSED,
      async (_name, rules, why) => {
        const refusal = { status: 400, message: `Invalid request: ${why}` }
        const body = { name: "x", criteria: rules }
        expect(await answer("POST", "", body)).toEqual(refusal)
        expect(await answer("POST", "/preview", { criteria: rules })).toEqual(
          refusal
        )
        const { data } = await api.get(url(""), admin)
        expect(data.count).toBe(0)
      }
    )

    it.each([
      ["GET", "/none", undefined],
      ["PUT", "/none", { name: "x" }],
      ["DELETE", "/none", undefined],
      ["POST", "/none/calculate", {}],
      ["POST", "/none/members", { add: ["x"] }],
      ["GET", "/none/members", undefined],
      ["POST", "/none/duplicate", {}],
      ["POST", "/none/sync", { is_on: true }],
      ["GET", "/none/audience?platform=meta", undefined],
    ])("answers 404 to %s %s", async (method, path, data) => {
      expect(await answer(method, path, data)).toEqual({
        status: 404,
        message: "CustomerSegment with id: none was not found",
      })
    })

    it.each([
      ["POST", "", { name: "x" }, "Field 'criteria': must be a group of rules"],
      ["PUT", "/x", {}, "nothing to change"],
      ["POST", "/x/sync", {}, "Field 'is_on': must be true or false"],
      ["POST", "/x/members", {}, "nothing to change"],
      ["POST", "/x/import", {}, "nothing to import"],
      [
        "POST",
        "/templates",
        { template: "x" },
        "Field 'template': is no template: 'x'",
      ],
      [
        "POST",
        "/templates",
        { template: "came_by_campaign" },
        "Field 'ad_campaign_id': is required for the template came_by_campaign",
      ],
      [
        "GET",
        "/overlap?ids=a",
        undefined,
        "Field 'ids': must be at least 2 segments",
      ],
    ])("answers 400 to %s %s %j", async (method, path, data, why) => {
      expect(await answer(method, path, data)).toEqual({
        status: 400,
        message: `Invalid request: ${why}`,
      })
    })
  })
}
