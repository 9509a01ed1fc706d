import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import {
  pixelReport,
  REFUSALS,
  type PixelDay,
} from "../../../../modules/ad-planning/utils/reports/pixel-report"
import {
  periodBuckets,
  trendInterval,
} from "../../../../modules/ad-planning/utils/period/buckets"
import { sendCsv, wantsCsv, type CsvRow } from "../../../utils/csv"
import { readPeriod, refusing } from "../../../utils/report-params"
import type { AdminGetPixelParamsType } from "./validators"

const CSV_COLUMNS = [
  "date",
  "orders",
  "orders_with_visitor",
  "accepted",
  "duplicate",
  ...REFUSALS.map((reason) => `refused_${reason}`),
]

/** What the storefront's script sent, day by day, beside the orders. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminGetPixelParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const timezone = params.timezone ?? service.options.timezone
  const period = readPeriod(params, timezone, new Date())
  refusing(() => trendInterval(period, "day", "from"))
  const report = pixelReport(
    await service.pixel.pixelHealth(periodBuckets(period, "day"))
  )
  if (wantsCsv(req)) {
    return await sendCsv(req, res, {
      name: ["pixel", period.from_date, period.to_date],
      columns: CSV_COLUMNS,
      pages: [report.days.map(flatDay)],
    })
  }
  res.json({ pixel: { ...report, period } })
}

/** The reasons as columns of their own. */
function flatDay({ refused, ...day }: PixelDay): CsvRow {
  return {
    ...day,
    ...Object.fromEntries(
      REFUSALS.map((reason) => [`refused_${reason}`, refused[reason]])
    ),
  }
}
