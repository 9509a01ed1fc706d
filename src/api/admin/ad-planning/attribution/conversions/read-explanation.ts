import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isModulePresent } from "../../../../../lib/host-modules"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import {
  leftOutReason,
  type PathBounds,
  untouchedReason,
} from "../../../../../modules/ad-planning/utils/attribution/left-out"
import { sessionTouch } from "../../../../../modules/ad-planning/utils/attribution-resolver"
import {
  everyModel,
  touchCredits,
} from "../../../../../modules/ad-planning/utils/attribution/touch-credits"
import { readSessionsBetween } from "../../../../../sources/read-sessions"
import { readPeriod } from "../../../../utils/report-params"

const HOURS_PER_DAY = 24
const SECOND_MS = 1_000
// What is left out is shown, not counted.
const MAX_LEFT_OUT = 200

const CONVERSION_COLUMNS = [
  "id",
  "conversion_type",
  "order_id",
  "person_id",
  "converted_at",
  "currency",
  "conversion_value",
  "net_value",
  "canceled_at",
  "erased_at",
  "is_first_purchase",
] as const

const STORED_COLUMNS = [
  ...CONVERSION_COLUMNS,
  "idempotency_key",
  "visitor_id",
  "attribution_id",
  "ad_campaign_id",
  "claims_campaign",
] as const

const TOUCH_COLUMNS = [
  "id",
  "touch_key",
  "source",
  "session_id",
  "started_at",
  "confidence",
  "channel_group",
  "platform",
  "is_paid",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "utm_id",
  "click_ids",
  "landing_page",
  "referrer",
  "claims_campaign",
  "ad_campaign_id",
  "ad_set_id",
  "ad_id",
  "is_resolved",
  "resolution_method",
  "resolved_at",
  "unresolved_reason",
] as const

/**
 * Everything about how one conversion, or an order's, is credited: its path with what
 * each model gives, what is not in it for which reason, and what moved it.
 *
 * @param id - a conversion's id, or an order's
 * @param to - the end of the report that the data-driven model is asked of; by
 * default the end of the last complete day
 * @throws MedusaError not_found
 */
export async function readExplanation(
  container: MedusaContainer,
  id: string,
  to?: string
) {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { reporting_currency, timezone } = service.options
  const now = new Date()
  const stored = await findConversion(service, id)
  const trained = await service.attribution.trainedAttribution(
    {
      periods: [readPeriod({ to }, timezone, now)],
      timezone,
      // Without any currency nothing is worth anything, and nothing is assumed.
      currency: reporting_currency ?? stored.currency ?? "",
    },
    now
  )
  const rows = await service.attribution.conversionCredits(stored.id, trained)
  const hasValue = stored.net_value !== null
  const credits = touchCredits(rows, hasValue)
  const touches = await service.listCampaignAttributions(
    { id: [...credits.keys()] },
    { select: [...TOUCH_COLUMNS], take: null }
  )
  const choice = touches.find(
    ({ touch_key }) => touch_key === `manual:${stored.idempotency_key}`
  )
  const changes = await service.listAdPlanningAttributionChanges(
    { conversion_id: stored.id },
    { order: { changed_at: "ASC", id: "ASC" }, take: null }
  )
  const { path_begins_at, former_purchase_at } = rows[0]!
  const bounds = {
    converted_at: stored.converted_at,
    path_begins_at: new Date(path_begins_at),
    former_purchase_at: former_purchase_at && new Date(former_purchase_at),
  }
  const leftOut = await readLeftOut(
    container,
    stored,
    new Set(credits.keys()),
    bounds
  )
  const nameOf = await readNames(service, [
    stored.ad_campaign_id,
    ...[...touches, ...leftOut].map((touch) => touch.ad_campaign_id),
    ...changes.flatMap((change) => [change.from_key, change.to_key]),
  ])
  const net = hasValue ? Number(stored.net_value) : null
  const order = new Map([...credits.keys()].map((key, place) => [key, place]))
  return {
    conversion: Object.fromEntries(
      CONVERSION_COLUMNS.map((column) => [column, stored[column]])
    ),
    lookback_days: service.lookbackHours / HOURS_PER_DAY,
    model: "last_touch",
    attribution_id: stored.attribution_id,
    key: stored.attribution_id ? keyOf(stored) : "(direct or unknown)",
    campaign_name: nameOf(stored.ad_campaign_id),
    touches: touches
      .toSorted((a, b) => order.get(a.id)! - order.get(b.id)!)
      .map(({ claims_campaign, resolved_at: _resolvedAt, ...touch }) => ({
        ...touch,
        seconds_before:
          (stored.converted_at.getTime() - touch.started_at.getTime()) /
          SECOND_MS,
        key: keyOf({ claims_campaign, ad_campaign_id: touch.ad_campaign_id }),
        campaign_name: nameOf(touch.ad_campaign_id),
        credits: credits.get(touch.id)!,
      })),
    left_out: leftOut.map((touch) => ({
      ...touch,
      campaign_name: nameOf(touch.ad_campaign_id),
    })),
    unattributed: credits.size === 0 ? everyModel(() => net) : null,
    choice: choice
      ? {
          ad_campaign_id: choice.ad_campaign_id,
          campaign_name: nameOf(choice.ad_campaign_id),
          ad_set_id: choice.ad_set_id,
          ad_id: choice.ad_id,
          actor_id:
            changes.findLast(
              ({ cause, cause_id }) =>
                cause === "conversion_choice" && cause_id === choice.id
            )?.actor_id ?? null,
          chosen_at: choice.resolved_at,
        }
      : null,
    changes: changes.map((change) => ({
      id: change.id,
      changed_at: change.changed_at,
      cause: change.cause,
      actor_id: change.actor_id,
      from_key: change.from_key,
      from_name: nameOf(change.from_key) ?? change.from_key,
      to_key: change.to_key,
      to_name: nameOf(change.to_key) ?? change.to_key,
    })),
    training: trained.training,
    as_of: now.toISOString(),
  }
}

async function findConversion(service: AdPlanningService, id: string) {
  const [conversion] = await service.listConversions(
    { $or: [{ id }, { order_id: id, conversion_type: "purchase" }] },
    { select: [...STORED_COLUMNS], take: 1 }
  )
  if (!conversion) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Conversion or order with id: ${id} was not found`
    )
  }
  return conversion
}

type Stored = Awaited<ReturnType<typeof findConversion>>

/** Touches that are not in the path, then sessions that are no touch, newest first. */
async function readLeftOut(
  container: MedusaContainer,
  { id, visitor_id }: Stored,
  inPath: ReadonlySet<string>,
  bounds: PathBounds
) {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const nearby = await service.attribution.nearbyTouches(id, MAX_LEFT_OUT)
  const touches = nearby
    .filter((touch) => !inPath.has(touch.id))
    .map((touch) => ({
      touch_id: touch.id,
      session_id: touch.session_id,
      started_at: touch.started_at,
      channel_group: touch.channel_group,
      ad_campaign_id: touch.ad_campaign_id,
      referrer: touch.referrer,
      landing_page: touch.landing_page,
      reason: leftOutReason(touch, bounds),
    }))
  if (visitor_id === null || !isModulePresent("custom_analytics")) {
    return touches
  }
  const sessions = await readSessionsBetween(
    container,
    visitor_id,
    bounds.path_begins_at,
    bounds.converted_at,
    MAX_LEFT_OUT
  )
  const rules = service.options.attribution
  const known = new Set(nearby.map((touch) => touch.session_id))
  const untouched = sessions
    .filter(
      (session) =>
        !known.has(session.session_id) && sessionTouch(session, rules) === null
    )
    .map((session) => ({
      touch_id: null,
      session_id: session.session_id,
      started_at: session.started_at,
      channel_group: null,
      ad_campaign_id: null,
      referrer: session.referrer,
      landing_page: session.entry_page,
      reason: untouchedReason(session, rules),
    }))
  return [...touches, ...untouched]
}

async function readNames(
  service: AdPlanningService,
  ids: (string | null)[]
): Promise<(id: string | null) => string | null> {
  const known = ids.filter((id) => id !== null)
  const campaigns = await service.campaigns.campaignsById([...new Set(known)])
  return (id) => (id === null ? null : (campaigns.get(id)?.name ?? null))
}

function keyOf({
  ad_campaign_id,
  claims_campaign,
}: {
  ad_campaign_id: string | null
  claims_campaign: boolean | null
}): string {
  return (
    ad_campaign_id ??
    (claims_campaign ? "(unresolved campaign)" : "(no campaign)")
  )
}
