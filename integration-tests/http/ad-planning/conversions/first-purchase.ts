import type { PurchaseFact } from "../../../../src/modules/ad-planning/types"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { identityFact, purchaseFact } from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

const order = (id: string, day: string) =>
  purchaseFact(id, { converted_at: new Date(`2026-10-${day}T12:00:00Z`) })
const canceled = { canceled_at: new Date("2026-10-20T12:00:00Z") }
const worth = (amount: string) => ({
  money: {
    value: { amount, tax: "0", shipping: "0", discount: "0" },
    net: { amount, tax: "0", shipping: "0" },
    adjustments: [],
  },
})

export default function suite({ getContainer }: StoreContext) {
  const service = () => adPlanning(getContainer())

  /** Which of the orders are their buyers' first, in order. */
  async function firstPurchases(): Promise<string[]> {
    const found = await sql<{ order_id: string }>(
      getContainer(),
      `SELECT order_id FROM conversion WHERE is_first_purchase ORDER BY 1`
    )
    return found.map((row) => row.order_id)
  }

  describe("the first purchase", () => {
    const A = order("a", "01")
    const B = order("b", "02")
    const C = order("c", "03")

    it.each([
      [A, B, C],
      [A, C, B],
      [B, A, C],
      [B, C, A],
      [C, A, B],
      [C, B, A],
    ])("is the earliest, in whatever order they come", async (...orders) => {
      for (const fact of orders) {
        await service().purchases.syncPurchases([fact], [])
      }
      expect(await firstPurchases()).toEqual(["a"])
    })

    it("moves on when the first is cancelled, and back when it is not", async () => {
      await service().purchases.syncPurchases([A, B, C], [])
      await service().purchases.syncPurchases([{ ...A, ...canceled }], [])
      expect(await firstPurchases()).toEqual(["b"])
      await service().purchases.syncPurchases([{ ...B, ...canceled }], [])
      expect(await firstPurchases()).toEqual(["c"])
      await service().purchases.syncPurchases([A], [])
      expect(await firstPurchases()).toEqual(["a"])
    })

    it("moves on when the first does not count any more", async () => {
      await service().purchases.syncPurchases([A, B], [])
      await service().purchases.syncPurchases([], ["a"])
      expect(await firstPurchases()).toEqual(["b"])
    })

    it("is above 0, at placement", async () => {
      const refunded: PurchaseFact = {
        ...B,
        money: {
          ...B.money,
          net: { amount: "0", tax: "0", shipping: "0" },
        },
      }
      await service().purchases.syncPurchases(
        [{ ...A, ...worth("0") }, refunded, C],
        []
      )
      expect(await firstPurchases()).toEqual(["b"])
    })

    it("is one per person, whatever the e-mails, before and after they are known to be one", async () => {
      const other = { ...B, email_hash: "hash-2", visitor_id: "w" }
      await service().purchases.syncPurchases([A, other], [])
      expect(await firstPurchases()).toEqual(["a", "b"])
      await service().identity.syncIdentityLinks([
        identityFact("email", "hash", "person_1"),
        identityFact("email", "hash-2", "person_1"),
      ])
      expect(await firstPurchases()).toEqual(["a"])
      await service().identity.syncIdentityLinks(
        [],
        [{ person_id: "person_1", email_hash: "hash", visitor_id: null }]
      )
      expect(await firstPurchases()).toEqual(["a", "b"])
    })

    it("is nobody's for a buyer without e-mail and person", async () => {
      await service().purchases.syncPurchases([{ ...A, email_hash: null }], [])
      expect(await firstPurchases()).toEqual([])
    })

    it("moves with an order whose buyer changes", async () => {
      await service().purchases.syncPurchases([A, B], [])
      await service().purchases.syncPurchases(
        [{ ...A, email_hash: "someone else" }],
        []
      )
      expect(await firstPurchases()).toEqual(["a", "b"])
    })
  })
}
