import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { calendarDate } from "../../../../../modules/ad-planning/utils/period/period"
import { normaliseName } from "../../../../../modules/ad-planning/utils/text/normalise"
import { settleAliasWorkflow } from "../../../../../workflows/ad-planning/attribution/settle-alias"
import { wantsCsv } from "../../../../utils/csv"
import { sendListCsv } from "../../../../utils/list-csv"
import { orderBy } from "../../../../utils/list-params"
import { describeAliases } from "./describe-aliases"
import { ALIAS_COLUMNS, ALIAS_CSV_ORDERS, ALIAS_FIELDS } from "./query-config"
import type {
  AdminGetAliasesParamsType,
  AdminSettleAliasType,
} from "./validators"

const DEFAULT_ORDER = "-created_at"

/** What persons said that utm values mean. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = DEFAULT_ORDER,
    q,
    ...asked
  } = req.validatedQuery as AdminGetAliasesParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const filters = {
    ...asked,
    ...(q === undefined
      ? {}
      : { normalised_value: { $like: `%${escaped(normaliseName(q))}%` } }),
  }
  const select = [...ALIAS_COLUMNS]
  if (wantsCsv(req)) {
    return await sendListCsv(req, res, {
      name: ["aliases", calendarDate(new Date(), service.options.timezone)],
      order,
      orders: ALIAS_CSV_ORDERS,
      fields: [...ALIAS_FIELDS],
      list: async (page, config) =>
        await describeAliases(
          service,
          await service.listAdPlanningCampaignAliases(
            { $and: [filters, page] },
            { ...config, select }
          )
        ),
    })
  }
  const [rows, count] = await service.listAndCountAdPlanningCampaignAliases(
    filters,
    { select, take: limit, skip: offset, order: orderBy(order) }
  )
  const aliases = await describeAliases(service, rows)
  res.json({ aliases, count, offset, limit })
}

/** A person says what a utm value means: all its touches follow, and the past. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSettleAliasType>,
  res: MedusaResponse
) => {
  const { result } = await settleAliasWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor_id: req.auth_context.actor_id },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const row = await service.retrieveAdPlanningCampaignAlias(result.id, {
    select: [...ALIAS_COLUMNS],
  })
  const [alias] = await describeAliases(service, [row])
  res.json({ alias, changes: result.changes })
}

/** What stands for itself in a pattern of LIKE. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`)
}
