import type {
  AdPlanningOptions,
  ConversionFact,
  Goal,
  TouchFact,
  TouchSignals,
} from "../modules/ad-planning/types"
import { classifyTouch } from "../modules/ad-planning/utils/attribution-resolver"
import { ownTouch } from "../modules/ad-planning/utils/attribution/own-touch"
import { readUtm } from "../modules/ad-planning/utils/attribution/read-signals"
import {
  goalEventOf,
  labelledFact,
  type UnlabelledFact,
} from "../modules/ad-planning/utils/conversions/conversion-fact"
import { matchGoal } from "../modules/ad-planning/utils/goals/match-goal"
import { emailHash } from "../modules/ad-planning/utils/identity/email-hash"
import { cleanId, cleanText } from "../modules/ad-planning/utils/text/normalise"
import type { SourceLead } from "./read-leads"

// What a lead of a lead ad came by: no tracker was there to say it.
const LEAD_AD_MEDIUM = "paid_social"

/**
 * The conversion a lead is: one pure mapping for events, reconcile and backfill.
 * Leads carry no currency, so `estimated_value` is money only with a goal that
 * names one.
 */
export function leadToFact(
  lead: SourceLead,
  options: AdPlanningOptions,
  goals: Goal[]
): ConversionFact {
  const metadata = lead.metadata ?? {}
  const fact: UnlabelledFact = {
    idempotency_key: `lead:${lead.id}`,
    conversion_type: "lead_form_submission",
    source: "lead",
    conversion_name: null,
    email_hash: emailHash(lead.email, options.secret),
    website_id: cleanText(metadata.website_id),
    pathname: null,
    visitor_id: cleanId(metadata.visitor_id),
    session_id: cleanId(metadata.session_id),
    converted_at: lead.created_time,
    conversion_value: null,
    currency: null,
    utm: readUtm({ ...lead }),
    metadata: withoutNulls({
      source_platform: lead.source_platform,
      form_id: lead.form_id,
      form_response_id: cleanText(metadata.form_response_id),
      estimated_value: lead.estimated_value,
    }),
    touch: leadTouch(lead, options),
  }
  const event = { ...goalEventOf(fact), value: lead.estimated_value }
  const goal = matchGoal(goals, event)
  return labelledFact(
    goal?.value_from_event && goal.currency
      ? {
          ...fact,
          conversion_value: lead.estimated_value,
          currency: goal.currency,
        }
      : fact,
    goal,
    options
  )
}

/** The ad a lead came from, by the platform's own ids, or its utm values. */
function leadTouch(
  lead: SourceLead,
  options: AdPlanningOptions
): TouchFact | null {
  const utm = readUtm({ ...lead })
  const isFromAd = lead.campaign_id ?? lead.adset_id ?? lead.ad_id
  const signals: TouchSignals = {
    ...utm,
    ...(isFromAd
      ? {
          utm_source: utm.utm_source ?? lead.source_platform ?? "facebook",
          utm_medium: utm.utm_medium ?? LEAD_AD_MEDIUM,
          // The ladder asks for ids in these three.
          utm_id: lead.campaign_id,
          utm_content: lead.ad_id ?? utm.utm_content,
          utm_term: lead.adset_id ?? utm.utm_term,
        }
      : {}),
    click_ids: {},
    landing_page: null,
    referrer: null,
  }
  const classification = classifyTouch(signals, options.attribution)
  return (
    classification &&
    ownTouch(
      `lead:${lead.id}`,
      {
        ...signals,
        ...classification,
        ...(isFromAd ? { platform: "meta", claims_campaign: true } : {}),
      },
      { website_id: null, started_at: lead.created_time }
    )
  )
}

function withoutNulls(
  record: Record<string, unknown>
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null)
  )
}
