import {
  backfillDisplay,
  describeBackfill,
  type ShownBackfill,
} from "../../../src/lib/backfill-display"
import { parseBackfillArguments } from "../../../src/modules/ad-planning/utils/sync/parse-arguments"
import {
  backfillProgress,
  type BackfillCounts,
} from "../../../src/modules/ad-planning/utils/sync/progress"

const STARTED = new Date("2026-11-01T10:00:00Z")
const after = (seconds: number) => new Date(+STARTED + seconds * 1_000)

describe("backfillProgress", () => {
  it.each<
    [
      name: string,
      counts: Partial<BackfillCounts>,
      seconds: number,
      rate: number | null,
      left: number | null,
    ]
  >([
    ["before the first page", { rows_total: 300 }, 10, null, null],
    ["before rows are counted", { rows_read: 100 }, 10, 10, null],
    ["on the way", { rows_total: 300, rows_read: 100 }, 10, 10, 20],
    ["at its last page", { rows_total: 300, rows_read: 300 }, 30, 10, 0],
    ["with more rows than counted", { rows_total: 3, rows_read: 9 }, 3, 3, 0],
    ["in its first moment", { rows_total: 3, rows_read: 3 }, 0, null, null],
    [
      "by a clock that is behind",
      { rows_total: 3, rows_read: 1 },
      -5,
      null,
      null,
    ],
    [
      "long after its end",
      { rows_total: 300, rows_read: 100, finished_at: after(20) },
      3_600,
      5,
      0,
    ],
    ["ended without a row", { finished_at: after(1) }, 2, null, 0],
  ])("%s", (_name, counts, seconds, rate, left) => {
    const run = {
      rows_total: null,
      rows_read: 0,
      started_at: STARTED,
      finished_at: null,
      ...counts,
    }
    expect(backfillProgress(run, after(seconds))).toEqual({
      rows_per_second: rate,
      seconds_left: left,
    })
  })
})

describe("parseBackfillArguments", () => {
  it.each<[words: string[], input: object]>([
    [[], {}],
    [["sources=order"], { sources: ["order"] }],
    [
      ["from=2026-01-31", "sources=order,lead"],
      { sources: ["order", "lead"], from: "2026-01-31" },
    ],
  ])("%j", (words, input) => {
    expect(parseBackfillArguments(words)).toEqual(input)
  })

  it.each([
    ["order", /^order is not understood/],
    ["--sources", /^--sources is not understood/],
    ["constructor=1", /^constructor=1 is not understood/],
    ["__proto__=1", /^__proto__=1 is not understood/],
    ["sources=", /^sources: Invalid option/],
    ["sources=orders", /^sources: Invalid option/],
    ["from=", /^from: must be an ISO 8601 date or instant$/],
    ["from=yesterday", /^from: must be an ISO 8601 date or instant$/],
  ])("refuses %s", (word, reason) => {
    expect(() => parseBackfillArguments([word])).toThrow(reason)
  })
})

const SHOWN: ShownBackfill = {
  status: "running",
  source: "order",
  rows_total: 300,
  rows_read: 100,
  rows_written: 12,
  rows_per_second: 10.4,
  seconds_left: 19.2,
}

describe("describeBackfill", () => {
  it.each<[shown: Partial<ShownBackfill>, line: string]>([
    [{}, "order, 100 of 300 rows read, 12 written, 10 rows/s, 20 s left"],
    [
      { source: null, rows_total: null, rows_read: 0, rows_written: 0 },
      "running, 0 of ? rows read, 0 written, 10 rows/s, 20 s left",
    ],
    [
      { rows_per_second: null, seconds_left: null },
      "order, 100 of 300 rows read, 12 written",
    ],
    [
      { status: "completed", seconds_left: 0 },
      "order, 100 of 300 rows read, 12 written, 10 rows/s, completed",
    ],
  ])("%j", (shown, line) => {
    expect(describeBackfill({ ...SHOWN, ...shown })).toBe(line)
  })
})

describe("backfillDisplay", () => {
  it("writes a line at once, every few seconds, and at the end", () => {
    jest.useFakeTimers({ now: STARTED })
    const lines: string[] = []
    const stream = Object.assign(Object.create(process.stdout), {
      isTTY: false,
      write: (line: string) => lines.push(line),
    })
    const { show } = backfillDisplay(stream)
    for (let rows = 1; rows <= 7; rows++) {
      show({ ...SHOWN, rows_read: rows })
      jest.advanceTimersByTime(1_000)
    }
    show({ ...SHOWN, rows_read: 8, status: "completed" })
    jest.useRealTimers()
    expect(lines.map((line) => /(\d+) of/.exec(line)?.[1])).toEqual([
      "1",
      "6",
      "8",
    ])
  })
})
