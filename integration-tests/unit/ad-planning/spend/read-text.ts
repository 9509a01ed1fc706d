import type {
  SpendAnswers,
  SpendReading,
} from "../../../../src/modules/ad-planning/types"
import { csvRows } from "../../../../src/modules/ad-planning/utils/spend/csv-rows"
import { findDelimiter } from "../../../../src/modules/ad-planning/utils/spend/find-table"
import { readSpend } from "../../../../src/modules/ad-planning/utils/spend/read-spend"

/** What a text says, on the first of December 2026. */
export function readText(
  text: string,
  answers: SpendAnswers = {}
): SpendReading {
  const delimiter = findDelimiter(text)
  return readSpend(
    {
      format: "csv",
      encoding: "utf-8",
      delimiter,
      rows: () => csvRows(text, delimiter),
    },
    answers,
    { today: "2026-12-01", currencies: ["eur"] }
  )
}
