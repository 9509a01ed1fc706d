import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { calendarDate } from "../../../../modules/ad-planning/utils/period/period"
import { wantsCsv } from "../../../utils/csv"
import { sendListCsv } from "../../../utils/list-csv"
import { orderBy } from "../../../utils/list-params"
import { createConversion } from "./create-conversion"
import { CONVERSION_CSV_ORDERS, CONVERSION_FIELDS } from "./query-config"
import type {
  AdminCreateConversionType,
  AdminGetConversionsParamsType,
} from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-converted_at",
    fields = [...CONVERSION_FIELDS],
    ...filters
  } = req.validatedQuery as AdminGetConversionsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  if (wantsCsv(req)) {
    return await sendListCsv(req, res, {
      name: ["conversions", calendarDate(new Date(), service.options.timezone)],
      order,
      orders: CONVERSION_CSV_ORDERS,
      fields,
      list: (page, config) =>
        service.listConversions({ $and: [filters, page] }, config),
    })
  }
  const [conversions, count] = await service.listAndCountConversions(filters, {
    select: fields,
    take: limit,
    skip: offset,
    order: orderBy(order),
  })
  res.json({ conversions, count, offset, limit })
}

/** Counts a conversion that a person enters. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateConversionType>,
  res: MedusaResponse
) => {
  const id = await createConversion(req.scope, req.validatedBody)
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const conversion = await service.retrieveConversion(id, {
    // Its own words, which lists leave out: they may be long.
    select: [...CONVERSION_FIELDS, "metadata"],
  })
  res.json({ conversion })
}
