import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type AdPlanningService from "../../../../src/modules/ad-planning/service"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { purchaseFact, touchFact } from "../../../helpers/facts"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const ORDERS = 40
const TIMES = 30
const AT = new Date("2026-10-02T11:00:00Z")
const PERIOD = "from=2026-10-01&to=2026-10-31&timezone=UTC"

/** Makes PostgreSQL plan for several workers, however small the tables. */
const PARALLEL = `
  SET LOCAL max_parallel_workers_per_gather = 4;
  SET LOCAL min_parallel_table_scan_size = 0;
  SET LOCAL parallel_setup_cost = 0;
  SET LOCAL parallel_tuple_cost = 0`
/** And for other joins than it would choose. */
const PLANS = [
  "",
  "SET LOCAL enable_hashjoin = off",
  "SET LOCAL enable_nestloop = off; SET LOCAL enable_indexscan = off",
]

/** What the service reads, in a transaction of these settings. */
async function planned<Answer>(
  container: MedusaContainer,
  settings: string,
  ask: (manager: { execute: (...args: never[]) => unknown }) => Promise<Answer>
): Promise<Answer> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return await pg.transaction(async (transaction) => {
    await transaction.raw(`${PARALLEL}; ${settings}`)
    return await ask({
      execute: async (text: string, params: never[]) =>
        (await transaction.raw<{ rows: unknown[] }>(text, params)).rows,
    })
  })
}

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let service: AdPlanningService
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    container = getContainer()
    silenceEvents(container)
    service = adPlanning(container)
    admin = await adminHeaders(container)
  })

  /**
   * Each order's stamp and the session of it at one instant, under one session id,
   * and of two campaigns: only `touch_key` parts them.
   */
  async function tellTies(first: "session" | "order") {
    const tellSessions = () =>
      service.touches.syncTouches(
        Array.from({ length: ORDERS }, (_, index) =>
          touchFact(`s${index}`, {
            visitor_id: `v${index}`,
            started_at: AT,
            utm_campaign: "session",
            channel_group: "Email",
          })
        ),
        []
      )
    const tellOrders = () =>
      service.purchases.syncPurchases(
        Array.from({ length: ORDERS }, (_, index) =>
          purchaseFact(`o${index}`, {
            visitor_id: `v${index}`,
            session_id: `s${index}`,
            touch: touchFact(`s${index}`, {
              touch_key: `order:o${index}`,
              source: "order",
              order_id: `o${index}`,
              visitor_id: `v${index}`,
              started_at: AT,
              utm_campaign: "order",
              channel_group: "Referral",
            }),
          })
        ),
        []
      )
    for (const tell of first === "session"
      ? [tellSessions, tellOrders]
      : [tellOrders, tellSessions]) {
      await tell()
    }
  }

  it.each(["session", "order"] as const)(
    "a complete tie has one answer in every report and explanation (%s first)",
    async (first) => {
      await tellTies(first)

      // Of the two keys `session:...` is the larger one.
      const stored = await sql(
        container,
        "SELECT channel_group, COUNT(*)::int AS orders FROM conversion GROUP BY 1"
      )
      expect(stored).toEqual([{ channel_group: "Email", orders: ORDERS }])

      for (const [model, key] of [
        ["last_touch", "Email"],
        ["first_touch", "Referral"],
      ]) {
        const { data } = await api.get(
          `/admin/ad-planning/attribution/stats?${PERIOD}&group_by=channel_group&model=${model}`,
          admin
        )
        const earning = data.stats.filter(
          (row: { revenue: number }) => row.revenue !== 0
        )
        expect(
          earning.map((row: { key: string; revenue: number }) => [
            row.key,
            row.revenue,
          ])
        ).toEqual([[key, ORDERS * 100]])
      }

      const { data } = await api.get(
        "/admin/ad-planning/attribution/conversions/o7",
        admin
      )
      expect(
        data.explanation.touches.map(
          (touch: { utm_campaign: string }) => touch.utm_campaign
        )
      ).toEqual(["order", "session"])
      expect(data.explanation.touches[1].credits.last_touch.share).toBe(1)
    }
  )

  it(`answers the same ${TIMES} times under parallel plans`, async () => {
    await tellTies("order")
    const request = {
      periods: [
        {
          from: new Date("2026-10-01T00:00:00Z"),
          to: new Date("2026-11-01T00:00:00Z"),
          from_date: "2026-10-01",
          to_date: "2026-10-31",
        },
      ],
      timezone: "UTC",
      currency: "gbp",
      revenue_basis: "total" as const,
      basis: "order_date" as const,
      filters: {},
      group_by: "none" as const,
    }
    const answers = new Set<string>()
    for (let time = 0; time < TIMES; time++) {
      const answer = await planned(
        container,
        PLANS[time % PLANS.length]!,
        async (manager) => {
          const { rows } = await service.attribution.attributionCompare(
            request,
            "channel_group",
            ["last_touch", "first_touch"],
            new Date("2026-11-05T00:00:00Z"),
            { manager: manager as never }
          )
          return rows
            .filter(({ key, revenue }) => key !== null && Number(revenue) !== 0)
            .map(({ model, key, revenue }) => `${model} ${key} ${revenue}`)
            .toSorted()
        }
      )
      answers.add(answer.join("; "))
    }
    expect([...answers]).toEqual([
      `first_touch Referral ${ORDERS}00.00; last_touch Email ${ORDERS}00.00`,
    ])
  })
}
