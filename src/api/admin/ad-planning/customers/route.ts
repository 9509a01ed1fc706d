import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { calendarDate } from "../../../../modules/ad-planning/utils/period/period"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { sendCsv, wantsCsv } from "../../../utils/csv"
import { NO_PERSON_MODULE, withNames } from "../scores/with-places"
import { CUSTOMER_CSV_COLUMNS, customerCsvPages } from "./customer-csv"
import { customerQuery } from "./customer-query"
import type { AdminGetCustomersParamsType } from "./validators"

/** Customers with what they bought and all of their scores. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminGetCustomersParamsType
  const { scores, options } = serviceOf(req.scope)
  const query = await customerQuery(req.scope, params)
  if (wantsCsv(req)) {
    return await sendCsv(req, res, {
      name: ["customers", calendarDate(new Date(), options.timezone)],
      columns: CUSTOMER_CSV_COLUMNS,
      pages: customerCsvPages(req.scope, query),
    })
  }
  const { rows, count } = await scores.customers(query)
  res.json({
    customers: await withNames(req.scope, rows),
    count,
    offset: query.offset,
    limit: query.limit,
    ...(isModulePresent(PERSON_MODULE) ? {} : { hint: NO_PERSON_MODULE }),
  })
}
