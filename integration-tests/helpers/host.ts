import type { MedusaContainer } from "@medusajs/framework/types"
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

export function analytics(container: MedusaContainer) {
  return container.resolve<CustomAnalyticsService>(CUSTOM_ANALYTICS_MODULE)
}

export function socials(container: MedusaContainer) {
  return container.resolve<SocialsService>(SOCIALS_MODULE)
}

export function forms(container: MedusaContainer) {
  return container.resolve<FormsService>(FORMS_MODULE)
}

export function feedback(container: MedusaContainer) {
  return container.resolve<FeedbackService>(FEEDBACK_MODULE)
}

export function people(container: MedusaContainer) {
  return container.resolve<PersonService>(PERSON_MODULE)
}

export interface Visit {
  visitor_id: string
  session_id: string
  started_at: string
  /** Of the landing page: `utm_source=...&gclid=...`. */
  query?: string
  referrer?: string
}

/** One visit, as the host's tracker leaves it: a session and its page view. */
export async function visit(
  container: MedusaContainer,
  { visitor_id, session_id, started_at, query, referrer }: Visit
) {
  const parameters = new URLSearchParams(query)
  const utm = Object.fromEntries(
    ["source", "medium", "campaign", "term", "content"].map((name) => [
      `utm_${name}`,
      parameters.get(`utm_${name}`),
    ])
  )
  const startedAt = new Date(started_at)
  await analytics(container).createAnalyticsEvents({
    website_id: "site",
    event_type: "pageview",
    pathname: "/",
    visitor_id,
    session_id,
    query_string: query ?? null,
    referrer: referrer ?? null,
    timestamp: startedAt,
    ...utm,
  })
  return await analytics(container).createAnalyticsSessions({
    session_id,
    visitor_id,
    website_id: "site",
    entry_page: "/",
    exit_page: "/",
    referrer: referrer ?? null,
    started_at: startedAt,
    last_activity_at: startedAt,
    ...utm,
  })
}

/** An ad account in GBP with one campaign per name. */
export async function createCampaigns(
  container: MedusaContainer,
  names: string[]
) {
  const account = await socials(container).createAdAccounts({
    meta_account_id: "act_1",
    name: "Account",
    currency: "GBP",
  })
  return await socials(container).createAdCampaigns(
    names.map((name, index) => ({
      meta_campaign_id: `2300000000000${index}`,
      ad_account_id: account.id,
      name,
    }))
  )
}

/** What a campaign cost on one day. */
export async function createInsight(
  container: MedusaContainer,
  campaign: { id: string; meta_campaign_id: string },
  date: string,
  spend: number,
  other: Record<string, unknown> = {}
) {
  const day = new Date(`${date}T00:00:00Z`)
  return await socials(container).createAdInsights({
    date_start: day,
    date_stop: day,
    time_increment: "1",
    level: "campaign",
    campaign_id: campaign.id,
    meta_campaign_id: campaign.meta_campaign_id,
    spend,
    currency: "GBP",
    impressions: 1000,
    clicks: 50,
    ...other,
  })
}
