import { adminHeaders } from "../../../helpers/admin-headers"
import { countRows } from "../../../helpers/tables"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

const PATH = "/admin/ad-planning/spend/import"
const MIB = 1024 * 1024
const HUGE = "a".repeat(10_000)
const NO_TEXT_FORM = { toString: 1, valueOf: 1 }
const LINES = 10_000

const row = {
  platform: "tiktok",
  campaign: "Clips",
  date: "2026-10-01",
  spend: 1,
  currency: "gbp",
}
const HEADER = "platform,campaign,date,spend,currency"
const LINE = "tiktok,Clips,2026-10-01,1,gbp"

/** Values of one field, and why each is refused. */
type Refusal = [field: string, reasons: [value: unknown, reason: string][]]

const REQUIRED = "is required"
const TOO_LONG = "Too big: expected string to have <=512 characters"
const NO_NUMBER = "must be a number"
const NO_DAY = "is no day of the calendar"
const NO_ISO_DAY = "must be a date YYYY-MM-DD"
const NO_CURRENCY = "must be an ISO 4217 code such as eur"
const NOT_STORABLE = "contains characters that cannot be stored"

const refusedTexts: Refusal[1] = [
  [undefined, REQUIRED],
  [null, REQUIRED],
  ["", REQUIRED],
  ["  ", REQUIRED],
  [true, REQUIRED],
  [{}, REQUIRED],
  [["a"], REQUIRED],
  [NO_TEXT_FORM, REQUIRED],
  [HUGE, TOO_LONG],
  ["a\0b", NOT_STORABLE],
  ["a\ud800", NOT_STORABLE],
]

const refusedAmounts: Refusal[1] = [
  ["abc", NO_NUMBER],
  ["constructor", NO_NUMBER],
  ["1,5", NO_NUMBER],
  ["1 000", NO_NUMBER],
  ["NaN", NO_NUMBER],
  ["Infinity", NO_NUMBER],
  ["0x10", NO_NUMBER],
  ["1e-20000", NO_NUMBER],
  [HUGE, NO_NUMBER],
  [true, NO_NUMBER],
  [{}, NO_NUMBER],
  [[5], NO_NUMBER],
  [NO_TEXT_FORM, NO_NUMBER],
  [-0.01, "must not be negative"],
  ["-5", "must not be negative"],
  [1e15, "is too large"],
  ["1e400", "is too large"],
]

const REFUSED_FIELDS: Refusal[] = [
  ["platform", refusedTexts],
  ["campaign", refusedTexts],
  [
    "spend",
    [
      [undefined, REQUIRED],
      [null, REQUIRED],
      ["", REQUIRED],
      ...refusedAmounts,
    ],
  ],
  ["clicks", refusedAmounts],
  [
    "date",
    [
      [undefined, REQUIRED],
      [20261001, NO_ISO_DAY],
      ["01/10/2026", NO_ISO_DAY],
      ["2026-1-1", NO_ISO_DAY],
      ["2026-10-01T00:00:00Z", NO_ISO_DAY],
      ["'; DROP TABLE conversion; --", NO_ISO_DAY],
      ["2026-13-01", NO_DAY],
      ["2026-02-29", NO_DAY],
      // PostgreSQL has no year 0: every report would fail on it.
      ["0000-01-01", NO_DAY],
    ],
  ],
  [
    "currency",
    [
      [undefined, REQUIRED],
      [1, NO_CURRENCY],
      ["euro", NO_CURRENCY],
      ["€", NO_CURRENCY],
      ["e'r", NO_CURRENCY],
    ],
  ],
  ["nope", [[1, "is no known column"]]],
  ["constructor", [[1, "is no known column"]]],
]

const NO_ROWS =
  "Field 'rows': Invalid input: expected array, received undefined"

/** JSON bodies, and why they are refused as a whole. */
const REFUSED_BODIES: [name: string, body: unknown, message: string][] = [
  ["half a body", "{", "Expected property name or '}' in JSON at position 1"],
  ["an empty body", "", `Invalid request: ${NO_ROWS}`],
  ["no rows", {}, `Invalid request: ${NO_ROWS}`],
  [
    "rows without a text form",
    { rows: NO_TEXT_FORM },
    "Invalid request: Field 'rows': Invalid input: expected array, received object",
  ],
  [
    "an empty list",
    { rows: [] },
    "Invalid request: Field 'rows': Too small: expected array to have >=1 items",
  ],
  [
    "too many lines",
    { rows: Array.from({ length: LINES + 1 }, () => row) },
    "Invalid request: Field 'rows': Too big: expected array to have <=10000 items",
  ],
  [
    "an unknown field",
    { rows: [row], nope: 1 },
    "Invalid request: Unrecognized fields: 'nope'",
  ],
  [
    "partial as text",
    { rows: [row], partial: "true" },
    "Invalid request: Field 'partial': Invalid input: expected boolean, received string",
  ],
  [
    "a line that is none",
    { rows: [row, null, "x", [row]] },
    "Nothing was imported: line 2: Invalid input: expected object, received null; line 3: Invalid input: expected object, received string; line 4: Invalid input: expected object, received array",
  ],
  [
    "a column named like a built-in",
    `{"rows":[${JSON.stringify(row).replace("{", '{"__proto__":1,')}]}`,
    "Nothing was imported: line 1: __proto__ is no known column",
  ],
  [
    "the same day twice",
    { rows: [row, { ...row, campaign: "CLIPS " }] },
    "Nothing was imported: line 2: date repeats campaign, date and currency of line 1",
  ],
  [
    "more problems than it lists",
    { rows: Array.from({ length: 30 }, () => ({ ...row, spend: -1 })) },
    `Nothing was imported: ${Array.from({ length: 20 }, (_, index) => `line ${index + 1}: spend must not be negative`).join("; ")}; and 10 more`,
  ],
]

const ASKED = "Nothing was imported: "
const COLUMNS = "platform or campaign or date or spend"

/** CSV bodies, and why they are refused as a whole. */
const REFUSED_CSV: [name: string, body: string, message: string][] = [
  [
    "nothing",
    "\n",
    "Invalid request: the file cannot be read: there is no table in it",
  ],
  [
    "only a header",
    `${HEADER}\n`,
    "Nothing was imported: the file has no rows",
  ],
  [
    "a quote that is not closed",
    `${HEADER}\ntiktok,"Clips,2026-10-01,1,gbp\n`,
    "Invalid request: the file cannot be read: line 2: a quote is opened and never closed",
  ],
  [
    "a missing value",
    `${HEADER}\n${LINE}\ntiktok,Clips,2026-10-02,,gbp\n`.replace(
      ",spend,",
      ",cost of it,"
    ),
    `${ASKED}column_spend has to be answered: platform or campaign or date or cost of it or currency`,
  ],
  [
    "a missing column of currencies",
    "platform,campaign,date,spend\ntiktok,Clips,2026-10-01,1\n",
    `${ASKED}currency has to be answered: line 2 (1): gbp`,
  ],
  [
    "no campaign",
    "platform,owner,date,spend,currency\ntiktok,Clips,2026-10-01,1,gbp\n",
    `${ASKED}column_campaign has to be answered: ${COLUMNS.replace("campaign", "owner")} or currency`,
  ],
  [
    "more values than columns",
    `${HEADER}\ntiktok,Clips,2026-10-01,1,234,gbp\n`,
    `${ASKED}line 2: row has more values than the header has columns (tiktok, Clips, 2026-10-01, 1, 234, gbp)`,
  ],
]

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let empty: Record<string, number>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
    empty = await countRows(getContainer())
  })

  const post = (
    body: unknown,
    type = "application/json",
    query = "",
    headers: Record<string, string> = admin.headers
  ) =>
    api.post(
      `${PATH}${query}`,
      typeof body === "string" ? body : JSON.stringify(body),
      {
        validateStatus: () => true,
        headers: { ...headers, "content-type": type },
        transformRequest: [(text: string) => text],
      }
    )
  const csv = (body: string) => post(body, "text/csv")

  describe("what is refused writes nothing", () => {
    afterEach(async () => {
      expect(await countRows(getContainer())).toEqual(empty)
    })

    itAll("a bad field", REFUSED_FIELDS, async (field, reasons) => {
      for (const [value, reason] of reasons) {
        const { status, data } = await post({
          rows: [{ ...row, [field]: value }],
        })
        expect({ value, status, data }).toEqual({
          value,
          status: 400,
          data: {
            type: "invalid_data",
            message: `Nothing was imported: line 1: ${field} ${reason}`,
          },
        })
      }
    })

    itAll("a bad body", REFUSED_BODIES, async (_name, body, message) => {
      const { status, data } = await post(body)
      expect({ status, data }).toEqual({
        status: 400,
        data: { type: "invalid_data", message },
      })
    })

    itAll("a bad CSV", REFUSED_CSV, async (_name, body, message) => {
      const { status, data } = await csv(body)
      expect({ status, data }).toEqual({
        status: 400,
        data: { type: "invalid_data", message },
      })
    })

    it.each(["application/json", "text/csv", "text/plain"])(
      "more than 20 MB of %s",
      async (type) => {
        const { status, data } = await post(
          JSON.stringify({ rows: "a".repeat(20 * MIB) }),
          type
        )
        expect({ status, message: data.message }).toEqual({
          status: 413,
          message: "request entity too large",
        })
      }
    )

    it.each([
      ["?partial=1", "Field 'partial': must be true or false"],
      ["?nope=1", "Unrecognized fields: 'nope'"],
    ])("a query %s", async (query, reason) => {
      const { status, data } = await post(
        { rows: [row] },
        "application/json",
        query
      )
      expect({ status, message: data.message }).toEqual({
        status: 400,
        message: `Invalid request: ${reason}`,
      })
    })

    it.each([
      ["no token", {}],
      ["a token that is none", { authorization: "Bearer x" }],
    ])("an import with %s", async (_case, headers) => {
      const { status, data } = await post(
        { rows: [row] },
        "application/json",
        "",
        headers
      )
      expect({ status, data }).toEqual({
        status: 401,
        data: { message: "Unauthorized" },
      })
    })
  })
}
