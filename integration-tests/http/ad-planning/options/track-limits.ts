import type { MedusaContainer } from "@medusajs/framework/types"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import type { StoreContext } from "../../../helpers/test-store"
import { addToCart } from "../fixtures/pixel-messages"

const PATH = "/web/ad-planning/track-conversion"
const FIREFOX =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"
const CALLS = 5
const MAX_PENDING = 20

/** The options of the store, below `web`. */
export const LOW_LIMITS = {
  rate_limit: { calls: CALLS, window_seconds: 60 },
  trusted_proxies: 2,
  max_pending: MAX_PENDING,
}

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  beforeEach(() => {
    container = getContainer()
  })
  afterEach(() => jest.restoreAllMocks())

  /** The client, then the proxies between it and us. */
  const post = (address: string, event_id: string, other: object = {}) =>
    api.post(
      PATH,
      { ...addToCart, event_id, ...other },
      {
        validateStatus: () => true,
        headers: { "user-agent": FIREFOX, "x-forwarded-for": address },
      }
    )
  const keys = async () => {
    const rows = await sql<{ key: string }>(
      container,
      "SELECT idempotency_key AS key FROM conversion ORDER BY 1"
    )
    return rows.map((row) => row.key)
  }

  it("refuses an address that calls too often, and no other", async () => {
    const first = "203.0.113.1, 10.0.0.1"
    const answers = []
    for (let call = 0; call < CALLS + 2; call += 1) {
      answers.push(await post(first, `a${call}`))
    }
    const refused = answers.slice(CALLS)
    expect(answers.slice(0, CALLS).map(({ status }) => status)).toEqual(
      Array(CALLS).fill(202)
    )
    for (const { status, data, headers } of refused) {
      expect([status, data]).toEqual([
        429,
        {
          type: "too_many_requests",
          message: "Too many calls: at most 5 in 60 seconds",
        },
      ])
      expect(Number(headers["retry-after"])).toBeGreaterThan(0)
    }
    // Another client behind the same proxy.
    const other = await post("203.0.113.2, 10.0.0.1", "b")
    expect(other.status).toBe(202)
    // What a client writes into the header itself is not believed.
    const forged = await post("198.51.100.7, 203.0.113.1, 10.0.0.1", "c")
    expect(forged.status).toBe(429)
    expect(await keys()).toHaveLength(CALLS + 1)
  })

  it("counts the addresses of one IPv6 network as one", async () => {
    const statuses = []
    for (let call = 0; call < CALLS + 1; call += 1) {
      const { status } = await post(
        `2001:db8:1:2::${call + 1}, 10.0.0.1`,
        `v6-${call}`
      )
      statuses.push(status)
    }
    expect(statuses).toEqual([...Array(CALLS).fill(202), 429])
  })

  it("commits what arrives together in one transaction, and a bad row fails alone", async () => {
    const service = adPlanning(container)
    const sizes: number[] = []
    const track = service.conversions.trackConversions.bind(service.conversions)
    jest
      .spyOn(service.conversions, "trackConversions")
      .mockImplementation(async (batch, context) => {
        sizes.push(batch.facts.length)
        if (batch.facts.some((fact) => fact.pathname === "/bad")) {
          throw new RangeError("this row is bad")
        }
        return await track(batch, context)
      })
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_none, index) =>
        post(`203.0.113.${100 + index}, 10.0.0.1`, `row-${index}`, {
          pathname: index === 7 ? "/bad" : "/good",
        })
      )
    )
    const failed = answers.filter(({ status }) => status !== 202)
    expect(failed.map(({ status }) => status)).toEqual([500])
    expect(answers[7]!.status).toBe(500)
    expect(Math.max(...sizes)).toBeGreaterThan(1)
    expect(await keys()).toEqual(
      Array.from({ length: 12 }, (_none, index) => `pixel:row-${index}`)
        .filter((key) => key !== "pixel:row-7")
        .toSorted()
    )
  })

  it("accepts every honest call, however many bad ones come with them", async () => {
    const service = adPlanning(container)
    const track = service.conversions.trackConversions.bind(service.conversions)
    jest
      .spyOn(service.conversions, "trackConversions")
      .mockImplementation(async (batch, context) => {
        if (batch.facts.some((fact) => fact.pathname === "/bad")) {
          throw new RangeError("this row is bad")
        }
        return await track(batch, context)
      })
    const isBad = (index: number) => index % 3 === 1
    const answers = await Promise.all(
      Array.from({ length: MAX_PENDING }, (_none, index) =>
        post(`192.0.2.${index}, 10.0.0.1`, `mix-${index}`, {
          pathname: isBad(index) ? "/bad" : "/good",
        })
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(
      answers.map((_answer, index) => (isBad(index) ? 500 : 202))
    )
  })

  it("answers 503 when too much is waiting, and grows no further", async () => {
    const service = adPlanning(container)
    const track = service.conversions.trackConversions.bind(service.conversions)
    let open: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    jest
      .spyOn(service.conversions, "trackConversions")
      .mockImplementation(async (batch, context) => {
        await gate
        return await track(batch, context)
      })
    const answered: Awaited<ReturnType<typeof post>>[] = []
    const calls = Array.from(
      { length: MAX_PENDING + 5 },
      async (_none, index) => {
        const key = `wait-${index}`
        const answer = await post(`198.51.100.${index}, 10.0.1.1`, key)
        answered.push(answer)
        return answer
      }
    )
    const refused = await eventually(async () => {
      const early = answered.filter(({ status }) => status === 503)
      return early.length === 5 && early[0]
    }).finally(open)
    expect(refused.data).toEqual({
      type: "overloaded",
      message: "Too much is waiting to be written: send it again later",
    })
    expect(refused.headers["retry-after"]).toBe("2")
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 503)).toHaveLength(5)
    expect(statuses.filter((status) => status === 202)).toHaveLength(
      MAX_PENDING
    )
    expect(await keys()).toHaveLength(MAX_PENDING)
  })
}
