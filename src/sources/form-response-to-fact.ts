import type {
  AdPlanningOptions,
  ConversionFact,
  Goal,
  TouchFact,
} from "../modules/ad-planning/types"
import { classifyTouch } from "../modules/ad-planning/utils/attribution-resolver"
import { ownTouch } from "../modules/ad-planning/utils/attribution/own-touch"
import { readQuery } from "../modules/ad-planning/utils/attribution/read-signals"
import {
  goalEventOf,
  labelledFact,
  type UnlabelledFact,
} from "../modules/ad-planning/utils/conversions/conversion-fact"
import { matchGoal } from "../modules/ad-planning/utils/goals/match-goal"
import { emailHash } from "../modules/ad-planning/utils/identity/email-hash"
import { cleanId, cleanText } from "../modules/ad-planning/utils/text/normalise"
import type { SourceFormResponse } from "./read-leads"

/**
 * Whether a response is a lead: one whose sender still has to confirm the e-mail
 * is none yet.
 */
export function countsAsLead(response: SourceFormResponse): boolean {
  return response.status !== "pending_verification"
}

/** The conversion a form response is. The answers themselves are not copied. */
export function formResponseToFact(
  response: SourceFormResponse,
  options: AdPlanningOptions,
  goals: Goal[]
): ConversionFact {
  const metadata = response.metadata ?? {}
  const page = parsePage(response.page_url)
  const visitorId = cleanId(metadata.visitor_id)
  const sessionId = cleanId(metadata.session_id)
  const { utm } = readQuery(page.query)
  const fact: UnlabelledFact = {
    idempotency_key: `form_response:${response.id}`,
    conversion_type: "lead_form_submission",
    source: "form_response",
    conversion_name: response.form_name,
    email_hash: emailHash(response.email, options.secret),
    website_id: cleanText(metadata.website_id) ?? response.website_id,
    pathname: page.pathname,
    visitor_id: visitorId,
    session_id: sessionId,
    converted_at: response.submitted_at,
    conversion_value: null,
    currency: null,
    utm,
    metadata: {
      form_id: response.form_id,
      ...(cleanText(metadata.lead_id) ? { lead_id: metadata.lead_id } : {}),
    },
    // Whoever is known by a visitor or session has the touches of those.
    touch: visitorId || sessionId ? null : pageTouch(response, page, options),
  }
  return labelledFact(fact, matchGoal(goals, goalEventOf(fact)), options)
}

/** What the page's address and the referrer say of an unknown visitor. */
function pageTouch(
  response: SourceFormResponse,
  page: Page,
  options: AdPlanningOptions
): TouchFact | null {
  const { utm, click_ids } = readQuery(page.query)
  const signals = {
    ...utm,
    click_ids,
    landing_page: cleanText(response.page_url),
    referrer: cleanText(response.referrer),
  }
  const classification = classifyTouch(signals, options.attribution)
  return (
    classification &&
    ownTouch(
      `form_response:${response.id}`,
      { ...signals, ...classification },
      { website_id: response.website_id, started_at: response.submitted_at }
    )
  )
}

interface Page {
  pathname: string | null
  query: string | null
}

const NO_HOST = "http://page.invalid"

/** Of a full address or a bare path; text that is neither has none. */
function parsePage(address: string | null): Page {
  const text = cleanText(address)
  if (text === null) {
    return { pathname: null, query: null }
  }
  try {
    const { pathname, search } = new URL(text, NO_HOST)
    return { pathname, query: search }
  } catch {
    // Typed by anybody: an address that cannot be read says nothing.
    return { pathname: null, query: null }
  }
}
