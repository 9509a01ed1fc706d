import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createCartWorkflow,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { adminHeaders } from "../../../helpers/admin-headers"
import { sql } from "../../../helpers/ad-planning"
import { createStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"
import { nobody, writePeople } from "./people"

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let customers: { id: string }[]

  beforeEach(async () => {
    const container = getContainer()
    admin = await adminHeaders(container)
    customers = await container.resolve(Modules.CUSTOMER).createCustomers([
      { email: "ann@example.com", has_account: true },
      { email: "ben@example.com", has_account: false },
      { email: "eve@example.com", has_account: true },
    ])
    await writePeople(
      container,
      ["ann", "ben", "eve"].map((name) => ({
        ...nobody,
        id: `pers_${name}`,
        country: name === "eve" ? "fr" : "de",
      }))
    )
    for (const [index, name] of ["ann", "ben", "eve"].entries()) {
      await sql(
        container,
        `INSERT INTO ad_planning_identity_link (id, kind, value, person_id, valid_from, source)
         VALUES (?, 'customer', ?, ?, '2020-01-01', 'test')`,
        [`idlink_${name}`, customers[index]!.id, `pers_${name}`]
      )
    }
  })

  const url = (path: string) => `/admin/ad-planning/segments${path}`
  const post = async (path: string, body: object = {}) =>
    (await api.post(url(path), body, admin)).data

  async function inGroup(groupId: string): Promise<string[]> {
    const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "customer",
      fields: ["email"],
      filters: { groups: { id: groupId } },
    })
    return data.map(({ email }) => `${email}`).toSorted()
  }

  async function syncedSegment() {
    const { segment } = await post("", {
      name: "Germans",
      criteria: {
        combinator: "and",
        rules: [{ field: "person.country", operator: "=", value: "de" }],
      },
    })
    await post(`/${segment.id}/calculate`)
    const { segment: synced } = await post(`/${segment.id}/sync`, {
      is_on: true,
    })
    return synced
  }

  describe("POST /admin/ad-planning/segments/:id/sync", () => {
    it("mirrors members with an account to a group of its own", async () => {
      const segment = await syncedSegment()
      expect(segment).toMatchObject({
        sync_customer_group: true,
        group_member_count: 1,
        group_without_account: 1,
        group_edits_undone: 0,
      })
      expect(await inGroup(segment.customer_group_id)).toEqual([
        "ann@example.com",
      ])
    })

    it("keeps it equal, and undoes changes by hand", async () => {
      const { id, customer_group_id: group } = await syncedSegment()
      const module = getContainer().resolve(Modules.CUSTOMER)
      await module.addCustomerToGroup({
        customer_id: customers[2]!.id,
        customer_group_id: group,
      })
      await post(`/${id}/members`, { remove: ["pers_ann"], add: [] })
      expect(await inGroup(group)).toEqual([])
      const { data } = await api.get(url(`/${id}`), admin)
      expect(data.segment).toMatchObject({
        group_member_count: 0,
        group_edits_undone: 1,
        group_edited_at: expect.any(String),
      })
    })

    it("makes a promotion valid at checkout for the members alone", async () => {
      const segment = await syncedSegment()
      const promotions = getContainer().resolve(Modules.PROMOTION)
      await promotions.createPromotions({
        code: "GERMANS",
        type: "standard",
        status: "active",
        rules: [
          {
            attribute: "customer.groups.id",
            operator: "in",
            values: [segment.customer_group_id],
          },
        ],
        application_method: {
          type: "fixed",
          target_type: "order",
          allocation: "across",
          value: 5,
          currency_code: "gbp",
        },
      })
      const store = await createStore(getContainer())
      const discountFor = async (customer: { id: string }, email: string) => {
        const container = getContainer()
        const { result: cart } = await createCartWorkflow(container).run({
          input: {
            region_id: store.region_id,
            sales_channel_id: store.sales_channel_id,
            currency_code: "gbp",
            customer_id: customer.id,
            email,
            items: [{ variant_id: store.variants[50]!, quantity: 1 }],
          },
        })
        await updateCartPromotionsWorkflow(container).run({
          input: { cart_id: cart.id, promo_codes: ["GERMANS"] },
        })
        const { data } = await container
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({
            entity: "cart",
            fields: ["discount_total"],
            filters: { id: cart.id },
          })
        return Number(data[0]!.discount_total)
      }
      expect(await discountFor(customers[0]!, "ann@example.com")).toBe(5)
      expect(await discountFor(customers[2]!, "eve@example.com")).toBe(0)
    })

    it("asks what becomes of the group of a deleted segment", async () => {
      const { id, customer_group_id: group } = await syncedSegment()
      const refused = await api.delete(url(`/${id}`), {
        ...admin,
        validateStatus: () => true,
      })
      expect({
        status: refused.status,
        message: refused.data.message,
      }).toEqual({
        status: 400,
        message:
          "Invalid request: Field 'group': must be keep or delete, for the segment has a customer group",
      })
      await api.delete(url(`/${id}?group=delete`), admin)
      const left = await getContainer()
        .resolve(Modules.CUSTOMER)
        .listCustomerGroups({ id: group })
      expect(left).toEqual([])
    })
  })
}
