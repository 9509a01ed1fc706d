import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import type {
  ConversionInput,
  MessageSignals,
} from "../../../../modules/ad-planning/types"
import {
  readClickIds,
  readUtm,
} from "../../../../modules/ad-planning/utils/attribution/read-signals"
import { cleanText } from "../../../../modules/ad-planning/utils/text/normalise"
import { trackConversionWorkflow } from "../../../../workflows/ad-planning/conversions/track-conversion"
import { trackPurchaseConversionWorkflow } from "../../../../workflows/ad-planning/conversions/track-purchase-conversion"
import type { AdminCreateConversionType } from "./validators"

// A person's clock may be a little ahead.
const MAX_AHEAD_MS = 5 * 60_000

/**
 * Counts what a person entered. A purchase is read from its order, as always.
 *
 * @returns the conversion's id
 * @throws MedusaError invalid_data for a time to come, an unknown campaign, and
 *   an order that is none or does not count
 */
export async function createConversion(
  container: MedusaContainer,
  body: AdminCreateConversionType
): Promise<string> {
  return body.order_id === undefined
    ? await enterConversion(container, body)
    : await readPurchase(container, body.order_id)
}

async function readPurchase(
  container: MedusaContainer,
  orderId: string
): Promise<string> {
  await trackPurchaseConversionWorkflow(container).run({
    input: { order_ids: [orderId] },
  })
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [conversion] = await service.listConversions(
    { order_id: orderId },
    { select: ["id"] }
  )
  if (!conversion) {
    throw invalid(
      "order_id",
      `order ${orderId} was not found or does not count: drafts and excluded orders do not`
    )
  }
  return conversion.id
}

async function enterConversion(
  container: MedusaContainer,
  body: AdminCreateConversionType
): Promise<string> {
  const convertedAt = `${body.converted_at}`
  if (Date.parse(convertedAt) > Date.now() + MAX_AHEAD_MS) {
    throw invalid("converted_at", "must not be in the future")
  }
  await rejectUnknownCampaign(container, body.ad_campaign_id)
  const input: ConversionInput = {
    idempotency_key: `manual:${body.idempotency_key ?? randomUUID()}`,
    source: "manual",
    conversion_type: body.conversion_type,
    conversion_name: body.conversion_name ?? null,
    website_id: body.website_id ?? null,
    pathname: body.pathname ?? null,
    visitor_id: body.visitor_id ?? null,
    session_id: body.session_id ?? null,
    order_id: null,
    converted_at: convertedAt,
    value: body.conversion_value?.toString() ?? null,
    currency: body.currency ?? null,
    utm: readUtm({ ...body }),
    metadata: body.metadata ?? null,
    signals: signalsOf(body),
    ad_campaign_id: body.ad_campaign_id ?? null,
  }
  const { result } = await trackConversionWorkflow(container).run({
    input: { conversions: [input] },
  })
  return result.tracked[0]!.id
}

/** Where it came from; null where the person says nothing of it. */
function signalsOf(body: AdminCreateConversionType): MessageSignals | null {
  const signals = {
    ...readUtm({ ...body }),
    click_ids: readClickIds({ ...body }),
    landing_page: cleanText(body.landing_page),
    referrer: cleanText(body.referrer),
    touch_at: null,
  }
  const { click_ids, ...texts } = signals
  const isSilent =
    Object.values(texts).every((value) => value === null) &&
    Object.keys(click_ids).length === 0
  return isSilent ? null : signals
}

async function rejectUnknownCampaign(
  container: MedusaContainer,
  id: string | undefined
): Promise<void> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  if (
    id !== undefined &&
    !(await service.campaigns.campaignsById([id])).has(id)
  ) {
    throw invalid("ad_campaign_id", `campaign ${id} was not found`)
  }
}

function invalid(field: string, reason: string) {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: Field '${field}': ${reason}`
  )
}
