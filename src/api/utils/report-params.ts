import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { IANAZone } from "luxon"
import {
  REPORT_BASES,
  type AdPlanningOptions,
  type ReportRequest,
} from "../../modules/ad-planning/types"
import { isCurrencyCode } from "../../modules/ad-planning/utils/money/currency-codes"
import {
  comparePeriod,
  COMPARISONS,
  parsePeriod,
  type Period,
} from "../../modules/ad-planning/utils/period/period"

const id = z.string().min(1).max(128)

export const currencyCode = z
  .string()
  .refine(isCurrencyCode, "must be an ISO 4217 code such as eur")
  .transform((code) => code.toLowerCase())

/** What every report can be asked for. */
export const reportParams = z.strictObject({
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  timezone: z
    .string()
    .max(64)
    .refine(IANAZone.isValidZone, "must be an IANA zone such as Europe/Berlin")
    .optional(),
  currency: currencyCode.optional(),
  compare: z.enum(COMPARISONS).optional(),
  basis: z.enum(REPORT_BASES).default("order_date"),
  website_id: id.optional(),
  sales_channel_id: id.optional(),
  country_code: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "must be an ISO 3166 code such as de")
    .transform((code) => code.toLowerCase())
    .optional(),
  platform: id.optional(),
})
export type ReportParams = z.infer<typeof reportParams>
/** As a client writes it. */
export type ReportQuery = z.input<typeof reportParams>

export interface ReportFrame {
  request: ReportRequest
  period: Period
  compare_period: Period | null
}

/**
 * Turns a query into what a report is a function of.
 *
 * @throws MedusaError invalid_data for an empty period or no currency at all
 */
export function reportFrame(
  params: ReportParams & { segment_id?: string },
  options: AdPlanningOptions,
  now: Date,
  groupBy: ReportRequest["group_by"]
): ReportFrame {
  const timezone = params.timezone ?? options.timezone
  const period = readPeriod(params, timezone, now)
  const comparePeriods = params.compare
    ? [comparePeriod(period, params.compare, now)]
    : []
  return {
    period,
    compare_period: comparePeriods[0] ?? null,
    request: {
      periods: [period, ...comparePeriods],
      timezone,
      currency: reportCurrency(params.currency, options),
      revenue_basis: options.revenue_basis,
      basis: params.basis,
      filters: {
        website_id: params.website_id,
        sales_channel_id: params.sales_channel_id,
        country_code: params.country_code,
        platform: params.platform,
        segment_id: params.segment_id,
      },
      group_by: groupBy,
    },
  }
}

/** @throws MedusaError invalid_data for what is no period */
export function readPeriod(
  { from, to }: Pick<ReportParams, "from" | "to">,
  timezone: string,
  now: Date
): Period {
  return refusing(() => parsePeriod({ from, to, timezone, now }))
}

/**
 * Runs what reads a part of a request.
 *
 * @throws MedusaError invalid_data instead of its RangeError
 */
export function refusing<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: ${error.message}`
      )
    }
    throw error
  }
}

/** @throws MedusaError invalid_data without any currency */
export function reportCurrency(
  asked: string | undefined,
  options: AdPlanningOptions
): string {
  const currency = asked ?? options.reporting_currency
  if (!currency) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: Field 'currency' is required: pass ?currency= or set the plugin option `reporting_currency`"
    )
  }
  return currency
}
