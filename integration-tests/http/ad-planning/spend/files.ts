import type { StoreContext } from "../../../helpers/test-store"
import { countRows } from "../../../helpers/tables"
import { days, GOOGLE, META, oneRow, spendAdmin } from "./helpers"

export default function suite(store: StoreContext) {
  let admin: Awaited<ReturnType<typeof spendAdmin>>

  beforeAll(async () => {
    admin = await spendAdmin(store)
  })

  describe("POST /admin/ad-planning/spend/import with a network's file", () => {
    it("takes Google Ads and Meta untouched, twice without effect", async () => {
      const google = await admin.csv(GOOGLE, "?file_name=google.csv")
      const meta = await admin.csv(META)
      expect([google.status, meta.status]).toEqual([200, 200])
      expect(google.data).toEqual({
        imported: 3,
        changed: 3,
        campaigns_created: 2,
        import_id: expect.stringMatching(/^apimp_/),
        errors: [],
      })
      const first = await days(store)
      expect(first).toEqual(
        [
          {
            platform: "meta",
            external_id: "120219000000000501",
            name: "Lanterns, Prospecting",
            date: "2026-10-01",
            currency: "gbp",
            spend: 55.4,
            impressions: 1200,
            clicks: 20,
          },
          {
            platform: "google",
            external_id: "31000000111",
            name: "Lanterns - Search",
            date: "2026-10-01",
            currency: "gbp",
            spend: 2040.5,
            impressions: 20500,
            clicks: 188,
          },
          {
            platform: "google",
            external_id: "31000000222",
            name: "Old Banner",
            date: "2026-10-01",
            currency: "gbp",
            spend: 0,
            impressions: 0,
            clicks: 0,
          },
          {
            platform: "meta",
            external_id: "120219000000000501",
            name: "Lanterns, Prospecting",
            date: "2026-10-02",
            currency: "gbp",
            spend: 57.3,
            impressions: 2200,
            clicks: 28,
          },
          {
            platform: "google",
            external_id: "31000000111",
            name: "Lanterns - Search",
            date: "2026-10-02",
            currency: "gbp",
            spend: 24.34,
            impressions: 2234,
            clicks: 17,
          },
          {
            platform: "meta",
            external_id: "120219000000000502",
            name: "Quiet",
            date: "2026-10-03",
            currency: "gbp",
            spend: 0,
            impressions: 0,
            clicks: 0,
          },
        ].toSorted((a, b) =>
          a.date === b.date
            ? a.name < b.name
              ? -1
              : 1
            : a.date < b.date
              ? -1
              : 1
        )
      )
      const again = await admin.csv(GOOGLE, "?file_name=google.csv")
      expect(again.data).toEqual({
        ...google.data,
        changed: 0,
        campaigns_created: 0,
      })
      expect(await days(store)).toEqual(first)
      const { data } = await admin.send("get", "/spend/imports")
      expect(data.imports).toHaveLength(2)
    })

    it("takes a file as UTF-16, as text in JSON and as a form", async () => {
      const utf16 = Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(
          GOOGLE.replaceAll('"', "").replaceAll(",", "\t"),
          "utf16le"
        ),
      ])
      // Without quotes and with tabs the title has tabs of its own.
      const first = await admin.preview(utf16)
      expect(first.data.preview.understood).toMatchObject({
        encoding: "utf-16le",
        delimiter: "\t",
        platform: "google",
      })
      const text = await admin.send("post", "/spend/import", {
        text: META,
        file_name: "meta.csv",
      })
      expect(text).toMatchObject({ status: 200, data: { imported: 3 } })
      const form = new FormData()
      form.set("file", new Blob([GOOGLE]), "from-form.csv")
      const body = new Response(form)
      const sent = await admin.send(
        "post",
        "/spend/import",
        Buffer.from(await body.arrayBuffer()),
        body.headers.get("content-type")!
      )
      expect(sent).toMatchObject({ status: 200, data: { imported: 3 } })
      const { data } = await admin.send("get", "/spend/imports?order=file_name")
      expect(
        data.imports.map((row: Record<string, unknown>) => [
          row.file_name,
          row.platform,
          row.rows,
          row.spend,
          row.from_date,
          row.to_date,
        ])
      ).toEqual([
        [
          "from-form.csv",
          "google",
          3,
          [{ currency: "gbp", spend: "2064.84" }],
          "2026-10-01",
          "2026-10-02",
        ],
        [
          "meta.csv",
          "meta",
          3,
          [{ currency: "gbp", spend: "112.7" }],
          "2026-10-01",
          "2026-10-03",
        ],
      ])
    })

    it("asks once what a file leaves open, and remembers it for its header", async () => {
      const file = (amount: string, day: string) =>
        `Campaign name;Date;Spend\nLanterns;${day};${amount}\n`
      const before = await countRows(store.getContainer())
      const asked = await admin.csv(file("1.234", "05/10/2026"))
      expect(asked.status).toBe(400)
      expect(asked.data.message).toBe(
        "Nothing was imported: platform has to be answered: line 2 (Lanterns): google or meta or tiktok or linkedin or microsoft or pinterest or snapchat or reddit or x; " +
          "number_format has to be answered: line 2 (1.234): 1,234.56 = 1.234 or 1.234,56 = 1234; " +
          "date_format has to be answered: line 2 (05/10/2026): DD/MM/YYYY = 2026-10-05 or MM/DD/YYYY = 2026-05-10; " +
          "currency has to be answered: line 2 (1.234): gbp"
      )
      expect(await countRows(store.getContainer())).toEqual(before)
      const said = new URLSearchParams({
        platform: "Pinterest Ads",
        number_format: "1.234,56",
        date_format: "DD/MM/YYYY",
        currency: "EUR",
      })
      const answered = await admin.csv(file("1.234", "05/10/2026"), `?${said}`)
      expect(answered.status).toBe(200)
      const next = await admin.csv(file("2.345", "06/10/2026"))
      expect(next.status).toBe(200)
      expect(
        (await days(store)).map(({ platform, date, currency, spend }) => [
          platform,
          date,
          currency,
          spend,
        ])
      ).toEqual([
        ["pinterest", "2026-10-05", "eur", 1234],
        ["pinterest", "2026-10-06", "eur", 2345],
      ])
    })

    it("shows before it writes: what is new, renamed and replaced", async () => {
      await admin.csv(GOOGLE)
      const before = await countRows(store.getContainer())
      const { status, data } = await admin.preview(
        GOOGLE.replaceAll("Lanterns - Search", "Lanterns 2").replace(
          "24.34",
          "30.00"
        )
      )
      expect(status).toBe(200)
      expect(data.preview.campaigns).toEqual([
        {
          id: expect.any(String),
          platform: "google",
          external_id: "31000000111",
          name: "Lanterns 2",
          state: "renamed",
          former_name: "Lanterns - Search",
        },
        expect.objectContaining({ name: "Old Banner", state: "known" }),
      ])
      expect(data.preview.replaced).toEqual([
        expect.objectContaining({
          date: "2026-10-02",
          old_spend: "24.34",
          new_spend: "30",
        }),
      ])
      expect(data.preview.unchanged_count).toBe(2)
      expect(data.preview.total_mismatches).toEqual([
        { line: 7, field: "spend", stated: "2064.84", summed: "2070.5" },
        { line: 8, field: "spend", stated: "2064.84", summed: "2070.5" },
      ])
      expect(await countRows(store.getContainer())).toEqual(before)
    })

    it.each([
      [
        "rounded ids, both lines as one reason",
        "platform,external_id,campaign,date,currency,spend\nmeta,1.20217E+17,A,2026-10-04,EUR,5\nmeta,1.20217E+17,B,2026-10-05,EUR,9\n",
        "line 2: external_id the spreadsheet has rounded this id (1.20217E+17), and 1 more lines",
      ],
      [
        "a currency that is none",
        oneRow("EUX", 1),
        "line 2: currency is no currency of ISO 4217 (EUX)",
      ],
      [
        "negative spend",
        oneRow("EUR", -1),
        "line 2: spend must not be negative (-1)",
      ],
      [
        "a count with decimals",
        oneRow("EUR", 1).replace(",1,1\n", ",10.02,1\n"),
        "line 2: impressions must be a whole number (10.02)",
      ],
      [
        "a day of the future",
        oneRow("EUR", 1).replace("2026-10-06", "2999-01-01"),
        "line 2: date is in the future (2999-01-01)",
      ],
      [
        "only a header",
        "campaign,date,spend,currency\n",
        "the file has no rows",
      ],
    ])("refuses %s and writes nothing", async (_case, file, reason) => {
      const before = await countRows(store.getContainer())
      const { status, data } = await admin.csv(file)
      expect({ status, data }).toEqual({
        status: 400,
        data: {
          type: "invalid_data",
          message: `Nothing was imported: ${reason}`,
        },
      })
      expect(await countRows(store.getContainer())).toEqual(before)
    })
  })
}
