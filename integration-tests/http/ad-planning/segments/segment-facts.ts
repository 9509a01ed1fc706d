import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type PersonService from "../../../../src/host-modules/person/service"
import { syncProductsWorkflow } from "../../../../src/workflows/ad-planning/segments/sync-products"
import { writeSegments } from "../../../../src/scripts/demo/write-segments"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { adPlanning } from "../../../helpers/ad-planning"
import { placeOrder } from "../../../helpers/orders"
import { createStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ getContainer }: StoreContext) {
  describe("facts of segments", () => {
    it("has what was sold, whose it is, and who buys once", async () => {
      const container = getContainer()
      const service = adPlanning(container)
      const store = await createStore(container)
      const { id } = await placeOrder(container, store, {
        price: 60,
        quantity: 2,
      })
      const track = () =>
        trackPurchaseConversionWorkflow(container).run({
          input: { order_ids: [id] },
        })
      await track()
      const lines = await service.listAdPlanningOrderLines({ order_id: id })
      expect(lines).toEqual([
        expect.objectContaining({
          order_id: id,
          title: "Shirt",
          quantity: 2,
          returned: 0,
          currency: "gbp",
          discount_codes: [],
        }),
      ])
      expect(Number(lines[0]!.net)).toBe(120)
      await track()
      expect(await service.listAdPlanningOrderLines({ order_id: id })).toEqual(
        lines
      )
      expect((await track()).result.changed).toBe(0)

      await writeSegments(container, new Date())
      const [buyer] = await container
        .resolve<PersonService>("person")
        .listPeople({ email: "ann@example.com" })
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "person",
        fields: ["id", "segment_members.segment.name"],
        filters: { id: buyer!.id },
      })
      const names = data.flatMap((person) =>
        (person.segment_members ?? []).map(
          (member: { segment: { name: string } } | null) => member?.segment.name
        )
      )
      expect(names).toContain("One-time buyers")
      expect(names).toContain("Never discounted")
      expect(names).not.toContain("Lapsed customers")
    })

    it("has products with their categories and all that these are in", async () => {
      const container = getContainer()
      const products = container.resolve(Modules.PRODUCT)
      const [clothes] = await products.createProductCategories([
        { name: "Clothes", is_active: true },
      ])
      const [shirts] = await products.createProductCategories([
        { name: "Shirts", parent_category_id: clothes!.id, is_active: true },
      ])
      const product = await products.createProducts({
        title: "Blue shirt",
        category_ids: [shirts!.id],
      })
      const sync = async () =>
        (await syncProductsWorkflow(container).run({ input: {} })).result
      await sync()
      const service = adPlanning(container)
      const [stored] = await service.listAdPlanningProducts({
        product_id: product.id,
      })
      expect(stored!.category_ids).toEqual([clothes!.id, shirts!.id].toSorted())
      expect(await sync()).toEqual({ changed: 0 })
      await products.deleteProducts([product.id])
      await sync()
      expect(
        await service.listAdPlanningProducts({ product_id: product.id })
      ).toEqual([])
    })
  })
}
