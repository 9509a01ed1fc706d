import { z } from "zod"
import { IANAZone } from "luxon"
import { aiOptions } from "./ai-options"

const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, "must be an ISO 4217 code such as eur")
  .transform((code) => code.toLowerCase())

const calendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date YYYY-MM-DD")

const hostName = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, "must be a host name such as shop.com")
  .transform((host) => host.toLowerCase())

const origin = z
  .string()
  .regex(
    /^https?:\/\/[^/\s]+$/,
    "must be an origin such as https://shop.com, without a path"
  )
  .transform((value) => value.toLowerCase())

/** Hosts a customer comes back from after paying or logging in: never a touch. */
export const DEFAULT_PAYMENT_REFERRERS = [
  "stripe.com",
  "paypal.com",
  "klarna.com",
  "adyen.com",
  "mollie.com",
  "braintreegateway.com",
  "braintree-api.com",
  "sagepay.com",
  "worldpay.com",
  "afterpay.com",
  "clearpay.co.uk",
  "razorpay.com",
  "squareup.com",
  "authorize.net",
  "paddle.com",
  "amazonpay.com",
  "pay.google.com",
  "checkout.com",
  "payu.com",
  "sofort.com",
  "giropay.de",
  "przelewy24.pl",
  "paystack.co",
  "mercadopago.com",
  "accounts.google.com",
  "appleid.apple.com",
  "login.live.com",
]

const fxRate = z.strictObject({
  /** Currency of the amount. */
  from: currency,
  /** Currency it is reported in. */
  to: currency,
  /** 1 `from` = `rate` `to`. */
  rate: z.number().positive(),
  /** First day (YYYY-MM-DD, in `timezone`) this rate holds. Default: always. */
  valid_from: calendarDay.optional(),
})

/** Two rates for one day: which one counts is anyone's guess. */
function rejectRepeatedRates(
  rates: z.infer<typeof fxRate>[],
  context: z.RefinementCtx
) {
  const seen = new Set<string>()
  rates.forEach(({ from, to, valid_from }, index) => {
    const key = `${from}/${to}/${valid_from ?? ""}`
    if (seen.has(key)) {
      context.addIssue({
        code: "custom",
        path: [index],
        message: `repeats the rate of ${from} to ${to}${valid_from ? ` from ${valid_from}` : ""}`,
      })
    }
    seen.add(key)
  })
}

/** Plugin options; `z.input` of it is what a store writes in medusa-config. */
export const adPlanningOptionsSchema = z.strictObject({
  /**
   * Secret of this installation, at least 16 characters: e-mails are kept only
   * as an HMAC with it. Never change it. No default: it is required.
   */
  secret: z
    .string({ error: "is required: a string of at least 16 characters" })
    .min(16, "must have at least 16 characters"),
  /**
   * IANA time zone in which days begin. @default "UTC"
   */
  timezone: z
    .string()
    .refine(IANAZone.isValidZone, "must be an IANA zone such as Europe/Berlin")
    .default("UTC"),
  /**
   * Currency of reports when a request names none. Without it every report
   * needs `?currency=`. @default none
   */
  reporting_currency: currency.optional(),
  /**
   * Exchange rates, a static table. An amount is converted at the rate of its
   * order's day; what has no rate is listed as `unconverted`. @default []
   */
  fx: z.array(fxRate).superRefine(rejectRepeatedRates).default([]),
  /**
   * What revenue is in all reports: what the customer pays (`total`), without
   * tax (`excl_tax`), or without tax and shipping (`net_sales`).
   * @default "total"
   */
  revenue_basis: z.enum(["total", "excl_tax", "net_sales"]).default("total"),
  /**
   * When an order counts: from placement, or once a payment was captured.
   * @default "placed"
   */
  count_when: z.enum(["placed", "captured"]).default("placed"),
  attribution: z
    .strictObject({
      /** A touch counts this many x 24 h before the conversion. @default 30 */
      lookback_days: z.number().int().min(1).max(365).default(30),
      /**
       * Touches at or before the visitor's former purchase count for that one
       * only. @default false
       */
      stop_at_previous_purchase: z.boolean().default(false),
      /**
       * Days of purchases that the data-driven model learns from. @default 90
       */
      training_days: z.number().int().min(1).max(730).default(90),
      /** The shop's own hosts, sub-domains included: never a touch. @default [] */
      own_domains: z.array(hostName).default([]),
      /** Payment and login providers' hosts. @default DEFAULT_PAYMENT_REFERRERS */
      payment_referrers: z.array(hostName).default(DEFAULT_PAYMENT_REFERRERS),
      /**
       * Whether click ids are kept as they are (`keep`), or only as an HMAC with
       * `secret` (`mask`). @default "keep"
       */
      click_ids: z.enum(["keep", "mask"]).default("keep"),
    })
    .prefault({}),
  /**
   * Create a person for a buyer that has none. @default true
   */
  create_person_from_order: z.boolean().default(true),
  identity: z
    .strictObject({
      /**
       * A visitor seen with more people than this is a shared computer, and
       * names nobody. @default 3
       */
      max_persons_per_visitor: z.number().int().min(1).max(100).default(3),
    })
    .prefault({}),
  retention: z
    .strictObject({
      /** Days that page views of unknown visitors are kept. @default 200 */
      page_view_days: z.number().int().min(1).max(3_650).default(200),
    })
    .prefault({}),
  /** Orders of tests and staff: never counted. */
  exclude: z
    .strictObject({
      /** E-mail patterns; `*` stands for any characters. @default [] */
      emails: z.array(z.string().min(1)).default([]),
      /** Customer group ids or names. @default [] */
      customer_groups: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  /** The public endpoint, which anybody may call. */
  web: z
    .strictObject({
      /**
       * Origins whose pages may read its answers, such as https://shop.com.
       * @default the store's own `http.storeCors`
       */
      allowed_origins: z.array(origin).optional(),
      /** Calls of one address, beyond which 429 is answered. */
      rate_limit: z
        .strictObject({
          /** @default 300 */
          calls: z.number().int().min(1).max(1_000_000).default(300),
          /** @default 60 */
          window_seconds: z.number().int().min(1).max(3_600).default(60),
        })
        .prefault({}),
      /**
       * Which proxies' X-Forwarded-For is believed: how many stand before this
       * server, or their addresses and subnets. @default 1, as Medusa has it
       */
      trusted_proxies: z
        .union([z.number().int().min(0).max(10), z.array(z.string().min(1))])
        .default(1),
      /** Calls that may wait to be written; more are answered 503. @default 5000 */
      max_pending: z.number().int().min(1).max(100_000).default(5_000),
    })
    .prefault({}),
  /**
   * The language model that reads texts and explains scores. Without it, or
   * without its key, a local analyser reads texts. @default none
   */
  ai: aiOptions.optional(),
  /**
   * Whether this process runs the plugin's scheduled jobs. @default true
   */
  jobs: z.boolean().default(true),
})

export type AdPlanningPluginOptions = z.input<typeof adPlanningOptionsSchema>
export type AdPlanningOptions = z.output<typeof adPlanningOptionsSchema>
export type FxRate = AdPlanningOptions["fx"][number]
export type RevenueBasis = AdPlanningOptions["revenue_basis"]
