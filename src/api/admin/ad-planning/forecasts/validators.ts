import { z } from "@medusajs/framework/zod"
import {
  FORECAST_EVENT_KINDS,
  FORECAST_METRICS,
  FORECAST_SCOPES,
  PLAN_OBJECTIVES,
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

const MAX_NAME = 255
const MAX_AMOUNT = 1_000_000_000_000
const MAX_BUDGETS = 500
const MAX_FACTOR = 100
const MAX_EVENT_DAYS = 366

const number = z.number({ error: "must be a number" })
const amount = number.min(0).max(MAX_AMOUNT)
const name = z.string().trim().min(1).max(MAX_NAME)

export const AdminGetForecastEventsParams = listParams(
  { kind: oneOrMore(z.enum(FORECAST_EVENT_KINDS)), starts_on: range(day) },
  ["id", "name", "kind", "starts_on", "ends_on", "created_at"]
)
export type AdminGetForecastEventsParamsType = z.infer<
  typeof AdminGetForecastEventsParams
>

export const AdminCreateForecastEvent = z
  .strictObject({
    name,
    kind: z.enum(FORECAST_EVENT_KINDS),
    starts_on: day,
    ends_on: day,
    ad_campaign_id: id.nullable().default(null),
    expected_factor: number.gt(0).max(MAX_FACTOR).nullable().default(null),
  })
  .refine(({ starts_on, ends_on }) => starts_on <= ends_on, {
    path: ["ends_on"],
    error: "must not be before starts_on",
  })
  .refine(
    ({ starts_on, ends_on }) =>
      Date.parse(ends_on) - Date.parse(starts_on) < MAX_EVENT_DAYS * 86_400_000,
    { path: ["ends_on"], error: "must be within a year of starts_on" }
  )
export type AdminCreateForecastEventType = z.infer<
  typeof AdminCreateForecastEvent
>

export const AdminSetBudgets = z.strictObject({
  budgets: z
    .array(
      z
        .strictObject({
          ad_campaign_id: id,
          currency: currencyCode,
          daily_amount: amount.nullable().default(null),
          monthly_amount: amount.nullable().default(null),
        })
        .refine(
          ({ daily_amount, monthly_amount }) =>
            (daily_amount === null) !== (monthly_amount === null),
          {
            path: ["daily_amount"],
            error: "give either daily_amount or monthly_amount",
          }
        )
    )
    .min(1)
    .max(MAX_BUDGETS)
    .refine(
      (budgets) =>
        new Set(budgets.map((each) => each.ad_campaign_id)).size ===
        budgets.length,
      { error: "must name each campaign once" }
    ),
})
export type AdminSetBudgetsType = z.infer<typeof AdminSetBudgets>

/** Only a currency. */
export const AdminForecastCurrencyParams = z.strictObject({
  currency: currencyCode.optional(),
})
export type AdminForecastCurrencyParamsType = z.infer<
  typeof AdminForecastCurrencyParams
>

export const AdminGetAnomaliesParams = listParams(
  {
    scope: oneOrMore(id),
    ad_campaign_id: oneOrMore(id),
    is_open: z
      .enum(["true", "false"], { error: "must be true or false" })
      .transform((value) => value === "true")
      .optional(),
  },
  ["id", "scope", "metric", "starts_on", "ends_on", "detected_at", "closed_at"]
)
export type AdminGetAnomaliesParamsType = z.infer<
  typeof AdminGetAnomaliesParams
>

export const AdminGetPlansParams = listParams({}, [
  "id",
  "name",
  "from_date",
  "to_date",
  "created_at",
])
export type AdminGetPlansParamsType = z.infer<typeof AdminGetPlansParams>

const constraint = z
  .strictObject({
    ad_campaign_id: id,
    min: amount.optional(),
    max: amount.optional(),
    locked: z.boolean().optional(),
    max_change_percent: number.min(0).max(1_000).optional(),
  })
  .refine(({ min, max }) => (min ?? 0) <= (max ?? Infinity), {
    path: ["min"],
    error: "must not be above max",
  })

export const AdminMakePlan = z
  .strictObject({
    total_budget: number.gt(0).max(MAX_AMOUNT),
    days: number.int().min(1).max(MAX_HORIZON_DAYS).optional(),
    from: day.optional(),
    to: day.optional(),
    objective: z.enum(PLAN_OBJECTIVES).default("revenue"),
    margin: number.gt(0).max(1).optional(),
    constraints: z.array(constraint).max(MAX_BUDGETS).default([]),
    currency: currencyCode.optional(),
    /** Saves the plan under it. */
    name: name.optional(),
  })
  .refine(
    ({ days, from, to }) =>
      (days !== undefined) !== (from !== undefined && to !== undefined),
    {
      path: ["days"],
      error: "give either days, or from and to",
    }
  )
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    error: "must not be before from",
  })
  .refine(
    ({ from, to }) =>
      !from ||
      !to ||
      Date.parse(to) - Date.parse(from) < MAX_HORIZON_DAYS * 86_400_000,
    { path: ["to"], error: `must be within ${MAX_HORIZON_DAYS} days of from` }
  )
  .refine(
    ({ objective, margin }) => objective !== "profit" || margin !== undefined,
    { path: ["margin"], error: "is required for the objective profit" }
  )
  .refine(
    ({ constraints }) =>
      new Set(constraints.map((each) => each.ad_campaign_id)).size ===
      constraints.length,
    { path: ["constraints"], error: "must name each campaign once" }
  )
export type AdminMakePlanType = z.infer<typeof AdminMakePlan>
export type AdminMakePlanBody = z.input<typeof AdminMakePlan>
