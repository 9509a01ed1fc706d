import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import type { StoreContext } from "../../../helpers/test-store"
import { refreshStalePersonsWorkflow } from "../../../../src/workflows/ad-planning/segments/refresh-stale-persons"
import { bought, nobody, writePeople } from "./people"

const GERMANS = {
  combinator: "and",
  rules: [{ field: "person.country", operator: "=", value: "de" }],
}
const BUYERS = {
  combinator: "and",
  rules: [{ field: "orders.count", operator: ">=", value: 1 }],
}

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    admin = await adminHeaders(getContainer())
    await writePeople(getContainer(), [
      {
        ...nobody,
        id: "pers_ann",
        country: "de",
        orders: [bought("o1", 3, 80)],
      },
      {
        ...nobody,
        id: "pers_ben",
        country: "gb",
        orders: [bought("o2", 9, 20)],
      },
      { ...nobody, id: "pers_eve", country: "DE" },
      { ...nobody, id: "pers_tom" },
    ])
  })

  const url = (path: string) => `/admin/ad-planning/segments${path}`
  const get = async (path: string) => (await api.get(url(path), admin)).data
  const post = async (path: string, body: object = {}) =>
    (await api.post(url(path), body, admin)).data
  const create = async (criteria: object, name = "A segment") =>
    (await post("", { name, criteria })).segment
  const membersOf = async (id: string): Promise<string[]> => {
    const { members } = await get(`/${id}/members?order=person_id`)
    return members.map((row: { person_id: string }) => row.person_id)
  }

  describe("/admin/ad-planning/segments", () => {
    it("makes, lists, changes whole and deletes a segment", async () => {
      const made = await create(GERMANS, "Germans")
      expect(made).toMatchObject({
        name: "Germans",
        segment_type: "custom",
        criteria: { version: 1, ...GERMANS },
        is_active: true,
        auto_update: true,
        customer_count: 0,
        last_calculated_at: null,
      })
      const { data } = await api.put(
        url(`/${made.id}`),
        { criteria: { logic: "OR", groups: [BUYERS], rules: GERMANS.rules } },
        admin
      )
      expect(data.segment.criteria).toEqual({
        version: 1,
        combinator: "or",
        rules: [GERMANS.rules[0], BUYERS],
      })
      expect((await get("?q=germ")).count).toBe(1)
      const { data: deleted } = await api.delete(url(`/${made.id}`), admin)
      expect(deleted).toEqual({
        id: made.id,
        object: "customer_segment",
        deleted: true,
      })
      expect((await get("")).segments).toEqual([])
    })

    it("calculates who is in it, and the second time nothing changes", async () => {
      const { id } = await create(GERMANS)
      expect(await post(`/${id}/calculate`)).toEqual({
        added: 2,
        removed: 0,
        customer_count: 2,
      })
      expect(await post(`/${id}/calculate`)).toEqual({
        added: 0,
        removed: 0,
        customer_count: 2,
      })
      expect(await membersOf(id)).toEqual(["pers_ann", "pers_eve"])
      const { segment } = await get(`/${id}`)
      expect(segment).toMatchObject({
        customer_count: 2,
        revenue: [{ currency: "gbp", value: 80 }],
        count_30_days_ago: null,
        change_30_days: null,
      })
    })

    it("keeps who was added and who was removed by hand", async () => {
      const { id } = await create(GERMANS)
      await post(`/${id}/calculate`)
      expect(
        await post(`/${id}/members`, {
          add: ["pers_tom", "pers_none"],
          remove: ["pers_ann"],
        })
      ).toEqual({
        added: 1,
        removed: 1,
        unknown: ["pers_none"],
        customer_count: 2,
      })
      await post(`/${id}/calculate`)
      expect(await membersOf(id)).toEqual(["pers_eve", "pers_tom"])
      await post(`/${id}/members`, { add: ["pers_ann"] })
      expect(await membersOf(id)).toEqual(["pers_ann", "pers_eve", "pers_tom"])
    })

    it("says who would be in it, and how many meet each rule", async () => {
      const answer = await post("/preview", {
        criteria: {
          combinator: "and",
          rules: [...GERMANS.rules, ...BUYERS.rules],
        },
      })
      expect(answer.preview ?? answer).toMatchObject({
        population: 4,
        count: 1,
        share: 0.25,
        by_rule: [2, 2],
        examples: [{ person_id: "pers_ann", name: null }],
      })
      expect((await get("")).count).toBe(0)
    })

    it("follows a person whose facts changed, within the minute job", async () => {
      const { id } = await create(BUYERS)
      await post(`/${id}/calculate`)
      await sql(
        getContainer(),
        `UPDATE conversion SET person_id = 'pers_tom' WHERE order_id = 'o2'`
      )
      await adPlanning(getContainer()).segments.markStale([
        "pers_ben",
        "pers_tom",
      ])
      const refresh = () =>
        refreshStalePersonsWorkflow(getContainer()).run({
          input: { as_of: new Date().toISOString(), limit: 500 },
        })
      expect((await refresh()).result).toEqual({
        persons: 2,
        segment_ids: [id],
      })
      expect(await membersOf(id)).toEqual(["pers_ann", "pers_tom"])
      expect((await refresh()).result).toEqual({ persons: 0, segment_ids: [] })
    })

    it("asks about another segment, but never in a circle", async () => {
      const a = await create(GERMANS)
      const inside = (id: string) => ({
        combinator: "and",
        rules: [{ field: "segment.member", operator: "in", value: [id] }],
      })
      const b = await create(inside(a.id))
      const result = await post("/bulk-calculate")
      expect(result).toEqual({ calculated: 2, added: 4, removed: 0 })
      expect(await membersOf(b.id)).toEqual(["pers_ann", "pers_eve"])
      const { status, data } = await api.put(
        url(`/${a.id}`),
        { criteria: inside(b.id) },
        { ...admin, validateStatus: () => true }
      )
      expect({ status, message: data.message }).toEqual({
        status: 400,
        message: `Invalid request: Field 'criteria': segments ask about each other: ${b.id} -> ${a.id} -> ${b.id}`,
      })
      const refused = await api.delete(url(`/${a.id}`), {
        ...admin,
        validateStatus: () => true,
      })
      expect(refused.status).toBe(400)
      const { overlap } = await get(`/overlap?ids=${a.id},${b.id}`)
      expect(overlap).toEqual([{ a: a.id, b: b.id, shared: 2 }])
    })

    it("duplicates, makes one by a template, and shows the RFM grid", async () => {
      const a = await create(GERMANS, "Germans")
      const { segment } = await post(`/${a.id}/duplicate`)
      expect(segment).toMatchObject({
        name: "Germans (copy)",
        criteria: a.criteria,
        customer_count: 0,
      })
      const { segment: made } = await post("/templates", {
        template: "one_time_buyers",
      })
      expect(made).toMatchObject({ name: "One-time buyers", customer_count: 2 })
      const { rfm } = await get("/rfm")
      expect(rfm.people).toBe(2)
      expect(rfm.cells).toHaveLength(25)
      expect(rfm.groups).toHaveLength(11)
      expect(rfm.currency).toBe("gbp")
    })

    it("is read through the person and the segment by query.graph", async () => {
      const { id } = await create(BUYERS, "Buyers")
      await post(`/${id}/calculate`)
      const query = getContainer().resolve("query")
      const { data } = await query.graph({
        entity: "customer_segment",
        fields: ["name", "members.person_id"],
        filters: { id },
      })
      expect(data).toEqual([
        expect.objectContaining({
          name: "Buyers",
          members: expect.arrayContaining([
            expect.objectContaining({ person_id: "pers_ann" }),
          ]),
        }),
      ])
    })
  })
}
