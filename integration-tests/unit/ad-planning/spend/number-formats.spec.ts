import fc from "fast-check"
import { readText } from "./read-text"

/** Ways of writing numbers, by their signs for groups and for decimals. */
const FORMATS = [
  [",", "."],
  [".", ","],
  [" ", ","],
  ["\u00a0", ","],
  ["\u202f", ","],
  [" ", "."],
  ["'", "."],
  ["\u2019", "."],
  ["", "."],
  ["", ","],
] as const

function written(
  cents: number,
  decimals: number,
  [group, point]: readonly [string, string]
): string {
  const [whole, part] = (cents / 100).toFixed(decimals).split(".")
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, group)
  return part ? `${grouped}${point}${part}` : grouped
}

const table = fc.record({
  format: fc.constantFrom(...FORMATS),
  decimals: fc.constantFrom(0, 2),
  delimiter: fc.constantFrom(",", ";", "\t"),
  rows: fc.array(
    fc.record({
      cents: fc.integer({ min: 0, max: 9_999_999_99 }),
      impressions: fc.integer({ min: 0, max: 99_999_999 }),
    }),
    { minLength: 1, maxLength: 27 }
  ),
})

it("any table of numbers, in any format, reads back as itself or asks", () => {
  fc.assert(
    fc.property(table, ({ format, decimals, delimiter, rows }) => {
      const amounts = rows.map(({ cents }) =>
        decimals === 0 ? Math.floor(cents / 100) * 100 : cents
      )
      const lines = rows.map(({ impressions }, index) =>
        [
          "google",
          `${index + 1}`,
          `C${index}`,
          "2026-11-05",
          "EUR",
          written(amounts[index]!, decimals, format),
          written(impressions * 100, 0, format),
        ]
          .map((cell) => `"${cell}"`)
          .join(delimiter)
      )
      const header = [
        "platform",
        "external_id",
        "campaign",
        "date",
        "currency",
        "spend",
        "impressions",
      ].join(delimiter)
      const { days, questions, refusals } = readText(
        [header, ...lines].join("\n")
      )
      expect(refusals).toEqual([])
      if (questions.length > 0) {
        expect(questions.map(({ id }) => id)).toEqual(["number_format"])
        return
      }
      expect(
        days.map((day) => [Number(day.spend), Number(day.impressions)])
      ).toEqual(
        rows.map(({ impressions }, index) => [
          amounts[index]! / 100,
          impressions,
        ])
      )
    }),
    { numRuns: 500 }
  )
})
