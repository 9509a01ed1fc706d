import {
  CONVERSION_TYPES,
  GOAL_TYPES,
} from "../../../../src/modules/ad-planning/types"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { itAll } from "../../../helpers/it-all"
import { readTables, type Tables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

/** A body, and why it is refused: the answer's message. */
type Refusal = [name: string, body: unknown, reason: string]

const HUGE = "a".repeat(10_000)
const NUL = "contains a NUL character"
const HALF = "contains characters that cannot be stored"
const NO_CURRENCY = "must be an ISO 4217 code such as eur"
const oneOf = (values: readonly string[]) =>
  `Invalid option: expected one of ${values.map((value) => `"${value}"`).join("|")}`
const expected = (type: string, received: string) =>
  `Invalid input: expected ${type}, received ${received}`
const tooLong = (max: number) =>
  `Too big: expected string to have <=${max} characters`
const BLANK = "Too small: expected string to have >=1 characters"
const tooBig = (max: number) => `Too big: expected number to be <=${max}`
const tooSmall = (min: string) => `Too small: expected number to be ${min}`

const NO_NUMBER = "must be a number"

const ok = { name: "x", goal_type: "custom_event", currency: "eur" }

/** One field's values, each with its reason, in a body that is fine otherwise. */
const ofField = (
  field: string,
  reasons: [value: unknown, reason: string][]
): Refusal[] =>
  reasons.map(([value, reason]) => [
    `${field} ${JSON.stringify(value)?.slice(0, 60)}`,
    { ...ok, [field]: value },
    `Field '${field}': ${reason}`,
  ])

/** The same of one condition; a reason may be of a part of it. */
const ofCondition = (
  condition: string,
  reasons: [value: unknown, reason: string, part?: string][]
): Refusal[] =>
  reasons.map(([value, reason, part = ""]) => [
    `${condition} ${JSON.stringify(value)?.slice(0, 60)}`,
    { ...ok, conditions: { [condition]: value } },
    `Field 'conditions.${condition}${part}': ${reason}`,
  ])

const flags = ["value_from_event", "is_active", "is_primary"].flatMap((field) =>
  ofField(field, [
    [null, expected("boolean", "null")],
    ["true", expected("boolean", "string")],
    [1, expected("boolean", "number")],
  ])
)

/** What is refused when a goal is made and when it is changed. */
const REFUSED: Refusal[] = [
  ["an unknown field", { ...ok, nope: 1 }, "Unrecognized fields: 'nope'"],
  [
    "a field of the answer",
    { ...ok, counters: {} },
    "Unrecognized fields: 'counters'",
  ],
  [
    "a field named like a built-in",
    '{"name":"x","goal_type":"purchase","__proto__":{"x":1}}',
    "Unrecognized fields: '__proto__'",
  ],
  [
    "another of them",
    { ...ok, constructor: 1 },
    "Unrecognized fields: 'constructor'",
  ],
  ...ofField("name", [
    [null, expected("string", "null")],
    [1, expected("string", "number")],
    [["a"], expected("string", "array")],
    ["", BLANK],
    [" \n\t", BLANK],
    [HUGE, tooLong(255)],
    ["a\0b", NUL],
    ["a\ud800b", HALF],
  ]),
  ...ofField("goal_type", [
    [null, oneOf(GOAL_TYPES)],
    ["hug", oneOf(GOAL_TYPES)],
    ["", oneOf(GOAL_TYPES)],
    ["constructor", oneOf(GOAL_TYPES)],
    [["purchase"], oneOf(GOAL_TYPES)],
  ]),
  ...flags,
  ...ofField("priority", [
    [null, NO_NUMBER],
    ["1", NO_NUMBER],
    [1.5, expected("int", "number")],
    [1001, tooBig(1000)],
    [-1001, tooSmall(">=-1000")],
  ]),
  ...ofField("website_id", [
    [1, expected("string", "number")],
    ["", BLANK],
    [HUGE, tooLong(128)],
    ["\0", NUL],
  ]),
  ...ofField("currency", [
    [1, expected("string", "number")],
    ["", NO_CURRENCY],
    ["euro", NO_CURRENCY],
    ["e'r", NO_CURRENCY],
    ["eu\0", NO_CURRENCY],
  ]),
  ...ofField("default_value", [
    ["1", NO_NUMBER],
    [-0.01, tooSmall(">=0")],
    [1e13, tooBig(1_000_000_000_000)],
    [{ value: "1" }, NO_NUMBER],
  ]),
  [
    "an amount that JSON takes for infinite",
    '{"name":"x","goal_type":"purchase","default_value":1e400,"currency":"eur"}',
    "Field 'default_value': must be a number",
  ],
  [
    "an amount without a currency",
    { ...ok, default_value: 0, currency: null },
    "Field 'currency': is required with default_value",
  ],
  ...["time_on_page", "scroll_depth"].map((goal_type): Refusal => [
    `a primary ${goal_type} goal`,
    { ...ok, goal_type, is_primary: true },
    `Field 'is_primary': must be false for ${goal_type}: engagement milestones are not conversions`,
  ]),
  ...ofField("conditions", [
    [null, expected("object", "null")],
    ["{}", expected("object", "string")],
    [[], expected("object", "array")],
  ]),
  [
    "an unknown condition",
    { ...ok, conditions: { event: "x" } },
    "Unrecognized fields: 'event'",
  ],
  [
    "a condition named like a built-in",
    '{"name":"x","goal_type":"purchase","conditions":{"__proto__":{"x":1}}}',
    "Unrecognized fields: '__proto__'",
  ],
  ...ofCondition("event_name", [
    [null, expected("string", "null")],
    [["a"], expected("string", "array")],
    ["", BLANK],
    [HUGE, tooLong(255)],
    ["a\0", NUL],
  ]),
  ...ofCondition("pathname_pattern", [
    [1, expected("string", "number")],
    ["", "must begin with / or *"],
    ["thanks", "must begin with / or *"],
    ["https://x.example/", "must begin with / or *"],
    ["/a?b=*", "must not have a query string or a fragment"],
    ["/a#b", "must not have a query string or a fragment"],
    [`/${"*".repeat(512)}`, tooLong(512)],
    ["/\0", NUL],
  ]),
  ...ofCondition("min_seconds", [
    [0, tooSmall(">0")],
    [-1, tooSmall(">0")],
    [86_401, tooBig(86_400)],
    ["30", NO_NUMBER],
    [null, NO_NUMBER],
  ]),
  ...ofCondition("min_scroll_percent", [
    [0, tooSmall(">0")],
    [100.01, tooBig(100)],
    ["50", NO_NUMBER],
  ]),
  ...ofCondition("properties", [
    [null, expected("record", "null")],
    ["a", expected("record", "string")],
    [["a"], expected("record", "array")],
    [{ "": "x" }, "Invalid key in record", "."],
    [{ ["a".repeat(129)]: 1 }, "Invalid key in record", `.${"a".repeat(129)}`],
    [{ a: null }, expected("string", "null"), ".a"],
    [{ a: { b: 1 } }, expected("string", "object"), ".a"],
    [{ a: "x".repeat(513) }, tooLong(512), ".a"],
    [{ a: [] }, "Too small: expected array to have >=1 items", ".a"],
    [
      { a: Array(21).fill("x") },
      "Too big: expected array to have <=20 items",
      ".a",
    ],
    [{ a: ["x", null] }, expected("string", "null"), ".a.1"],
    [
      Object.fromEntries([...Array(21).keys()].map((key) => [`p${key}`, 1])),
      "must be at most 20",
    ],
    [{ a: "\0" }, NUL, ".a"],
    [{ "\0": "a" }, "must not have a name that cannot be stored"],
    [{ "a\ud800": "a" }, "must not have a name that cannot be stored"],
  ]),
  [
    "a property that JSON can have and nobody can ask for",
    '{"name":"x","goal_type":"purchase","conditions":{"properties":{"__proto__":"x"}}}',
    "Field 'conditions.properties': must not have the name __proto__",
  ],
]

const REFUSED_CREATES: Refusal[] = [
  [
    "an empty object",
    {},
    `Field 'name': ${expected("string", "undefined")}; Field 'goal_type': ${oneOf(GOAL_TYPES)}`,
  ],
  [
    "no name",
    { goal_type: "purchase" },
    `Field 'name': ${expected("string", "undefined")}`,
  ],
  ["no type", { name: "x" }, `Field 'goal_type': ${oneOf(GOAL_TYPES)}`],
  [
    "an amount and no word of a currency",
    { name: "x", goal_type: "purchase", default_value: 1 },
    "Field 'currency': is required with default_value",
  ],
]

// Of the goal in the test: worth 5 eur, scroll_depth, not primary.
const REFUSED_CHANGES: Refusal[] = [
  ["nothing", {}, "nothing to change"],
  [
    "to a primary goal",
    { is_primary: true },
    "Field 'is_primary': must be false for scroll_depth: engagement milestones are not conversions",
  ],
  [
    "to no currency for its amount",
    { currency: null },
    "Field 'currency': is required with default_value",
  ],
]

const ofEvent = (
  field: string,
  reasons: [value: unknown, reason: string][]
): Refusal[] =>
  reasons.map(([value, reason]) => [
    `${field} ${JSON.stringify(value)?.slice(0, 60)}`,
    { event: { [field]: value } },
    `Field 'event.${field}': ${reason}`,
  ])

const NO_INSTANT = "must be an ISO 8601 instant with an offset"
const NO_METADATA = "must be at most 8192 characters of JSON and 5 levels deep"
// As deep as a body can be that Medusa reads.
const LEVELS = 15_000
const DEEP = `${'{"a":'.repeat(LEVELS)}1${"}".repeat(LEVELS)}`

const REFUSED_TRIALS: Refusal[] = [
  ["no event", {}, `Field 'event': ${expected("object", "undefined")}`],
  [
    "an event that is none",
    { event: "x" },
    `Field 'event': ${expected("object", "string")}`,
  ],
  ["an unknown field", { event: {}, x: 1 }, "Unrecognized fields: 'x'"],
  [
    "an unknown field of the event",
    { event: { visitor_id: "v" } },
    "Unrecognized fields: 'visitor_id'",
  ],
  [
    "two kinds at once",
    { event: { event_type: "pageview", conversion_type: "purchase" } },
    "Field 'event.conversion_type': must not be given with event_type",
  ],
  ...ofEvent("event_type", [["click", oneOf(["pageview", "custom_event"])]]),
  ...ofEvent("conversion_type", [["hug", oneOf(CONVERSION_TYPES)]]),
  ...ofEvent("event_name", [
    ["", BLANK],
    [HUGE, tooLong(255)],
    ["\0", NUL],
    [null, expected("string", "null")],
  ]),
  ...ofEvent("pathname", [
    [HUGE, tooLong(4_096)],
    [1, expected("string", "number")],
  ]),
  ...ofEvent("website_id", [[HUGE, tooLong(128)]]),
  ...ofEvent("seconds", [
    [-1, tooSmall(">=0")],
    ["1", NO_NUMBER],
    [86_401, tooBig(86_400)],
  ]),
  ...ofEvent("scroll_percent", [
    [101, tooBig(100)],
    [-1, tooSmall(">=0")],
  ]),
  ...ofEvent("value", [
    [-1, tooSmall(">=0")],
    ["9", NO_NUMBER],
  ]),
  ...ofEvent("currency", [["euro", NO_CURRENCY]]),
  ...ofEvent("occurred_at", [
    ["yesterday", NO_INSTANT],
    ["2026-01-01", NO_INSTANT],
    ["2026-01-01T00:00:00", NO_INSTANT],
    [1, NO_INSTANT],
    ["+275760-09-13T00:00:00Z", NO_INSTANT],
  ]),
  ...ofEvent("metadata", [
    ["x", expected("record", "string")],
    [{ a: HUGE }, NO_METADATA],
  ]),
  [
    "metadata that is deep",
    `{"event":{"metadata":${DEEP}}}`,
    `Field 'event.metadata': ${NO_METADATA}`,
  ],
]

const NO_IDS = [
  "unknown",
  "constructor",
  "__proto__",
  "%",
  "?",
  "\\?",
  "'; DROP TABLE conversion_goal; --",
  "\0",
  "😀",
  HUGE,
]

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let before: Tables
  let id: string

  beforeAll(async () => {
    const container = getContainer()
    admin = await adminHeaders(container)
    const [made] = await adPlanning(container).goals.createGoals([
      {
        name: "There",
        goal_type: "scroll_depth",
        default_value: "5",
        currency: "eur",
      },
    ])
    id = made!
    before = await readTables(container)
  })

  afterEach(async () => {
    expect(await readTables(getContainer())).toEqual(before)
  })

  const send = (method: string, path: string, body: unknown) =>
    api.request({
      ...admin,
      method,
      url: `/admin/ad-planning/goals${path}`,
      data: typeof body === "string" ? body : JSON.stringify(body),
      headers: { ...admin.headers, "content-type": "application/json" },
      // axios would write a text as JSON once more.
      transformRequest: [(text: string) => text],
    })

  const refuses = (method: string, path: () => string) =>
    async function check(_name: string, body: unknown, reason: string) {
      const { status, data } = await send(method, path(), body)
      expect({ status, data }).toEqual({
        status: 400,
        data: { type: "invalid_data", message: `Invalid request: ${reason}` },
      })
    }

  describe("POST /goals", () => {
    itAll(
      "refuses what is wrong",
      [...REFUSED, ...REFUSED_CREATES],
      refuses("POST", () => "")
    )
  })

  describe.each(["POST", "PUT"])("%s /goals/:id", (method) => {
    itAll(
      "refuses what is wrong",
      [...REFUSED, ...REFUSED_CHANGES],
      refuses(method, () => `/${id}`)
    )
  })

  describe("POST /goals/:id/test", () => {
    itAll(
      "refuses what is wrong",
      REFUSED_TRIALS,
      refuses("POST", () => `/${id}/test`)
    )
  })

  itAll(
    "finds no goal of an id that is none",
    NO_IDS.map((unknown): [string] => [unknown]),
    async (unknown) => {
      const path = `/${encodeURIComponent(unknown)}`
      const answers = [
        await api.get(`/admin/ad-planning/goals${path}`, admin),
        await send("POST", path, { name: "x" }),
        await send("PUT", path, { name: "x" }),
        await send("POST", `${path}/test`, { event: {} }),
        await api.delete(`/admin/ad-planning/goals${path}`, admin),
      ]
      expect(answers.map(({ status, data }) => [status, data])).toEqual(
        answers.map(() => [
          404,
          {
            type: "not_found",
            message: `ConversionGoal with id: ${unknown} was not found`,
          },
        ])
      )
    }
  )

  itAll(
    "takes no broken body and no request without a login",
    [
      ["POST", ""],
      ["POST", "/id"],
      ["PUT", "/id"],
      ["POST", "/id/test"],
    ] as const,
    async (method, path) => {
      const at = path.replace("id", id)
      const broken = await send(method, at, "{")
      expect([broken.status, broken.data.type]).toEqual([400, "invalid_data"])
      const list = await send(method, at, "[]")
      expect([list.status, list.data.message]).toEqual([
        400,
        "Invalid request: Invalid input: expected object, received array",
      ])
      const huge = await send(method, at, { name: "a".repeat(200 * 1024) })
      expect(huge.status).toBe(413)
      const stranger = await api.request({
        method,
        url: `/admin/ad-planning/goals${at}`,
        data: { ...ok, event: {} },
        validateStatus: () => true,
      })
      expect([stranger.status, stranger.data]).toEqual([
        401,
        { message: "Unauthorized" },
      ])
    }
  )

  it("knows no other action of a goal than to try it", async () => {
    const { status, data } = await send("POST", `/${id}/tests`, { event: {} })
    expect({ status, data }).toEqual({
      status: 404,
      data: { type: "not_found", message: "Goals have no action tests" },
    })
  })

  it("deletes nothing without a login", async () => {
    const { status } = await api.delete(`/admin/ad-planning/goals/${id}`, {
      validateStatus: () => true,
    })
    expect(status).toBe(401)
  })
}
