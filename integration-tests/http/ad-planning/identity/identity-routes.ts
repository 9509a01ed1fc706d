import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { identityFact, purchaseFact } from "../../../helpers/facts"
import { emailHash } from "../../../../src/modules/ad-planning/utils/identity/email-hash"
import { people } from "../../../helpers/host"
import { itAll } from "../../../helpers/it-all"
import { silenceEvents } from "../../../helpers/silent-bus"
import { countRows } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const NO_KIND = 'Invalid option: expected one of "visitor"|"customer"|"email"'
const AT = new Date("2026-10-02T12:00:00Z")

export default function suite({ api, getContainer }: StoreContext) {
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
    await adPlanning(container).identity.syncIdentityLinks([
      identityFact("email", "a", ann),
      identityFact("email", "b", bob),
    ])
    // Of nobody but the device that an order of Ann's was placed with.
    for (const [id, hash] of [
      ["1", "a"],
      ["2", null],
    ] as const) {
      await adPlanning(container).purchases.syncPurchases(
        [purchaseFact(id, { email_hash: hash, converted_at: AT })],
        []
      )
    }
  })
  afterEach(() => jest.restoreAllMocks())

  const path = (rest: string) => `/admin/ad-planning${rest}`
  const get = (rest: string) => api.get(path(rest), admin)
  const any = { validateStatus: () => true }
  const post = (rest: string, body: object = {}) =>
    api.post(path(rest), body, { ...admin, ...any })
  const remove = (rest: string) => api.delete(path(rest), { ...admin, ...any })
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
    await adPlanning(getContainer()).purchases.syncPurchases([], ["1"])
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

  it("POST /identities/refuse makes an identifier nobody's, DELETE takes that back", async () => {
    expect(await buyers()).toEqual([ann, ann])
    const body = { kind: "visitor", value: "v" }
    const first = await post("/identities/refuse", body)
    const refused = {
      id: expect.stringMatching(/^idstat_/),
      ...body,
      status: "refused",
      created_at: expect.any(String),
    }
    expect({ status: first.status, data: first.data }).toEqual({
      status: 200,
      data: { refused },
    })
    expect(await buyers()).toEqual([ann, null])
    // Once is enough.
    const second = await post("/identities/refuse", body)
    expect(second.data).toEqual(first.data)
    const list = await get("/identities/refused?status=refused&kind=visitor")
    expect(list.data).toEqual({
      refused: [first.data.refused],
      count: 1,
      offset: 0,
      limit: 20,
    })
    const { id } = first.data.refused
    const { status, data } = await remove(`/identities/refused/${id}`)
    expect({ status, data }).toEqual({
      status: 200,
      data: { id, object: "refused", deleted: true },
    })
    expect(await buyers()).toEqual([ann, ann])
    const again = await remove(`/identities/refused/${id}`)
    expect(again.status).toBe(404)
  })

  it("POST /identities/refuse takes an e-mail as it is typed", async () => {
    const service = adPlanning(getContainer())
    const hash = emailHash("office@example.com", service.options.secret)!
    await service.identity.syncIdentityLinks([identityFact("email", hash, bob)])
    await service.purchases.syncPurchases(
      [purchaseFact("3", { email_hash: hash, visitor_id: null })],
      []
    )
    expect(await buyers()).toEqual([ann, ann, bob])
    const { data } = await post("/identities/refuse", {
      kind: "email",
      value: " Office@Example.com",
    })
    expect(data.refused).toMatchObject({ kind: "email", value: hash })
    expect(await buyers()).toEqual([ann, ann, null])
  })

  it("an identifier of somebody erased is refused no more", async () => {
    await post("/identities/refuse", { kind: "visitor", value: "w" })
    await post(`/customers/${ann}/erase`)
    const { status, data } = await post("/identities/refuse", {
      kind: "visitor",
      value: "v",
    })
    expect({ status, message: data.message }).toEqual({
      status: 400,
      message: "the person of this visitor was erased: it names nobody",
    })
    const { data: list } = await get("/identities/refused")
    expect(list.refused).toMatchObject([{ value: "w" }])
  })

  itAll(
    "POST /identities/refuse refuses, and writes nothing",
    [
      [{}, `Field 'kind': ${NO_KIND}`],
      [{ kind: "person", value: "x" }, `Field 'kind': ${NO_KIND}`],
      [{ kind: "constructor", value: "x" }, `Field 'kind': ${NO_KIND}`],
      [
        { kind: "email" },
        "Field 'value': Invalid input: expected string, received undefined",
      ],
      [
        { kind: "email", value: 1 },
        "Field 'value': Invalid input: expected string, received number",
      ],
      [
        { kind: "email", value: "" },
        "Field 'value': Too small: expected string to have >=1 characters",
      ],
      [
        { kind: "email", value: "a".repeat(513) },
        "Field 'value': Too big: expected string to have <=512 characters",
      ],
      [
        { kind: "email", value: "a\0b" },
        "Field 'value': contains a NUL character",
      ],
      [{ kind: "email", value: "x", nope: 1 }, "Unrecognized fields: 'nope'"],
    ] as [object, string][],
    async (body: object, reason: string) => {
      const before = await countRows(getContainer())
      const { status, data } = await post("/identities/refuse", body)
      expect(status).toBe(400)
      expect(data.message.split("; ")[0]).toBe(`Invalid request: ${reason}`)
      expect(await countRows(getContainer())).toEqual(before)
    }
  )

  it("refuses with the reason", async () => {
    const id = "idlink_nobody"
    const unknown = `AdPlanningIdentityLink with id: ${id} was not found`
    const cases = [
      [remove(`/identities/${id}`), 404, unknown],
      [
        remove("/identities/refused/idstat_nobody"),
        404,
        "AdPlanningIdentityStatus with id: idstat_nobody was not found",
      ],
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
      [post(`/customers/${ann}/unmerge`), 400, `person ${ann} was not merged`],
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
}
