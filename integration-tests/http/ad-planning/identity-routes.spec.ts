import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { adminHeaders } from "../../helpers/admin-headers"
import { adPlanning, sql } from "../../helpers/ad-planning"
import { identityFact, purchaseFact } from "../../helpers/facts"
import { people } from "../../helpers/host"
import { silenceEvents } from "../../helpers/silent-bus"

jest.setTimeout(120_000)

const AT = new Date("2026-10-02T12:00:00Z")

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    let ann: string
    let bob: string

    beforeAll(async () => {
      admin = await adminHeaders(getContainer())
    })
    beforeEach(async () => {
      const container = getContainer()
      silenceEvents(container)
      const persons = await people(container).createPeople([
        { first_name: "Ann", last_name: "Lee" },
        { first_name: "Bob", last_name: "Lee" },
      ])
      ;[ann, bob] = persons.map(({ id }) => id) as [string, string]
      await adPlanning(container).syncIdentityLinks([
        identityFact("email", "a", ann),
        identityFact("email", "b", bob),
      ])
      // Of nobody but the device that an order of Ann's was placed with.
      for (const [id, hash] of [
        ["1", "a"],
        ["2", null],
      ] as const) {
        await adPlanning(container).syncPurchases(
          [purchaseFact(id, { email_hash: hash, converted_at: AT })],
          []
        )
      }
    })
    afterEach(() => jest.restoreAllMocks())

    const path = (rest: string) => `/admin/ad-planning${rest}`
    const get = (rest: string) => api.get(path(rest), admin)
    const post = (rest: string, body: object = {}) =>
      api.post(path(rest), body, admin)
    const remove = (rest: string) => api.delete(path(rest), admin)
    const buyers = async () =>
      (
        await sql<{ person_id: string | null }>(
          getContainer(),
          `SELECT person_id FROM conversion ORDER BY order_id`
        )
      ).map((row) => row.person_id)
    const deviceLink = async () => {
      const { data } = await get(`/identities?person_id=${ann}&kind=visitor`)
      return data.identities[0].id as string
    }

    it("GET /identities says by what a person is known, and why", async () => {
      const { status, data } = await get(`/identities?person_id=${ann}`)
      const common = {
        id: expect.stringMatching(/^idlink_/),
        person_id: ann,
        revoked_at: null,
        revoked_by: null,
        created_at: expect.any(String),
        updated_at: expect.any(String),
      }
      expect({ status, data }).toEqual({
        status: 200,
        data: {
          identities: [
            {
              ...common,
              kind: "visitor",
              value: "v",
              valid_from: AT.toISOString(),
              source: "order",
              evidence: "order:1",
            },
            {
              ...common,
              kind: "email",
              value: "a",
              valid_from: "2026-01-01T00:00:00.000Z",
              source: "person",
              evidence: `person:${ann}`,
            },
          ],
          count: 2,
          offset: 0,
          limit: 20,
        },
      })
    })

    it("DELETE /identities/:id undoes a link, POST restore takes that back", async () => {
      expect(await buyers()).toEqual([ann, ann])
      const id = await deviceLink()
      const { status, data } = await remove(`/identities/${id}`)
      expect({ status, data }).toEqual({
        status: 200,
        data: { id, object: "identity", deleted: true },
      })
      expect(await buyers()).toEqual([ann, null])
      const { data: list } = await get(`/identities?kind=visitor`)
      expect(list.identities).toMatchObject([
        { id, revoked_at: expect.any(String), revoked_by: "user" },
      ])
      const restored = await post(`/identities/${id}/restore`)
      expect(restored.data.identity).toMatchObject({
        id,
        revoked_at: null,
        revoked_by: null,
      })
      expect(await buyers()).toEqual([ann, ann])
    })

    it("POST restore answers null when what showed the link is gone", async () => {
      const id = await deviceLink()
      await remove(`/identities/${id}`)
      await adPlanning(getContainer()).syncPurchases([], ["1"])
      const { status, data } = await post(`/identities/${id}/restore`)
      expect({ status, data }).toEqual({
        status: 200,
        data: { identity: null },
      })
    })

    it("POST /customers/:id/merge moves everything, unmerge moves it back", async () => {
      const merged = await post(`/customers/${ann}/merge`, { into: bob })
      expect({ status: merged.status, data: merged.data }).toEqual({
        status: 200,
        data: { person_id: bob, merged_person_id: ann },
      })
      expect(await buyers()).toEqual([bob, bob])
      const { status, data } = await post(`/customers/${ann}/unmerge`)
      expect({ status, data }).toEqual({
        status: 200,
        data: { person_id: ann },
      })
      expect(await buyers()).toEqual([ann, ann])
    })

    it("refuses with the reason", async () => {
      const id = "idlink_nobody"
      const unknown = `AdPlanningIdentityLink with id: ${id} was not found`
      const cases = [
        [remove(`/identities/${id}`), 404, unknown],
        [post(`/identities/${id}/restore`), 404, unknown],
        [
          post(`/customers/${ann}/merge`, { into: ann }),
          400,
          `person ${ann} cannot be merged into itself`,
        ],
        [
          post(`/customers/${ann}/merge`, { into: "nobody" }),
          404,
          "Person with id: nobody was not found",
        ],
        [
          post(`/customers/${ann}/unmerge`),
          400,
          `person ${ann} was not merged`,
        ],
      ] as const
      for (const [answer, status, message] of cases) {
        const { status: found, data } = await answer
        expect({ status: found, message: data.message }).toEqual({
          status,
          message,
        })
      }
      expect(await buyers()).toEqual([ann, ann])
    })
  },
})
