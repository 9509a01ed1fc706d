import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { platformName } from "../../../../modules/ad-planning/utils/spend/platform-name"
import { normaliseName } from "../../../../modules/ad-planning/utils/text/normalise"
import { createCampaignWorkflow } from "../../../../workflows/ad-planning/campaigns/create-campaign"
import { orderBy } from "../../../utils/list-params"
import { CAMPAIGN_FIELDS } from "./query-config"
import { dayStart, readCampaign } from "./read-campaign"
import type {
  AdminCreateCampaignType,
  AdminGetCampaignsParamsType,
} from "./validators"

/** The campaigns that touches and spend can belong to; not those merged into one. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields, details, q, ...filters } =
    req.validatedQuery as AdminGetCampaignsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const named = q ? { normalised_name: { $like: `%${likeText(q)}%` } } : {}
  const [campaigns, count] = await service.listAndCountAdPlanningCampaigns(
    { ...filters, ...named, merged_into_id: null },
    {
      select: details
        ? ["id", ...(fields ?? CAMPAIGN_FIELDS)]
        : (fields ?? [...CAMPAIGN_FIELDS]),
      take: limit,
      skip: offset,
      order: orderBy(order ?? "name"),
    }
  )
  const shown = details
    ? await service.campaignEdits.campaignDetails(campaigns.map(({ id }) => id))
    : null
  res.json({
    campaigns: shown
      ? campaigns.map((row) => ({ ...row, ...shown.get(row.id) }))
      : campaigns,
    count,
    offset,
    limit,
  })
}

/** A campaign by hand: newsletter, influencer, print, partner. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateCampaignType>,
  res: MedusaResponse
) => {
  const {
    name,
    platform,
    external_id,
    status,
    started_on,
    stopped_on,
    currency,
  } = req.validatedBody
  const normalised_name = normaliseName(name)
  const { result } = await createCampaignWorkflow(req.scope).run({
    input: {
      campaign: {
        platform: platformName(platform),
        external_id: external_id ?? `name:${normalised_name}`,
        name,
        normalised_name,
        status: status ?? null,
        started_at: dayStart(started_on ?? null),
        stopped_at: dayStart(stopped_on ?? null),
        currency: currency ?? null,
      },
      actor_id: req.auth_context.actor_id,
    },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  res.json({ campaign: await readCampaign(service, result.id) })
}

function likeText(text: string): string {
  return normaliseName(text).replace(/[\\%_]/g, "\\$&")
}
