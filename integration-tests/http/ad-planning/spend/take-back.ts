import type { StoreContext } from "../../../helpers/test-store"
import { readTables, type Table } from "../../../helpers/tables"
import { days, GOOGLE, META, oneRow, spendAdmin } from "./helpers"

const FACTS: Table[] = [
  "ad_planning_campaign",
  "ad_planning_campaign_metric",
  "ad_planning_campaign_name",
  "campaign_attribution",
  "conversion",
]

export default function suite(store: StoreContext) {
  let admin: Awaited<ReturnType<typeof spendAdmin>>

  beforeAll(async () => {
    admin = await spendAdmin(store)
  })

  const facts = () => readTables(store.getContainer(), FACTS)
  const takeBack = (id: string) => admin.send("delete", `/spend/imports/${id}`)
  const spends = async () =>
    (await days(store)).map(({ date, currency, spend }) => [
      date,
      currency,
      spend,
    ])

  describe("DELETE /admin/ad-planning/spend/imports/:id", () => {
    it("puts back exactly what stood before, and again after another import", async () => {
      await admin.csv(META)
      const before = await facts()
      const { data } = await admin.csv(GOOGLE)
      const imported = await days(store)
      const taken = await takeBack(data.import_id)
      expect(taken).toEqual({
        status: 200,
        data: {
          id: data.import_id,
          object: "spend_import",
          deleted: true,
          restored: 0,
          removed: 3,
          kept: 0,
          campaigns_removed: 2,
        },
      })
      expect(await facts()).toEqual(before)
      await admin.csv(GOOGLE)
      expect(await days(store)).toEqual(imported)
    })

    it("takes a wrong currency away with one call", async () => {
      const wrong = await admin.csv(oneRow("USD", 100))
      await admin.csv(oneRow("EUR", 100))
      await takeBack(wrong.data.import_id)
      expect(await spends()).toEqual([["2026-10-06", "eur", 100]])
    })

    it.each([
      ["the first one first", [0, 1, 2]],
      ["the last one first", [2, 1, 0]],
      ["the middle one first", [1, 2, 0]],
      ["the middle one last", [2, 0, 1]],
    ])("leaves nothing of three imports of a day, %s", async (_case, order) => {
      const ids: string[] = []
      for (const spend of [10, 20, 30]) {
        const { data } = await admin.csv(oneRow("EUR", spend))
        ids.push(data.import_id)
      }
      const left = [10, 20, 30]
      for (const index of order) {
        await takeBack(ids[index]!)
        left[index] = 0
        const standing = left.findLast((spend) => spend > 0)
        expect(await spends()).toEqual(
          standing ? [["2026-10-06", "eur", standing]] : []
        )
      }
    })

    it("gives a renamed campaign its name back", async () => {
      await admin.csv(GOOGLE)
      const before = await facts()
      const renamed = await admin.csv(
        GOOGLE.replaceAll("Lanterns - Search", "Lanterns 2").replace(
          "24.34",
          "30.00"
        )
      )
      expect((await days(store)).map(({ name }) => name)).toContain(
        "Lanterns 2"
      )
      await takeBack(renamed.data.import_id)
      expect(await facts()).toEqual(before)
    })

    it("refuses what is none, or was taken back already", async () => {
      const { data } = await admin.csv(oneRow("EUR", 1))
      await takeBack(data.import_id)
      expect(await takeBack(data.import_id)).toEqual({
        status: 400,
        data: {
          type: "not_allowed",
          message: `SpendImport with id: ${data.import_id} was taken back already`,
        },
      })
      expect(await takeBack("nope")).toEqual({
        status: 404,
        data: {
          type: "not_found",
          message: "SpendImport with id: nope was not found",
        },
      })
    })
  })
}
