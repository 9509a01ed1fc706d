import { z } from "@medusajs/framework/zod"
import {
  FORECAST_METRICS,
  FORECAST_SCOPES,
} from "../../../../modules/ad-planning/types"
import {
  instant,
  listParams,
  oneOrMore,
  range,
} from "../../../utils/list-params"
import { currencyCode } from "../../../utils/report-params"
import { FORECAST_FIELDS } from "./query-config"

/** Longer, an interval says nothing. */
export const MAX_HORIZON_DAYS = 180
const MAX_ID = 128
const MAX_HISTORY_DAYS = 730

const id = z.string().min(1).max(MAX_ID)

/** A calendar day that exists. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day such as 2026-11-30")
  .refine(
    (value) => {
      const date = new Date(`${value}T00:00:00Z`)
      return !Number.isNaN(+date) && date.toISOString().startsWith(value)
    },
    { error: "must be a day that exists" }
  )

export const AdminGetForecastsParams = listParams(
  {
    scope: oneOrMore(id),
    scope_type: oneOrMore(z.enum(FORECAST_SCOPES)),
    ad_campaign_id: oneOrMore(id),
    platform: oneOrMore(id),
    forecast_date: range(day),
    generated_on: oneOrMore(day),
    currency: currencyCode.optional(),
  },
  FORECAST_FIELDS
)
export type AdminGetForecastsParamsType = z.infer<
  typeof AdminGetForecastsParams
>
export type AdminGetForecastsQuery = z.input<typeof AdminGetForecastsParams>

export const AdminGenerateForecasts = z.strictObject({
  horizon_days: z
    .number({ error: "must be a number" })
    .int()
    .min(1)
    .max(MAX_HORIZON_DAYS)
    .default(60),
  as_of: instant.optional(),
  currency: currencyCode.optional(),
})
export type AdminGenerateForecastsType = z.infer<typeof AdminGenerateForecasts>
export type AdminGenerateForecastsBody = z.input<typeof AdminGenerateForecasts>

export const AdminGetForecastAccuracyParams = z.strictObject({
  metric: z.enum(FORECAST_METRICS).default("revenue"),
  currency: currencyCode.optional(),
  /** Generation days. */
  from: day.optional(),
  to: day.optional(),
  horizon_days: z.coerce
    .number({ error: "must be a number" })
    .int()
    .min(1)
    .max(MAX_HORIZON_DAYS)
    .default(30),
})
export type AdminGetForecastAccuracyParamsType = z.infer<
  typeof AdminGetForecastAccuracyParams
>
export type AdminGetForecastAccuracyQuery = z.input<
  typeof AdminGetForecastAccuracyParams
>

export const AdminGetForecastSeriesParams = z.strictObject({
  scope: id.default("total"),
  days: z.coerce
    .number({ error: "must be a number" })
    .int()
    .min(1)
    .max(MAX_HISTORY_DAYS)
    .default(90),
  currency: currencyCode.optional(),
})
export type AdminGetForecastSeriesParamsType = z.infer<
  typeof AdminGetForecastSeriesParams
>
