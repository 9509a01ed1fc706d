import ExcelJS from "exceljs"
import {
  openSpendFile,
  readSpendFile,
} from "../../../../src/sources/read-spend-file"

const CONTEXT = { today: "2026-12-01", currencies: ["eur"] }

async function workbookOf(rows: ExcelJS.CellValue[][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet("Report").addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const HEADER = [
  "Campaign",
  "Campaign ID",
  "Day",
  "Currency code",
  "Cost",
  "Impr.",
  "Clicks",
]

describe("an .xlsx workbook", () => {
  it("is read with its own numbers and days", async () => {
    const bytes = await workbookOf([
      ["Campaign report"],
      HEADER,
      [
        "Lanterns",
        "31000000111",
        new Date("2026-11-01"),
        "GBP",
        1234.5,
        900,
        7,
      ],
      ["Lanterns", 31000000111, "2026-11-02", "GBP", 0.25, 12345, 1],
    ])
    const file = await openSpendFile(bytes, {})
    const { days, questions, refusals, platform } = readSpendFile(
      file,
      {},
      CONTEXT
    )
    expect({ questions, refusals, platform }).toEqual({
      questions: [],
      refusals: [],
      platform: "google",
    })
    expect(
      days.map((day) => [
        day.external_id,
        day.date,
        day.spend,
        day.impressions,
        day.clicks,
      ])
    ).toEqual([
      ["31000000111", "2026-11-01", "1234.5", "900", "7"],
      ["31000000111", "2026-11-02", "0.25", "12345", "1"],
    ])
  })

  it("has no id of more than 15 digits as a number", async () => {
    const bytes = await workbookOf([
      HEADER,
      ["A", Number("120217000000000123"), "2026-11-01", "GBP", 1, 1, 1],
    ])
    const { refusals } = readSpendFile(
      await openSpendFile(bytes, {}),
      {},
      CONTEXT
    )
    expect(refusals).toEqual([
      expect.objectContaining({
        field: "external_id",
        reason: "the spreadsheet has rounded this id",
        count: 1,
      }),
    ])
  })

  it("is refused where it is none", async () => {
    await expect(
      openSpendFile(Buffer.from("PK\u0003\u0004nothing"), {})
    ).rejects.toThrow("Invalid request: the workbook cannot be read")
    await expect(
      openSpendFile(Buffer.from("d0cf11e0a1b11ae1", "hex"), {})
    ).rejects.toThrow("save it as .xlsx or CSV")
  })
})
