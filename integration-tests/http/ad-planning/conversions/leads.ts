import { Modules } from "@medusajs/framework/utils"
import { trackConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-conversion"
import { trackLeadConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-lead-conversion"
import { syncCampaignsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-campaigns"
import { reconcileSourceWorkflow } from "../../../../src/workflows/ad-planning/sync/reconcile-source"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { conversionInput } from "../../../helpers/facts"
import { createCampaigns, forms, people, socials } from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const SENT = "2026-10-01T10:00:00Z"
const minutesLater = (minutes: number) =>
  new Date(Date.parse(SENT) + minutes * 60_000)

interface LeadRow {
  idempotency_key: string
  source: string
  converted_at: Date
  ad_campaign_id: string | null
  ad_set_id: string | null
  ad_id: string | null
  platform: string | null
  channel_group: string | null
  person_id: string | null
  visitor_id: string | null
  session_id: string | null
  goal_id: string | null
  conversion_value: string | null
  currency: string | null
  id: string
}

export default function suite({ getContainer }: StoreContext) {
  afterEach(() => jest.restoreAllMocks())

  const leads = () =>
    sql<LeadRow>(
      getContainer(),
      `SELECT * FROM conversion WHERE conversion_type = 'lead_form_submission'
          ORDER BY converted_at, idempotency_key`
    )
  const keys = async () => (await leads()).map((row) => row.idempotency_key)

  /** Both names a host may use, each of them twice. */
  const announce = (names: string[], id: string) =>
    getContainer()
      .resolve(Modules.EVENT_BUS)
      .emit([...names, ...names].map((name) => ({ name, data: { id } })))

  const createLead = (other: Record<string, unknown> = {}) =>
    socials(getContainer()).createLeads({
      email: " Ada@Example.com ",
      source_platform: "fb",
      created_time: new Date(SENT),
      ...other,
    })

  async function createResponse(other: Record<string, unknown> = {}) {
    const form = await forms(getContainer()).createForms({
      name: "Newsletter",
      handle: "newsletter",
      website_id: "site",
    })
    return await forms(getContainer()).createFormResponses({
      form_id: form.id,
      email: "ada@example.com",
      data: { email: "ada@example.com" },
      submitted_at: minutesLater(2),
      page_url: "https://shop.example.com/newsletter?a=b",
      ...other,
    })
  }

  async function syncedCampaign() {
    const [campaign] = await createCampaigns(getContainer(), ["Leads"])
    await syncCampaignsWorkflow(getContainer()).run({
      input: { campaign_ids: [campaign!.id] },
    })
    return campaign!
  }

  const track = (input: {
    lead_ids?: string[]
    form_response_ids?: string[]
  }) => trackLeadConversionWorkflow(getContainer()).run({ input })

  describe("a lead", () => {
    it("counts once, when it was sent, for the campaign of its ad", async () => {
      const campaign = await syncedCampaign()
      const person = await people(getContainer()).createPeople({
        first_name: "Ada",
        last_name: "L",
        email: "ada@example.com",
      })
      const lead = await createLead({
        campaign_id: campaign.meta_campaign_id,
      })
      await announce(["lead.created", "socials.lead.created"], lead.id)
      const row = await eventually(async () => {
        const [found] = await leads()
        return found?.ad_campaign_id && found.person_id && found
      })
      expect(row).toMatchObject({
        idempotency_key: `lead:${lead.id}`,
        source: "lead",
        converted_at: new Date(SENT),
        ad_campaign_id: campaign.id,
        platform: "meta",
        channel_group: "Paid Social",
        person_id: person.id,
        conversion_value: null,
      })
      await eventually(async () => {
        const told = await socials(getContainer()).retrieveLead(lead.id)
        return told.resolved_campaign_id === campaign.id
      })
      expect(await keys()).toEqual([`lead:${lead.id}`])
    })

    it("knows its campaign by the ad set and the ad, too", async () => {
      silenceEvents(getContainer())
      const campaign = await syncedCampaign()
      const adSet = await socials(getContainer()).createAdSets({
        meta_adset_id: "6100",
        campaign_id: campaign.id,
        name: "Set",
      })
      const ad = await socials(getContainer()).createAds({
        meta_ad_id: "6200",
        ad_set_id: adSet.id,
        name: "Ad",
      })
      const whole = await createLead({
        campaign_id: campaign.meta_campaign_id,
        adset_id: "6100",
        ad_id: "6200",
      })
      const adOnly = await createLead({ ad_id: "6200" })
      await track({ lead_ids: [whole.id, adOnly.id] })
      expect(
        (await leads()).map((row) => [row.ad_campaign_id, row.ad_id])
      ).toEqual([
        [campaign.id, ad.id],
        [campaign.id, ad.id],
      ])
    })

    it("gets a campaign that is synced after it, and says so to the host", async () => {
      silenceEvents(getContainer())
      const [campaign] = await createCampaigns(getContainer(), ["Late"])
      const lead = await createLead({
        campaign_id: campaign!.meta_campaign_id,
      })
      await track({ lead_ids: [lead.id] })
      const [before] = await leads()
      expect([before!.ad_campaign_id, before!.platform]).toEqual([null, "meta"])
      await syncCampaignsWorkflow(getContainer()).run({
        input: { campaign_ids: [campaign!.id] },
      })
      const [after] = await leads()
      expect(after!.ad_campaign_id).toBe(campaign!.id)
      const told = await socials(getContainer()).retrieveLead(lead.id)
      expect(told.resolved_campaign_id).toBe(campaign!.id)
    })

    it("is nobody's advertising without an ad and utm values", async () => {
      silenceEvents(getContainer())
      const lead = await createLead({ source_platform: "email" })
      await track({ lead_ids: [lead.id] })
      const [row] = await leads()
      expect([row!.ad_campaign_id, row!.channel_group]).toEqual([null, null])
      expect(
        await sql(getContainer(), "SELECT 1 FROM campaign_attribution")
      ).toEqual([])
    })

    it("counts no more once it is deleted", async () => {
      const lead = await createLead()
      await eventually(async () => (await leads()).length === 1)
      await socials(getContainer()).deleteLeads(lead.id)
      await eventually(async () => (await leads()).length === 0)
    })

    it("meets a lead goal, which may set its value, and stays one", async () => {
      silenceEvents(getContainer())
      const [byDefault, fromEvent] = await adPlanning(
        getContainer()
      ).createConversionGoals([
        {
          name: "Lead",
          goal_type: "lead_form",
          conditions: {},
          default_value: 25,
          currency: "eur",
        },
        {
          name: "Big lead",
          goal_type: "lead_form",
          conditions: { properties: { source_platform: "ig" } },
          value_from_event: true,
          currency: "gbp",
          priority: 5,
        },
      ])
      const now = new Date(Date.now() + 60_000)
      const plain = await createLead({ created_time: now })
      const big = await createLead({
        created_time: now,
        source_platform: "ig",
        estimated_value: 900,
      })
      const early = await createLead()
      const ids = [plain.id, big.id, early.id]
      await track({ lead_ids: ids })
      await track({ lead_ids: ids })
      const rows = new Map(
        (await leads()).map((row) => [row.idempotency_key, row])
      )
      const labels = ids.map((id) => {
        const row = rows.get(`lead:${id}`)!
        return [row.goal_id, row.conversion_value, row.currency]
      })
      expect(labels).toEqual([
        [byDefault!.id, "25", "eur"],
        [fromEvent!.id, "900", "gbp"],
        // Sent before there was a goal.
        [null, null, null],
      ])
    })
  })

  describe("a form response", () => {
    it("counts once as a lead, by either name of its event", async () => {
      const response = await createResponse({
        metadata: { visitor_id: "v", session_id: "s" },
      })
      await announce(
        ["form_response.created", "forms.form-response.created"],
        response.id
      )
      const row = await eventually(async () => (await leads())[0])
      expect(row).toMatchObject({
        idempotency_key: `form_response:${response.id}`,
        source: "form_response",
        conversion_name: "Newsletter",
        website_id: "site",
        pathname: "/newsletter",
        visitor_id: "v",
        session_id: "s",
        converted_at: minutesLater(2),
      })
      expect(await leads()).toHaveLength(1)
    })

    it("is credited to the campaign in its page's address, when nothing else says", async () => {
      silenceEvents(getContainer())
      const campaign = await syncedCampaign()
      const response = await createResponse({
        page_url: `/contact?utm_source=facebook&utm_id=${campaign.id}`,
      })
      await track({ form_response_ids: [response.id] })
      expect(await leads()).toEqual([
        expect.objectContaining({
          ad_campaign_id: campaign.id,
          pathname: "/contact",
        }),
      ])
    })

    it("counts when its sender has confirmed, not before", async () => {
      const response = await createResponse({
        status: "pending_verification",
      })
      await track({ form_response_ids: [response.id] })
      expect(await leads()).toEqual([])
      await forms(getContainer()).updateFormResponses({
        id: response.id,
        status: "new",
      })
      await eventually(async () => (await leads()).length === 1)
    })
  })

  describe("one submission", () => {
    const inOrders = [
      ["the lead first", true],
      ["the form response first", false],
    ] as const

    it.each(inOrders)(
      "counts once when a lead and a form response tell of it, %s",
      async (_name, leadFirst) => {
        silenceEvents(getContainer())
        const lead = await createLead()
        const response = await createResponse({
          metadata: { visitor_id: "v", session_id: "s" },
        })
        const steps = [
          { lead_ids: [lead.id] },
          { form_response_ids: [response.id] },
        ]
        const order = leadFirst ? steps : steps.toReversed()
        for (const step of [...order, ...order]) {
          await track(step)
        }
        expect(await leads()).toEqual([
          expect.objectContaining({
            idempotency_key: `lead:${lead.id}`,
            visitor_id: "v",
            session_id: "s",
            pathname: "/newsletter",
          }),
        ])
      }
    )

    it("is named by the host, however far apart its rows are", async () => {
      silenceEvents(getContainer())
      const response = await createResponse({
        email: null,
        submitted_at: minutesLater(600),
      })
      const lead = await createLead({
        metadata: { form_response_id: response.id },
      })
      const other = await createLead({ email: "b@example.com" })
      const told = await createResponse({
        email: "c@example.com",
        metadata: { lead_id: other.id },
        submitted_at: minutesLater(-600),
      })
      await track({ form_response_ids: [response.id, told.id] })
      await track({ lead_ids: [lead.id, other.id] })
      expect(await keys()).toEqual(
        [`lead:${lead.id}`, `lead:${other.id}`].toSorted()
      )
    })

    it("is another one after ten minutes, or of somebody else", async () => {
      silenceEvents(getContainer())
      const lead = await createLead()
      const later = await createResponse({ submitted_at: minutesLater(10.1) })
      const somebody = await createResponse({ email: "b@example.com" })
      const within = await createResponse({ submitted_at: minutesLater(10) })
      await track({
        lead_ids: [lead.id],
        form_response_ids: [later.id, somebody.id, within.id],
      })
      expect((await keys()).toSorted()).toEqual(
        [
          `form_response:${later.id}`,
          `form_response:${somebody.id}`,
          `lead:${lead.id}`,
        ].toSorted()
      )
    })

    it("counts once when the storefront's script tells of it, too", async () => {
      silenceEvents(getContainer())
      const message = conversionInput("form", {
        conversion_type: "lead_form_submission",
        visitor_id: "v",
        session_id: "s",
        converted_at: minutesLater(1).toISOString(),
      })
      const tell = async () => {
        const { result } = await trackConversionWorkflow(getContainer()).run({
          input: { conversions: [message] },
        })
        return result
      }
      const first = await tell()
      expect(first.tracked).toEqual([expect.objectContaining({ is_new: true })])
      const response = await createResponse({
        metadata: { visitor_id: "v" },
      })
      await track({ form_response_ids: [response.id] })
      const [row, ...others] = await leads()
      expect(others).toEqual([])
      expect(row).toMatchObject({
        source: "form_response",
        session_id: "s",
      })
      // The browser sends it again: it is what is known already.
      const again = await tell()
      expect(again.created_ids).toEqual([])
      expect(again.tracked).toEqual([
        {
          id: row!.id,
          idempotency_key: "pixel:form",
          is_new: false,
        },
      ])
      expect(await leads()).toHaveLength(1)
    })
  })

  it("is made good by reconcile where its events were lost", async () => {
    silenceEvents(getContainer())
    const lead = await createLead({ email: "a@example.com" })
    const response = await createResponse({ email: "b@example.com" })
    // Reconcile leaves the newest five seconds for its next run.
    await sql(
      getContainer(),
      "UPDATE lead SET updated_at = now() - interval '1 minute'"
    )
    await sql(
      getContainer(),
      "UPDATE form_response SET updated_at = now() - interval '1 minute'"
    )
    for (const source of ["lead", "form_response"] as const) {
      await reconcileSourceWorkflow(getContainer()).run({ input: { source } })
    }
    expect((await keys()).toSorted()).toEqual(
      [`form_response:${response.id}`, `lead:${lead.id}`].toSorted()
    )
  })
}
