import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { calendarDate } from "../../../../modules/ad-planning/utils/period/period"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { wantsCsv } from "../../../utils/csv"
import { sendListCsv } from "../../../utils/list-csv"
import { orderBy } from "../../../utils/list-params"
import { SCORE_FIELDS } from "./query-config"
import type { AdminGetScoresParamsType } from "./validators"
import { NO_PERSON_MODULE, withNames, withPlaces } from "./with-places"

/** Scores of customers, each with its place among its type. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-score_value",
    ...filters
  } = req.validatedQuery as AdminGetScoresParamsType
  const service = serviceOf(req.scope)
  if (wantsCsv(req)) {
    return await sendListCsv(req, res, {
      name: ["scores", calendarDate(new Date(), service.options.timezone)],
      order,
      orders: ["score_value", "calculated_at", "person_id"],
      fields: SCORE_FIELDS.filter((field) => field !== "breakdown"),
      list: (page, config) =>
        service.listCustomerScores({ $and: [filters, page] }, config),
    })
  }
  const [rows, count] = await service.listAndCountCustomerScores(filters, {
    select: [...SCORE_FIELDS],
    take: limit,
    skip: offset,
    order: { ...orderBy(order), person_id: "ASC" },
  })
  res.json({
    scores: await withNames(req.scope, await withPlaces(req.scope, rows)),
    count,
    offset,
    limit,
    ...(isModulePresent(PERSON_MODULE) ? {} : { hint: NO_PERSON_MODULE }),
  })
}
