import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { bulkResolveAttributionsWorkflow } from "../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adPlanning, sql } from "../../helpers/ad-planning"
import { changesOf, settle } from "../../helpers/attribution"
import {
  campaignFact,
  conversionInput,
  purchaseFact,
  touchFact,
} from "../../helpers/facts"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    const service = () => adPlanning(container)
    const changes = () => changesOf(container)
    const visit = (id: string, day = "01", other = {}) =>
      service().syncTouches(
        [
          touchFact(id, {
            started_at: new Date(`2026-10-${day}T10:30:00Z`),
            ...other,
          }),
        ],
        []
      )
    const resolveAll = () =>
      bulkResolveAttributionsWorkflow(container).run({ input: {} })

    beforeEach(async () => {
      container = getContainer()
      await service().syncCampaigns([
        campaignFact("c", "Sale"),
        campaignFact("d", "Other"),
      ])
    })

    describe("the ledger", () => {
      it("notes what moves a conversion that is known, with cause and touches, once", async () => {
        await service().syncPurchases([purchaseFact("order_1")], [])
        await settle(container)
        await visit("s1")
        await visit("s1")
        await resolveAll()
        await resolveAll()
        await service().syncTouches([], ["session:s1"])
        expect(await changes()).toEqual([
          ["touches", "(direct or unknown)", "(unresolved campaign)"],
          ["rules", "(unresolved campaign)", "c"],
          ["touches", "c", "(direct or unknown)"],
        ])
        expect(
          await sql(
            container,
            `SELECT from_attribution_id IS NULL AS was_direct, to_attribution_id LIKE 'attr_%' AS has_touch
               FROM ad_planning_attribution_change ORDER BY changed_at`
          )
        ).toEqual([
          { was_direct: true, has_touch: true },
          { was_direct: false, has_touch: true },
          { was_direct: false, has_touch: null },
        ])
      })

      it("notes nothing of an order's first hour, nor of its first day", async () => {
        await service().syncPurchases([purchaseFact("order_1")], [])
        await visit("s1")
        const converted_at = new Date(Date.now() - 3_600_000)
        await service().syncPurchases(
          [purchaseFact("order_2", { converted_at, visitor_id: "w" })],
          []
        )
        await settle(container)
        await service().syncTouches(
          [touchFact("s2", { visitor_id: "w", started_at: converted_at })],
          []
        )
        expect(await changes()).toEqual([])
        // They are known by now, and have moved to where they are.
        await resolveAll()
        expect(await changes()).toEqual([
          ["rules", "(unresolved campaign)", "c"],
        ])
      })

      it("notes nothing of another touch of the same campaign, nor of what is in no figure", async () => {
        await visit("s1")
        await resolveAll()
        await service().syncPurchases([purchaseFact("order_1")], [])
        await sql(
          container,
          `INSERT INTO conversion (id, conversion_type, source, idempotency_key, converted_at, visitor_id)
           VALUES ('conv_cart', 'add_to_cart', 'pixel', ?, '2026-10-02T12:00:00Z', 'v')`,
          [conversionInput("cart").idempotency_key]
        )
        await settle(container)
        await visit("s2", "02")
        await resolveAll()
        const credited = await sql(
          container,
          `SELECT DISTINCT touch_key, conversion.ad_campaign_id
             FROM conversion JOIN campaign_attribution touch ON touch.id = attribution_id`
        )
        expect(credited).toEqual([
          { touch_key: "session:s2", ad_campaign_id: "c" },
        ])
        expect(await changes()).toEqual([
          ["touches", "c", "(unresolved campaign)"],
          ["rules", "(unresolved campaign)", "c"],
        ])
      })

      it("notes a person's choice of whatever it concerns, and who made it", async () => {
        await visit("s1")
        await service().syncPurchases([purchaseFact("order_1")], [])
        const { id } = await service().retrieveTouchOfSession("s1")
        const choice = { ad_campaign_id: "d", ad_set_id: null, ad_id: null }
        const cause = {
          cause: "session_choice" as const,
          cause_id: id,
          actor_id: "user_1",
        }
        await service().assignTouch(id, choice, null, cause)
        await service().assignTouch(id, choice, null, cause)
        await service().clearResolution(id)
        expect(
          await sql(
            container,
            `SELECT cause, cause_id, actor_id, from_key, to_key
               FROM ad_planning_attribution_change ORDER BY changed_at`
          )
        ).toEqual([
          { ...cause, from_key: "(unresolved campaign)", to_key: "d" },
          {
            cause: "undo",
            cause_id: id,
            actor_id: null,
            from_key: "d",
            to_key: "(unresolved campaign)",
          },
        ])
      })

      it("chains: of moves at the same time, each begins where another ended", async () => {
        await visit("s1")
        await service().syncPurchases([purchaseFact("order_1")], [])
        const { id } = await service().retrieveTouchOfSession("s1")
        await Promise.all(
          ["c", "d", "c", "d", "c", "d"].map((ad_campaign_id) =>
            service().assignTouch(
              id,
              { ad_campaign_id, ad_set_id: null, ad_id: null },
              null
            )
          )
        )
        const noted = await changes()
        expect(noted.length).toBeGreaterThan(0)
        let key: string | null = "(unresolved campaign)"
        for (const [, from, to] of noted) {
          expect(from).toBe(key)
          key = to!
        }
        const [conversion] = await sql<{ ad_campaign_id: string }>(
          container,
          `SELECT ad_campaign_id FROM conversion`
        )
        expect(conversion!.ad_campaign_id).toBe(key)
      })

      it("follows a campaign's id, goes with its conversion, and stays when a person is erased", async () => {
        const { campaigns } = await service().syncCampaigns([
          campaignFact(null, "Imported", { external_id: "77" }),
        ])
        await visit("s1")
        await service().syncPurchases([purchaseFact("order_1")], [])
        const { id } = await service().retrieveTouchOfSession("s1")
        for (const ad_campaign_id of [campaigns[0]!.id, "c"]) {
          await service().assignTouch(
            id,
            { ad_campaign_id, ad_set_id: null, ad_id: null },
            null
          )
        }
        await service().syncCampaigns([
          campaignFact("adcamp_1", "Imported", { external_id: "77" }),
        ])
        const known = [
          ["session_choice", "(unresolved campaign)", "adcamp_1"],
          ["session_choice", "adcamp_1", "c"],
        ]
        expect(await changes()).toEqual(known)
        await service().erase({
          reason: "request",
          requested_by: null,
          person_id: null,
          customer_id: null,
          names: [{ kind: "email", value: "hash" }],
        })
        expect(await changes()).toEqual(known)
        await service().syncPurchases([], ["order_1"])
        expect(await changes()).toEqual([])
      })
    })
  },
})
