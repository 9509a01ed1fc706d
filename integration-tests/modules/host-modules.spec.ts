import { configManager } from "@medusajs/framework/config"
import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { resolve } from "node:path"

import { CUSTOM_ANALYTICS_MODULE } from "../../src/host-modules/custom-analytics"
import type CustomAnalyticsService from "../../src/host-modules/custom-analytics/service"
import { FEEDBACK_MODULE } from "../../src/host-modules/feedback"
import type FeedbackService from "../../src/host-modules/feedback/service"
import { FORMS_MODULE } from "../../src/host-modules/forms"
import type FormsService from "../../src/host-modules/forms/service"
import { PERSON_MODULE } from "../../src/host-modules/person"
import type PersonService from "../../src/host-modules/person/service"
import { SOCIALS_MODULE } from "../../src/host-modules/socials"
import type SocialsService from "../../src/host-modules/socials/service"
import { isModulePresent, isStandIn } from "../../src/lib/host-modules"
import { RecordingBus } from "../helpers/recording-bus"

jest.setTimeout(60_000)

const bus = new RecordingBus()
const injectedDependencies = { [Modules.EVENT_BUS]: bus }
const day = new Date("2026-08-03T00:00:00.000Z")

beforeEach(() => {
  bus.take()
})

moduleIntegrationTestRunner<CustomAnalyticsService>({
  moduleName: CUSTOM_ANALYTICS_MODULE,
  resolve: "./src/host-modules/custom-analytics",
  injectedDependencies,
  testSuite: ({ service }) => {
    describe("custom_analytics", () => {
      it("says what changed", async () => {
        const session = await service.createAnalyticsSessions({
          session_id: "s",
          visitor_id: "v",
          website_id: "w",
          started_at: day,
          last_activity_at: day,
        })
        const event = await service.createAnalyticsEvents({
          website_id: "w",
          event_type: "custom_event",
          event_name: "identify",
          pathname: "/",
          visitor_id: "v",
          session_id: "s",
          metadata: { person_id: "p", traits: {} },
          timestamp: day,
        })
        await service.updateAnalyticsSessions({
          id: session.id,
          ad_campaign_id: "camp",
          attribution_resolved: true,
        })
        await service.deleteAnalyticsEvents(event.id)

        expect(bus.take()).toEqual([
          {
            name: "custom_analytics.analytics-session.created",
            data: { id: session.id },
          },
          {
            name: "custom_analytics.analytics-event.created",
            data: { id: event.id },
          },
          {
            name: "custom_analytics.analytics-session.updated",
            data: { id: session.id },
          },
          {
            name: "custom_analytics.analytics-event.deleted",
            data: { id: event.id },
          },
        ])
        const data = await service.listAnalyticsSessions({
          session_id: "s",
          attribution_resolved: true,
          started_at: { $gte: day, $lt: new Date("2026-08-04") },
        })
        expect(data).toMatchObject([
          {
            id: session.id,
            ad_campaign_id: "camp",
            attribution_resolved: true,
          },
        ])
      })
    })
  },
})

moduleIntegrationTestRunner<SocialsService>({
  moduleName: SOCIALS_MODULE,
  resolve: "./src/host-modules/socials",
  injectedDependencies,
  testSuite: ({ service }) => {
    describe("socials", () => {
      it("keeps campaigns with money in major units", async () => {
        const account = await service.createAdAccounts({
          meta_account_id: "act_1",
          name: "Shop",
          currency: "gbp",
        })
        const campaign = await service.createAdCampaigns({
          meta_campaign_id: "120210",
          ad_account_id: account.id,
          name: "Summer Sale",
          daily_budget: 12.34,
          start_time: day,
        })
        const adSet = await service.createAdSets({
          meta_adset_id: "120211",
          campaign_id: campaign.id,
          name: "All",
        })
        const ad = await service.createAds({
          meta_ad_id: "120212",
          ad_set_id: adSet.id,
          name: "Video",
        })
        expect(bus.take()).toEqual([
          { name: "socials.ad-account.created", data: { id: account.id } },
          { name: "socials.ad-campaign.created", data: { id: campaign.id } },
          { name: "socials.ad-set.created", data: { id: adSet.id } },
          { name: "socials.ad.created", data: { id: ad.id } },
        ])

        const data = await service.listAdCampaigns({
          ad_account_id: account.id,
          meta_campaign_id: "120210",
        })
        expect(data).toMatchObject([
          {
            id: campaign.id,
            name: "Summer Sale",
            status: "ACTIVE",
            objective: null,
            daily_budget: 12.34,
            lifetime_budget: null,
            spend: 0,
            impressions: 0,
            start_time: day,
          },
        ])
        const sets = await service.listAdSets({ campaign_id: campaign.id })
        expect(sets).toMatchObject([{ id: adSet.id }])
        const ads = await service.listAds({
          ad_set_id: [adSet.id],
          meta_ad_id: "120212",
        })
        expect(ads).toMatchObject([{ id: ad.id }])
      })

      it("finds the rows of ad_insights that make a total", async () => {
        const total = {
          date_start: day,
          date_stop: day,
          level: "campaign",
          campaign_id: "camp-1",
          currency: "gbp",
          spend: 10.55,
          impressions: 1000,
        } as const
        const [row] = await service.createAdInsights([
          total,
          { ...total, age: "18-24", spend: 4 },
          { ...total, level: "account", campaign_id: null },
          { ...total, time_increment: "all_days" },
          { ...total, campaign_id: "camp-2", meta_campaign_id: "120210" },
          { ...total, date_start: new Date("2026-08-04") },
        ])
        const names = new Set(bus.take().map(({ name }) => name))
        expect([...names]).toEqual(["socials.ad-insights.created"])

        const data = await service.listAdInsights({
          level: "campaign",
          time_increment: "1",
          campaign_id: { $ne: null },
          meta_campaign_id: null,
          date_start: { $gte: day, $lt: new Date("2026-08-04") },
          age: null,
          gender: null,
          country: null,
          region: null,
          platform_position: null,
          publisher_platform: null,
          device_platform: null,
        })
        expect(data).toMatchObject([
          {
            id: row!.id,
            spend: 10.55,
            adset_id: null,
            ad_id: null,
            date_start: day,
          },
        ])
      })

      it("keeps leads once, with their true time", async () => {
        const lead = await service.createLeads({
          meta_lead_id: "777",
          full_name: "Ann Lee",
          email: " Ann@Example.com",
          campaign_id: "120210",
          source_platform: "ig",
          created_time: day,
          estimated_value: 50,
        })
        await service.updateLeads({ id: lead.id, resolved_campaign_id: "camp" })
        await service.softDeleteLeads([lead.id])
        expect(bus.take()).toEqual([
          { name: "socials.lead.created", data: { id: lead.id } },
          { name: "socials.lead.updated", data: { id: lead.id } },
          { name: "socials.lead.deleted", data: { id: lead.id } },
        ])
        const twice = { meta_lead_id: "778", created_time: day }
        await service.createLeads([
          twice,
          { ...twice, meta_lead_id: null },
          { ...twice, meta_lead_id: null },
        ])
        await expect(service.createLeads(twice)).rejects.toThrow(
          "Lead with meta_lead_id: 778, already exists."
        )

        const data = await service.listLeads(
          { created_time: { $gte: day }, resolved_campaign_id: null },
          { take: 1, order: { meta_lead_id: "ASC" } }
        )
        expect(data).toMatchObject([
          { meta_lead_id: "778", status: "new", resolved_campaign_id: null },
        ])
      })

      it("keeps a post's comments inside its insights", async () => {
        const insights = {
          comments: 2,
          comments_data: [{ id: "c1", message: "Nice", created_time: "x" }],
        }
        const post = await service.createSocialPosts({
          insights,
          posted_at: day,
        })
        expect(bus.take()).toEqual([
          { name: "socials.social-post.created", data: { id: post.id } },
        ])
        const data = await service.listSocialPosts({
          updated_at: { $gte: day },
        })
        expect(data).toMatchObject([{ id: post.id, insights }])
      })
    })
  },
})

moduleIntegrationTestRunner<PersonService>({
  moduleName: PERSON_MODULE,
  resolve: "./src/host-modules/person",
  injectedDependencies,
  testSuite: ({ service }) => {
    describe("person", () => {
      it("keeps people with addresses and tags", async () => {
        const [person] = await service.createPeople([
          {
            first_name: "Ann",
            last_name: "Lee",
            email: "Ann@Example.com",
            metadata: { visitor_id: "visitor-1" },
          },
        ])
        const id = person!.id
        await service.createPersonAddresses({ person_id: id, country: "gb" })
        await service.createPersonTags({
          person_id: id,
          name: { value: "vip" },
        })
        await service.updatePeople({ id, engagement_score: 2.5 })
        expect(bus.take().map(({ name }) => name)).toEqual([
          "person.person.created",
          "person.person-address.created",
          "person.person-tags.created",
          "person.person.updated",
        ])

        const data = await service.listPeople(
          { email: "Ann@Example.com", engagement_score: { $gt: 0 } },
          { relations: ["addresses", "tags"] }
        )
        expect(data).toMatchObject([
          {
            id,
            email: "Ann@Example.com",
            engagement_score: 2.5,
            last_interaction_at: null,
            addresses: [{ country: "gb" }],
            tags: [{ name: { value: "vip" } }],
          },
        ])
        const tags = await service.listPersonTags({ person_id: id })
        expect(tags).toMatchObject([{ name: { value: "vip" }, person_id: id }])
        const addresses = await service.listPersonAddresses({ person_id: id })
        expect(addresses).toMatchObject([{ country: "gb" }])

        expect(await service.retrievePerson(id)).toMatchObject({ id })
        expect((await service.listAndCountPeople())[1]).toBe(1)
        await service.deletePeople(id)
        expect(await service.listPersonTags()).toEqual([])
        expect(await service.listPersonAddresses()).toEqual([])
        expect(await service.listPeople()).toEqual([])
        expect(bus.take()).toContainEqual({
          name: "person.person.deleted",
          data: { id },
        })
      })

      it("takes an e-mail once, no e-mail any number of times", async () => {
        const person = { first_name: "Ann", last_name: "Lee" }
        await service.createPeople([person, person])
        await service.createPeople({ ...person, email: "a@b.c" })
        await service.createPeople({ ...person, email: "A@b.c" })
        await expect(
          service.createPeople({ ...person, email: "a@b.c" })
        ).rejects.toThrow("Person with email: a@b.c, already exists.")
      })
    })
  },
})

moduleIntegrationTestRunner<FeedbackService>({
  moduleName: FEEDBACK_MODULE,
  resolve: "./src/host-modules/feedback",
  injectedDependencies,
  testSuite: ({ service }) => {
    describe("feedback", () => {
      it("starts as an unanswered request and is answered later", async () => {
        const feedback = await service.createFeedbacks({
          submitted_by: "ann@example.com",
          submitted_at: day,
          order_id: "order_1",
          metadata: { source: "post_delivery_request" },
        })
        expect(feedback).toMatchObject({
          rating: "three",
          status: "pending",
          comment: null,
          sentiment_score: null,
        })
        await service.updateFeedbacks({
          id: feedback.id,
          rating: "five",
          comment: "Lovely",
          metadata: { channel: "web" },
        })
        expect(bus.take()).toEqual([
          { name: "feedback.feedback.created", data: { id: feedback.id } },
          { name: "feedback.feedback.updated", data: { id: feedback.id } },
        ])

        const data = await service.listFeedbacks({
          order_id: "order_1",
          updated_at: { $gte: day },
        })
        expect(data).toMatchObject([
          {
            id: feedback.id,
            rating: "five",
            comment: "Lovely",
            metadata: { source: "post_delivery_request", channel: "web" },
            person_id: null,
          },
        ])
        expect(await service.listFeedbacks({ rating: "five" })).toHaveLength(1)
      })
    })
  },
})

moduleIntegrationTestRunner<FormsService>({
  moduleName: FORMS_MODULE,
  resolve: "./src/host-modules/forms",
  injectedDependencies,
  testSuite: ({ service }) => {
    describe("forms", () => {
      it("keeps forms, their fields and the answers", async () => {
        const form = await service.createForms({ name: "Contact" })
        const field = await service.createFormFields({
          form_id: form.id,
          name: "message",
        })
        const response = await service.createFormResponses({
          form_id: form.id,
          email: "ann@example.com",
          data: { message: "Hello" },
          submitted_at: day,
        })
        await service.updateFormResponses({ id: response.id, status: "read" })
        expect(bus.take()).toEqual([
          { name: "forms.form.created", data: { id: form.id } },
          { name: "forms.form-field.created", data: { id: field.id } },
          { name: "forms.form-response.created", data: { id: response.id } },
          { name: "forms.form-response.updated", data: { id: response.id } },
        ])

        const data = await service.listFormResponses({
          form_id: form.id,
          submitted_at: { $gte: day },
        })
        expect(data).toMatchObject([
          {
            id: response.id,
            status: "read",
            email: "ann@example.com",
            data: { message: "Hello" },
          },
        ])
        const fields = await service.listFormFields({ form_id: form.id })
        expect(fields).toMatchObject([{ name: "message" }])
        expect(await service.listForms()).toMatchObject([
          { name: "Contact", status: "published" },
        ])
      })
    })
  },
})

describe("host-modules", () => {
  const key = CUSTOM_ANALYTICS_MODULE
  const standIn = { resolve: "./src/host-modules/custom-analytics" }
  const hostsOwn = { resolve: "./src/host-modules/person" }

  const configWith = (declaration: unknown) => ({
    projectConfig: JSON.parse(
      JSON.stringify({ modules: { [key]: declaration } })
    ),
    baseDir: process.cwd(),
    throwOnValidationError: false,
  })

  it.each([
    ["our stand-in", standIn, true, true],
    ["its index", { resolve: `${standIn.resolve}/index` }, true, true],
    ["its absolute path", { resolve: resolve(standIn.resolve) }, true, true],
    ["no module", undefined, false, false],
    ["a module switched off", false, false, false],
    ["our stand-in switched off", { ...standIn, disable: true }, false, false],
    ["the host's own module", hostsOwn, true, false],
    ["a module given as an object", { resolve: {} }, true, false],
    ["a module of another process", { scope: "external" }, true, false],
  ])("tells %s", (_case, declaration, isPresent, isOurs) => {
    configManager.loadConfig(configWith(declaration))
    expect(isModulePresent(key)).toBe(isPresent)
    expect(isStandIn(key)).toBe(isOurs)
  })

  it.each([
    ["has", standIn, "function", 2],
    ["leaves to the host", hostsOwn, "undefined", 0],
  ])("%s the tracker", (_case, declaration, handler, middlewares) => {
    // Routes and middlewares decide when they are loaded.
    jest.isolateModules(() => {
      const { configManager: fresh } = jest.requireActual<
        typeof import("@medusajs/framework/config")
      >("@medusajs/framework/config")
      fresh.loadConfig(configWith(declaration))
      const folder = "../../src/api/web/analytics"
      const { POST } = jest.requireActual(`${folder}/track/route`)
      const { webAnalyticsMiddlewares } = jest.requireActual(
        `${folder}/middlewares`
      )
      expect(typeof POST).toBe(handler)
      expect(webAnalyticsMiddlewares).toHaveLength(middlewares)
    })
  })
})
