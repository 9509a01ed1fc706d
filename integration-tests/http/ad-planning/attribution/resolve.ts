import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../../../../src/runners/reconcile-sources"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  outcomeOf,
  purchaseAfter,
  readSessions,
  readVisit,
} from "../../../helpers/attribution"
import { campaignFact } from "../../../helpers/facts"
import { analytics, type Visit } from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import { readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const NOTHING = { processed: 0, resolved: 0, unresolved: 0, by_method: {} }

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })
  beforeEach(() => {
    container = getContainer()
    silenceEvents(container)
  })
  afterEach(() => jest.restoreAllMocks())

  const post = async (path: string, body: object, status = 200) => {
    const answer = await api.post(
      `/admin/ad-planning/attribution/${path}`,
      body,
      admin
    )
    expect({ status: answer.status, data: answer.data }).toEqual({
      status,
      data: expect.any(Object),
    })
    return answer.data
  }
  const session = (id: string, query: string, other: Partial<Visit> = {}) =>
    readVisit(container, id, query, other)
  const purchase = (id: string) => purchaseAfter(container, id)
  const outcome = (id: string) => outcomeOf(container, id)
  const addCampaign = (id: string, name: string, other = {}) =>
    adPlanning(container).campaigns.syncCampaigns([
      campaignFact(id, name, other),
    ])

  describe("POST /attribution/resolve without a campaign", () => {
    it("asks the rules again, and credits the purchase anew", async () => {
      await session("s", "utm_campaign=Sale")
      await purchase("s")
      expect(await outcome("s")).toEqual([null, "no_match", null])
      await addCampaign("c", "SALE")
      const { attribution } = await post("resolve", { session_id: "s" })
      expect(attribution).toMatchObject({
        session_id: "s",
        ad_campaign_id: "c",
        is_resolved: true,
        resolution_method: "name",
        unresolved_reason: null,
      })
      expect(await outcome("s")).toEqual(["c", "name", "c"])
    })

    it("takes a person's choice back", async () => {
      await addCampaign("c", "Sale")
      await addCampaign("d", "Other")
      await session("s", "utm_campaign=Sale")
      await purchase("s")
      await post("resolve", { session_id: "s", ad_campaign_id: "d" })
      expect(await outcome("s")).toEqual(["d", "manual", "d"])
      await post("resolve", { session_id: "s" })
      expect(await outcome("s")).toEqual(["c", "name", "c"])
    })

    it("leaves what nothing explains unresolved, with its reason", async () => {
      await session("unknown", "utm_campaign=Unknown")
      await addCampaign("t1", "Twin")
      await addCampaign("t2", " twin ")
      await session("two", "utm_campaign=Twin")
      await session("free", "", { referrer: "https://blog.example.org/" })
      for (const [session_id, unresolved_reason] of [
        ["unknown", "no_match"],
        ["two", "ambiguous"],
        ["free", "not_claimed"],
      ]) {
        const { attribution } = await post("resolve", { session_id })
        expect(attribution).toMatchObject({
          session_id,
          ad_campaign_id: null,
          is_resolved: false,
          resolution_method: null,
          unresolved_reason,
        })
      }
    })
  })

  describe("POST /attribution/resolve with a campaign", () => {
    beforeEach(async () => {
      await addCampaign("c", "Sale")
      await addCampaign("d", "Other")
    })

    it("keeps campaign, ad set and ad as chosen, and credits the purchase", async () => {
      await session("s", "utm_campaign=Sale")
      await purchase("s")
      const { attribution } = await post("resolve", {
        session_id: "s",
        ad_campaign_id: "d",
        ad_set_id: "set",
        ad_id: "ad",
      })
      expect(attribution).toMatchObject({
        ad_campaign_id: "d",
        ad_set_id: "set",
        ad_id: "ad",
        is_resolved: true,
        resolution_method: "manual",
      })
      const [credited] = await sql(
        container,
        `SELECT ad_campaign_id, ad_set_id, ad_id FROM conversion`
      )
      expect(credited).toEqual({
        ad_campaign_id: "d",
        ad_set_id: "set",
        ad_id: "ad",
      })
    })

    it("is never overwritten by anything but another choice", async () => {
      const row = await session("s", "utm_campaign=Sale")
      await purchase("s")
      await post("resolve", { session_id: "s", ad_campaign_id: "d" })
      const expectChoice = async () =>
        expect(await outcome("s")).toEqual(["d", "manual", "d"])

      expect(await post("bulk-resolve", {})).toEqual(NOTHING)
      await expectChoice()
      await readSessions(container, row.id)
      await expectChoice()
      await analytics(container).updateAnalyticsSessions({
        id: row.id,
        utm_campaign: "Sale renamed",
      })
      await readSessions(container, row.id)
      await expectChoice()
      await reconcileSources(container, ["campaign", "session", "order"], {
        createdSince: new Date(0),
      })
      await expectChoice()
      await analytics(container).updateAnalyticsSessions({
        id: row.id,
        utm_campaign: null,
      })
      await sql(container, `DELETE FROM analytics_event`)
      await readSessions(container, row.id)
      await expectChoice()
      await post("resolve", { session_id: "s", ad_campaign_id: "c" })
      expect(await outcome("s")).toEqual(["c", "manual", "c"])
    })

    it("remembers what the value means, for all its like of the website", async () => {
      await session("s", "utm_campaign=Spring_Promo")
      await session("like", "utm_campaign=%20spring+PROMO")
      await session("unlike", "utm_campaign=Spring")
      await session("elsewhere", "utm_campaign=Spring_Promo")
      await sql(
        container,
        `UPDATE analytics_session SET website_id = 'other' WHERE session_id = 'elsewhere'`
      )
      await reconcileSources(container, ["session"], {
        createdSince: new Date(0),
      })
      await purchase("like")
      await post("resolve", {
        session_id: "s",
        ad_campaign_id: "d",
        remember: true,
      })
      expect(await outcome("s")).toEqual(["d", "manual", null])
      expect(await outcome("like")).toEqual(["d", "alias", "d"])
      expect(await outcome("unlike")).toEqual([null, "no_match", null])
      expect(await outcome("elsewhere")).toEqual([null, "no_match", null])
      const { data } = await api.get("/admin/users/me", admin)
      expect(
        await sql(
          container,
          `SELECT kind, normalised_value, website_id, ad_campaign_id, created_by
               FROM ad_planning_campaign_alias`
        )
      ).toEqual([
        {
          kind: "utm_campaign",
          normalised_value: "spring promo",
          website_id: "site",
          ad_campaign_id: "d",
          created_by: data.user.id,
        },
      ])
      await session("later", "utm_campaign=spring-promo")
      expect(await outcome("later")).toEqual(["d", "alias", null])
    })

    it("changes its mind: the latest decision stands for what comes", async () => {
      await session("s", "utm_campaign=Promo")
      for (const ad_campaign_id of ["c", "d"]) {
        await post("resolve", {
          session_id: "s",
          ad_campaign_id,
          remember: true,
        })
      }
      await session("later", "utm_campaign=Promo")
      expect(await outcome("later")).toEqual(["d", "alias", null])
      expect(
        await sql(container, `SELECT 1 FROM ad_planning_campaign_alias`)
      ).toHaveLength(1)
    })

    it("remembers a utm_id where there is no utm_campaign", async () => {
      await session("s", "utm_id=77")
      await post("resolve", {
        session_id: "s",
        ad_campaign_id: "d",
        remember: true,
      })
      await session("later", "utm_id=77")
      expect(await outcome("later")).toEqual(["d", "alias", null])
    })

    it("has nothing to remember of a session without both", async () => {
      await session("s", "", { referrer: "https://blog.example.org/" })
      const before = await readTables(container)
      const data = await post(
        "resolve",
        { session_id: "s", ad_campaign_id: "d", remember: true },
        400
      )
      expect(data).toEqual({
        type: "not_allowed",
        message:
          "Session s has neither utm_campaign nor utm_id: there is nothing to remember",
      })
      expect(await readTables(container)).toEqual(before)
    })
  })
}
