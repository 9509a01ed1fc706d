import { ATTRIBUTION_FIELDS } from "../../../../src/api/admin/ad-planning/attribution/query-config"
import { CAMPAIGN_FIELDS } from "../../../../src/api/admin/ad-planning/campaigns/query-config"
import { CONVERSION_FIELDS } from "../../../../src/api/admin/ad-planning/conversions/query-config"
import { GOAL_FIELDS } from "../../../../src/api/admin/ad-planning/goals/query-config"
import { IDENTITY_FIELDS } from "../../../../src/api/admin/ad-planning/identities/query-config"
import {
  ATTRIBUTION_MODELS,
  CHANNEL_GROUPS,
  GOAL_TYPES,
} from "../../../../src/modules/ad-planning/types"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { campaignFact, HOSTILE_TEXTS, touchFact } from "../../../helpers/facts"
import { countRows } from "../../../helpers/tables"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

/** Queries about one thing, and why each is refused: the answer's message. */
type Refusal = [about: string, reasons: Record<string, string>]

const HUGE = "a".repeat(10_000)
const DROP = encodeURIComponent("'; DROP TABLE conversion; --")
const NUL = "contains a NUL character"
const NO_DATE = "must be an ISO 8601 date or instant"
const NO_FLAG = "must be true or false"
const NO_PLATFORM =
  'Invalid option: expected one of "meta"|"google"|"generic"|"direct"'
const NO_CHANNEL = `Invalid option: expected one of ${CHANNEL_GROUPS.map((group) => `"${group}"`).join("|")}`
const NO_TEXT = "Invalid input: expected string, received object"
const tooLong = (max: number) =>
  `Too big: expected string to have <=${max} characters`
const BLANK = "Too small: expected string to have >=1 characters"

/** Of one field, the reasons by what follows its name in the query. */
const RANGES = ["started_at", "converted_at", "net_value", "timestamp"]

const ofField = (field: string, reasons: Record<string, string>): Refusal => [
  field,
  Object.fromEntries(
    Object.entries(reasons).map(([value, reason]) => {
      // What takes operators says which one is wrong.
      const operator =
        RANGES.includes(field) && /^\[(\$(?:gte?|lte?))\]/.exec(value)
      const path = operator ? `${field}.${operator[1]}` : field
      return [`${field}${value}`, `Field '${path}': ${reason}`]
    })
  ),
]

/** What every list refuses. */
const refusedByLists = (columns: readonly string[]): Refusal[] => {
  const noColumn = `must be one of: ${columns.join(", ")}`
  return [
    ofField("limit", {
      "=100000": "Too big: expected number to be <=200",
      "=-1": "Too small: expected number to be >=0",
      "=abc": "must be a number",
      "=1.5": "Invalid input: expected int, received number",
      "=": "must be a number",
      "=0x10": "must be a number",
      "=1e2": "must be a number",
      "=1&limit=2": "must be a number",
      "[a]=1": "must be a number",
    }),
    ofField("offset", {
      "=-5": "Too small: expected number to be >=0",
      "=99999999999": "Too big: expected number to be <=10000000",
    }),
    ofField("order", {
      "=nope": noColumn,
      "=constructor": noColumn,
      "=-__proto__": noColumn,
      "=id'--": noColumn,
      "=": noColumn,
      "=id&order=id": "Invalid input: expected string, received array",
      "[id]=ASC": NO_TEXT,
    }),
    ofField("fields", {
      "=id,nope": "unknown field nope",
      "=*": "unknown field *",
      "=email_hash": "unknown field email_hash",
      "=touch_key": "unknown field touch_key",
      "=constructor": "unknown field constructor",
      [`=${HUGE}`]: `unknown field ${"a".repeat(64)}`,
      "=id&fields=id": "Invalid input: expected string, received array",
    }),
    [
      "unknown fields",
      {
        "nope=1": "Unrecognized fields: 'nope'",
        "q=1": "Unrecognized fields: 'q'",
        "$and[0][id]=1": "Unrecognized fields: '$and'",
        [`${HUGE}=1`]: `Unrecognized fields: '${"a".repeat(64)}'`,
      },
    ],
    ofField("platform", {
      "=myspace": NO_PLATFORM,
      "=": NO_PLATFORM,
      "=__proto__": NO_PLATFORM,
      "[$ne]=meta": NO_PLATFORM,
    }),
    ofField("channel_group", { "=Nope": NO_CHANNEL }),
    ofField("website_id", {
      "=": BLANK,
      "=%00": NUL,
      "=a%00b": NUL,
      "[$ne]=a": NO_TEXT,
    }),
  ]
}

const REFUSED_ATTRIBUTIONS: Refusal[] = [
  ...refusedByLists(ATTRIBUTION_FIELDS),
  ofField("website_id", { [`=${HUGE}`]: tooLong(512) }),
  ofField("started_at", {
    "=x": NO_DATE,
    "=2026-01-01&started_at=2026-01-02": NO_DATE,
    "[$gte]=": NO_DATE,
    "[$gte]=x": NO_DATE,
    "[$gte]=null": NO_DATE,
    "[$gte]=2026-02-30": NO_DATE,
    "[$gte]=UTC%2B5": NO_DATE,
    "[$gte]=0000-01-01": NO_DATE,
    "[$gte]=0001-01-01T00:00:00%2B14:00": NO_DATE,
    "[$gte][x]=1": NO_DATE,
    "[$gte]=%2B275760-09-13": NO_DATE,
    "[$gte]=-271821-04-20": NO_DATE,
  }),
  ...["is_resolved", "claims_campaign", "is_paid"].map((flag) =>
    ofField(flag, {
      "=0": NO_FLAG,
      "=TRUE": NO_FLAG,
      "=": NO_FLAG,
      [`=false&${flag}=true`]: NO_FLAG,
    })
  ),
  ofField("resolution_method", {
    "=magic":
      'Invalid option: expected one of "manual"|"platform_id"|"alias"|"name"',
  }),
  ...["utm_campaign", "visitor_id", "session_id", "order_id"].map((field) =>
    ofField(field, { "=%00": NUL })
  ),
]

const NO_TYPE =
  'Invalid option: expected one of "lead_form_submission"|"add_to_cart"|"begin_checkout"|"purchase"|"page_engagement"|"custom"'

const REFUSED_CONVERSIONS: Refusal[] = [
  ...refusedByLists(CONVERSION_FIELDS),
  ofField("website_id", { [`=${HUGE}`]: tooLong(128) }),
  ofField("converted_at", { "=x": NO_DATE, "[$lt]=": NO_DATE }),
  ofField("net_value", {
    "=abc": "must be a number",
    "[$gte]=1e400": "must be a number",
  }),
  ofField("country_code", {
    "=deu": "Too big: expected string to have <=2 characters",
    "=d": "Too small: expected string to have >=2 characters",
    "=%00%00": NUL,
  }),
  ofField("is_first_purchase", { "=0": NO_FLAG }),
  ofField("conversion_type", {
    "=hug": NO_TYPE,
  }),
  ofField("id", { "=%00": NUL }),
]

const NO_GOAL_TYPE = `Invalid option: expected one of ${GOAL_TYPES.map((type) => `"${type}"`).join("|")}`
const REFUSED_GOALS: Refusal[] = [
  // What touches and conversions are filtered by is unknown here.
  ...refusedByLists(GOAL_FIELDS).filter(
    ([field]) => !["platform", "channel_group"].includes(field)
  ),
  ofField("website_id", { [`=${HUGE}`]: tooLong(128) }),
  ofField("name", { "=": BLANK, "=%00": NUL, [`=${HUGE}`]: tooLong(255) }),
  ofField("goal_type", {
    "=hug": NO_GOAL_TYPE,
    "=": NO_GOAL_TYPE,
    "=constructor": NO_GOAL_TYPE,
  }),
  ...["is_active", "is_primary"].map((flag) =>
    ofField(flag, { "=0": NO_FLAG, "=": NO_FLAG })
  ),
  ["conditions", { "conditions=1": "Unrecognized fields: 'conditions'" }],
]

const notIso = (field: string, value: string) =>
  `${field} must be an ISO 8601 date or instant, got "${value}"`

// A bare `to` is the end of its day.
const EMPTY_PERIOD =
  "from must be before to, got 2026-02-02T00:00:00.000+00:00 and 2026-02-02T00:00:00.000+00:00"

/** What every report refuses. */
const REFUSED_REPORTS: Refusal[] = [
  [
    "dates",
    {
      ...Object.fromEntries(
        ["x", "2026-02-30", "2026-W05", "2026-01-01T25:00", "constructor"].map(
          (value) => [`from=${value}`, notIso("from", value)]
        )
      ),
      "to=x": notIso("to", "x"),
      "from=%00": "Field 'from': contains a NUL character",
      "from=-000001-01-01": notIso("from", "-000001-01-01"),
      "from=2026-02-02&to=2026-02-01": EMPTY_PERIOD,
      "from=2026-02-02T00:00:00Z&to=2026-02-02T00:00:00Z": EMPTY_PERIOD,
    },
  ],
  ofField("from", {
    [`=${HUGE}`]: tooLong(40),
    "=2026-01-01&from=2026-01-02":
      "Invalid input: expected string, received array",
    "[$gte]=2026-01-01": NO_TEXT,
  }),
  ofField("timezone", {
    "=Mars/Phobos": "must be an IANA zone such as Europe/Berlin",
    "=": "must be an IANA zone such as Europe/Berlin",
    "=%00": "must be an IANA zone such as Europe/Berlin",
    "=constructor": "must be an IANA zone such as Europe/Berlin",
    [`=${DROP}`]: "must be an IANA zone such as Europe/Berlin",
    "=Europe/Berlin&timezone=UTC":
      "Invalid input: expected string, received array",
  }),
  ofField("currency", {
    "=euro": "must be an ISO 4217 code such as eur",
    "=": "must be an ISO 4217 code such as eur",
    "=e'r": "must be an ISO 4217 code such as eur",
  }),
  ofField("basis", {
    "=nope": 'Invalid option: expected one of "order_date"|"refund_date"',
  }),
  ofField("website_id", {
    "=": BLANK,
    "=%00": NUL,
    [`=${HUGE}`]: tooLong(128),
    "[$ne]=a": NO_TEXT,
  }),
  ofField("sales_channel_id", { "=%00": NUL }),
  ofField("platform", { "=%00": NUL }),
  ofField("country_code", { "=deu": "must be an ISO 3166 code such as de" }),
  ["unknown fields", { "nope=1": "Unrecognized fields: 'nope'" }],
]
const REFUSED_LIMITS: Refusal = [
  "limit",
  { "limit=10": "Unrecognized fields: 'limit'" },
]

const REFUSED_COMPARISONS = ofField("compare", {
  "=nope": 'Invalid option: expected one of "previous_period"|"previous_year"',
})

const NO_MODEL = `Invalid option: expected one of ${ATTRIBUTION_MODELS.map((model) => `"${model}"`).join("|")}`
const NO_MODELS = `must be some of, each once: ${ATTRIBUTION_MODELS.join(", ")}`
const REFUSED_COMPARE: Refusal[] = [
  ofField("models", {
    "=": NO_MODELS,
    "=__proto__": NO_MODELS,
    "=linear,": NO_MODELS,
    "=linear,linear": NO_MODELS,
    "=linear,constructor": NO_MODELS,
    "=linear&models=linear": "Invalid input: expected string, received array",
  }),
  ["model", { "model=linear": "Unrecognized fields: 'model'" }],
  ["compare", { "compare=previous_year": "Unrecognized fields: 'compare'" }],
]
const REFUSED_TRAINING: Refusal[] = [
  ["group_by", { "group_by=campaign": "Unrecognized fields: 'group_by'" }],
  ["compare", { "compare=previous_year": "Unrecognized fields: 'compare'" }],
]
const REFUSED_STATS: Refusal[] = [
  REFUSED_LIMITS,
  ofField("model", {
    "=constructor": NO_MODEL,
    "=Linear": NO_MODEL,
    "=": NO_MODEL,
    "=last_touch&model=last_touch": NO_MODEL,
  }),
  ["compare", { "compare=previous_year": "Unrecognized fields: 'compare'" }],
]

const REFUSED_CLAIMS: Refusal[] = [
  REFUSED_LIMITS,
  ["model", { "model=linear": "Unrecognized fields: 'model'" }],
  ["compare", { "compare=previous_year": "Unrecognized fields: 'compare'" }],
]

const NO_COHORT_MODEL =
  "must be last_touch: a buyer belongs to one cohort, not to several in part"
const REFUSED_COHORTS: Refusal[] = [
  REFUSED_LIMITS,
  ofField("model", {
    "=linear": NO_COHORT_MODEL,
    "=data_driven": NO_COHORT_MODEL,
    "=": NO_COHORT_MODEL,
    "=__proto__": NO_COHORT_MODEL,
    "=last_touch&model=linear": NO_COHORT_MODEL,
  }),
  ["compare", { "compare=previous_year": "Unrecognized fields: 'compare'" }],
]

const NO_INTERVAL = 'Invalid option: expected one of "day"|"week"|"month"'
const tooMany = (interval: string, count: number) =>
  `Field 'interval': ${interval} divides this period into ${count} buckets, more than 400`
const REFUSED_TRENDS: Refusal[] = [
  ofField("interval", {
    "=hour": NO_INTERVAL,
    "=": NO_INTERVAL,
    "=Day": NO_INTERVAL,
    "=constructor": NO_INTERVAL,
    "=day&interval=week": NO_INTERVAL,
    "[day]=1": NO_INTERVAL,
  }),
  [
    "too many buckets",
    {
      "from=2025-01-01&to=2026-02-05&interval=day": tooMany("day", 401),
      "from=0002-01-02&to=9998-12-30&interval=day": tooMany("day", 3_651_327),
      "from=0002-01-02&to=9998-12-30&interval=week": tooMany("week", 521_619),
      "from=0002-01-02&to=9998-12-30": tooMany("month", 119_964),
    },
  ],
]

const NO_GROUP =
  'Invalid option: expected one of "day"|"week"|"month"|"type"|"platform"|"campaign"'
const REFUSED_CONVERSION_STATS: Refusal[] = [
  REFUSED_LIMITS,
  ["compare", { "compare=previous_year": "Unrecognized fields: 'compare'" }],
  ofField("group_by", {
    "=hour": NO_GROUP,
    "=": NO_GROUP,
    "=source": NO_GROUP,
    "=__proto__": NO_GROUP,
    "=day&group_by=week": NO_GROUP,
    "[day]=1": NO_GROUP,
  }),
  ofField("conversion_type", {
    "=hug": NO_TYPE,
    "=": NO_TYPE,
    "=constructor": NO_TYPE,
    "[$ne]=purchase": NO_TYPE,
  }),
  [
    "too many buckets",
    {
      "from=2025-01-01&to=2026-02-05":
        "Field 'group_by': day divides this period into 401 buckets, more than 400",
      "from=0002-01-02&to=9998-12-30&group_by=month":
        "Field 'group_by': month divides this period into 119964 buckets, more than 400",
    },
  ],
]

const NO_METRIC =
  'Invalid option: expected one of "revenue"|"purchases"|"conversions"|"new_customers"|"roas"|"roi"|"cpa"|"cac"|"cost_per_conversion"'
const REFUSED_PERFORMERS: Refusal[] = [
  ofField("metric", {
    "=spend": NO_METRIC,
    "=": NO_METRIC,
    "=__proto__": NO_METRIC,
    "=roas&metric=roi": NO_METRIC,
    "[roas]=1": NO_METRIC,
  }),
  ofField("limit", {
    "=0": "Too small: expected number to be >=1",
    "=101": "Too big: expected number to be <=100",
    "=1.5": "Invalid input: expected int, received number",
    "=abc": "must be a number",
    "=": "must be a number",
    "=1&limit=2": "must be a number",
  }),
  [
    "a comparison",
    { "compare=previous_year": "Unrecognized fields: 'compare'" },
  ],
]

const REFUSED_LINKS: Refusal[] = [
  [
    "url",
    {
      "": "Field 'url': Invalid input: expected string, received undefined",
      "url=": "Field 'url': Too small: expected string to have >=1 characters",
      "url=constructor": "url must be an absolute address",
      "url=%2Fproducts": "url must be an absolute address",
      "url=javascript:alert(1)": "url must begin with http:// or https://",
      "url=https%3A%2F%2Fann%3Asecret%40x.example": "url must not have a login",
      "url=%00": `Field 'url': ${NUL}`,
    },
  ],
  [
    "another field",
    {
      "url=https://x.example&utm_source=google":
        "Unrecognized fields: 'utm_source'",
      "url=https://x.example&nope=1": "Unrecognized fields: 'nope'",
    },
  ],
  ofField("utm_medium", {
    "=&url=https://x.example":
      "Too small: expected string to have >=1 characters",
  }),
]

const NO_KIND = 'Invalid option: expected one of "visitor"|"customer"|"email"'
const REFUSED_IDENTITIES: Refusal[] = [
  ...refusedByLists(IDENTITY_FIELDS).filter(([field]) =>
    ["limit", "offset", "order", "fields", "unknown fields"].includes(field)
  ),
  ofField("person_id", { "=": BLANK, "=%00": NUL, [`=${HUGE}`]: tooLong(512) }),
  ofField("kind", { "=": NO_KIND, "=phone": NO_KIND, "=constructor": NO_KIND }),
]

const NO_CURSOR = "must be the next_cursor of an answer"
const NO_STAGE =
  'Invalid option: expected one of "awareness"|"consideration"|"conversion"|"retention"'
const REFUSED_JOURNEYS: Refusal[] = [
  ofField("limit", {
    "=0": "Too small: expected number to be >=1",
    "=201": "Too big: expected number to be <=200",
    "=abc": "must be a number",
  }),
  ofField("order", {
    "=-value": "must be one of: timestamp, -timestamp",
    "=": "must be one of: timestamp, -timestamp",
    "=constructor": "must be one of: timestamp, -timestamp",
  }),
  ofField("cursor", {
    "=": NO_CURSOR,
    "=cjrn_1": NO_CURSOR,
    "=2026-10-01T10:00:00.000Z": NO_CURSOR,
    "=2026-99-01T10:00:00.000Z_cjrn_1": NO_CURSOR,
    "=2026-10-01T10:00:00.000Z_cjrn'1": NO_CURSOR,
    [`=${HUGE}`]: NO_CURSOR,
  }),
  ofField("stage", {
    "=hug": NO_STAGE,
    "=": NO_STAGE,
    "=constructor": NO_STAGE,
  }),
  ofField("channel", {
    "=tv": 'Invalid option: expected one of "web"|"social"|"email"|"sms"',
  }),
  ofField("timestamp", { "=x": NO_DATE, "[$gte]=": NO_DATE }),
  [
    "unknown fields",
    {
      "offset=1": "Unrecognized fields: 'offset'",
      "person_id=x": "Unrecognized fields: 'person_id'",
    },
  ],
]

const REFUSED: [path: string, refusals: Refusal[]][] = [
  ["/identities", REFUSED_IDENTITIES],
  ["/attribution/unresolved", REFUSED_REPORTS],
  ["/attribution/cohorts", [...REFUSED_REPORTS, ...REFUSED_COHORTS]],
  ["/attribution/claimed", [...REFUSED_REPORTS, ...REFUSED_CLAIMS]],
  [
    "/campaigns",
    // What touches are filtered by is unknown here, or anything goes.
    refusedByLists(CAMPAIGN_FIELDS).filter(([field]) =>
      ["limit", "offset", "order", "fields"].includes(field)
    ),
  ],
  ["/campaigns/camp/link", REFUSED_LINKS],
  ["/attribution", REFUSED_ATTRIBUTIONS],
  ["/attribution/stats", [...REFUSED_REPORTS, ...REFUSED_STATS]],
  ["/attribution/compare", [...REFUSED_REPORTS, ...REFUSED_COMPARE]],
  ["/attribution/data-driven", [...REFUSED_REPORTS, ...REFUSED_TRAINING]],
  ["/conversions", REFUSED_CONVERSIONS],
  ["/conversions/stats", [...REFUSED_REPORTS, ...REFUSED_CONVERSION_STATS]],
  [
    "/conversions/conv_1",
    [["fields", { "fields=id": "Unrecognized fields: 'fields'" }]],
  ],
  ["/journey/person/person_1", REFUSED_JOURNEYS],
  ["/goals", REFUSED_GOALS],
  [
    "/goals/convgoal_1",
    [["fields", { "fields=id": "Unrecognized fields: 'fields'" }]],
  ],
  [
    "/dashboard/overview",
    [...REFUSED_REPORTS, REFUSED_LIMITS, REFUSED_COMPARISONS],
  ],
  ["/dashboard/roi", [...REFUSED_REPORTS, REFUSED_LIMITS, REFUSED_COMPARISONS]],
  ["/dashboard/top-performers", [...REFUSED_REPORTS, ...REFUSED_PERFORMERS]],
  [
    "/pixel",
    // Currency, basis and filters of a report are unknown here.
    REFUSED_REPORTS.filter(([about]) =>
      ["dates", "from", "timezone", "unknown fields"].includes(about)
    ),
  ],
  [
    "/dashboard/trends",
    [
      ...REFUSED_REPORTS,
      REFUSED_LIMITS,
      REFUSED_COMPARISONS,
      ...REFUSED_TRENDS,
    ],
  ],
]

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let before: Record<string, number>

  beforeAll(async () => {
    const container = getContainer()
    admin = await adminHeaders(container)
    await adPlanning(container).campaigns.syncCampaigns([
      campaignFact("camp", "Sale"),
    ])
    await adPlanning(container).touches.syncTouches(
      HOSTILE_TEXTS.map((text, index) =>
        touchFact(`s-${index}`, { utm_campaign: text, website_id: text })
      ),
      []
    )
    before = await countRows(container)
  })

  afterEach(async () => {
    expect(await countRows(getContainer())).toEqual(before)
  })

  const get = (path: string) => api.get(`/admin/ad-planning${path}`, admin)

  describe.each(REFUSED)("GET %s", (path, refusals) => {
    itAll("refuses what is wrong", refusals, async (_about, reasons) => {
      const answers: Record<string, unknown> = {}
      const expected: Record<string, unknown> = {}
      for (const [query, reason] of Object.entries(reasons)) {
        const { status, data } = await get(`${path}?${query}`)
        answers[query] = { status, ...data }
        expected[query] = {
          status: 400,
          type: "invalid_data",
          message: `Invalid request: ${reason}`,
        }
      }
      expect(answers).toEqual(expected)
    })
  })

  describe("GET /attribution", () => {
    itAll(
      "finds exactly a hostile text",
      HOSTILE_TEXTS.map((text): [string] => [text]),
      async (text) => {
        const value = encodeURIComponent(text)
        const { status, data } = await get(
          `/attribution?utm_campaign=${value}&website_id=${value}&fields=utm_campaign,website_id`
        )
        expect(status).toBe(200)
        expect(data.count).toBe(1)
        expect(data.attributions).toMatchObject([
          { utm_campaign: text, website_id: text },
        ])
      }
    )
  })

  it("makes no link for what is no campaign", async () => {
    for (const id of ["unknown", "constructor", "__proto__", "%", "\0"]) {
      const { status, data } = await get(
        `/campaigns/${encodeURIComponent(id)}/link?url=https://x.example`
      )
      expect({ status, data }).toEqual({
        status: 404,
        data: {
          type: "not_found",
          message: `Campaign with id: ${id} was not found`,
        },
      })
    }
  })

  it("has no timeline of who is no person", async () => {
    for (const id of ["person_1", "constructor", "__proto__", "%", "\0"]) {
      const { status, data } = await get(
        `/journey/person/${encodeURIComponent(id)}`
      )
      expect({ status, data }).toEqual({
        status: 404,
        data: {
          type: "not_found",
          message: `Person with id: ${id} was not found`,
        },
      })
    }
  })

  describe("GET /conversions/:id", () => {
    itAll(
      "does not find what is no id",
      [
        ["an unknown id", "conv_1"],
        ["a built-in name", "constructor"],
        ["another built-in name", "__proto__"],
        ["a wildcard", "%"],
        ["a placeholder", "?"],
        ["SQL", "'; DROP TABLE conversion; --"],
        ["a path", "../health"],
        ["a NUL character", "\0"],
        ["a huge id", HUGE],
      ] as const,
      async (_case, id) => {
        const { status, data } = await get(
          `/conversions/${encodeURIComponent(id)}`
        )
        expect({ status, data }).toEqual({
          status: 404,
          data: {
            type: "not_found",
            message: `Conversion with id: ${id} was not found`,
          },
        })
      }
    )
  })

  const PATHS = [
    "/attribution",
    "/attribution/aliases",
    "/attribution/changes",
    "/attribution/claimed",
    "/attribution/cohorts",
    "/attribution/stats",
    "/attribution/compare",
    "/attribution/data-driven",
    "/attribution/unresolved",
    "/backfill",
    "/backfill/apback_1",
    "/campaigns",
    "/campaigns/camp/link",
    "/conversions",
    "/conversions/conv_1",
    "/conversions/funnel",
    "/conversions/stats",
    "/customers/at-risk",
    "/customers/person_1/export",
    "/customers/person_1/interactions",
    "/customers/person_1/profile",
    "/customers/top-engaged",
    "/dashboard/overview",
    "/dashboard/roi",
    "/dashboard/top-performers",
    "/dashboard/trends",
    "/goals",
    "/goals/convgoal_1",
    "/health",
    "/journey/person/person_1",
    "/journey/dropoff",
    "/journey/first-purchase",
    "/journey/funnel",
    "/journey/paths",
    "/pixel",
  ]
  const NO_LOGINS: Record<string, string>[] = [
    {},
    { authorization: "Bearer x" },
    { authorization: "Basic YWRtaW46YWRtaW4=" },
  ]
  itAll(
    "every path wants a login",
    PATHS.flatMap((path) =>
      NO_LOGINS.map((headers): [string, Record<string, string>] => [
        path,
        headers,
      ])
    ),
    async (path, headers) => {
      const { status, data } = await api.get(`/admin/ad-planning${path}`, {
        headers,
        validateStatus: () => true,
      })
      expect({ status, data }).toEqual({
        status: 401,
        data: { message: "Unauthorized" },
      })
    }
  )
}
