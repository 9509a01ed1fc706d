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
  // Local wallets and transfers, instalments, and the banks' own 3-D Secure pages.
  "tpay.com",
  "paypo.pl",
  "paynow.pl",
  "imoje.pl",
  "blue-media.pl",
  "autopay.com",
  "trustly.com",
  "twint.ch",
  "mobilepay.dk",
  "vipps.no",
  "swish.nu",
  "ideal.nl",
  "bancontact.com",
  "satispay.com",
  "skrill.com",
  "neteller.com",
  "paysafecard.com",
  "alipay.com",
  "affirm.com",
  "sezzle.com",
  "scalapay.com",
  "getalma.eu",
  "riverty.com",
  "billie.io",
  "unzer.com",
  "computop.com",
  "nexi.it",
  "redsys.es",
  "datatrans.com",
  "saferpay.com",
  "postfinance.ch",
  "ogone.com",
  "multisafepay.com",
  "buckaroo.nl",
  "paystack.com",
  "flutterwave.com",
  "iyzipay.com",
  "gocardless.com",
  "gopay.com",
  "comgate.cz",
  "barion.com",
  "quickpay.net",
  "nets.eu",
  "vivapayments.com",
  "mercadopago.com.br",
  "mercadopago.com.ar",
  "cardinalcommerce.com",
  "arcot.com",
  "securesuite.co.uk",
  "wlp-acs.com",
  "rsa3dsauth.com",
  "accounts.google.com",
  "appleid.apple.com",
  "login.live.com",
]

const points = z.number().min(0).max(1_000)

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

/** Page views are kept for two windows of engagement: the second is the former one. */
function rejectShortRetention(
  {
    retention,
    engagement,
  }: {
    retention: { page_view_days: number }
    engagement: { window_days: number }
  },
  context: z.RefinementCtx
) {
  const needed = 2 * engagement.window_days + 1
  if (retention.page_view_days < needed) {
    context.addIssue({
      code: "custom",
      path: ["retention", "page_view_days"],
      message: `must be at least ${needed}: two windows of engagement.window_days and a day`,
    })
  }
}

/** Plugin options; `z.input` of it is what a store writes in medusa-config. */
const optionsSchema = z.strictObject({
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
  experiments: z
    .strictObject({
      /**
       * Days after its window until a visitor's purchases count as kept: amounts
       * of experiments wait for them. @default 14
       */
      refund_maturity_days: z.number().int().min(0).max(90).default(14),
    })
    .prefault({}),
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
      /**
       * More of the shop's own hosts, sub-domains included: never a touch. Known
       * without it are the page's own registered domain and that of every origin of
       * the store's `http.storeCors`. @default []
       */
      own_domains: z.array(hostName).default([]),
      /**
       * What utm values on a link of the shop itself do: nothing (`ignore`), or begin
       * a visit of their own (`count`). @default "ignore"
       */
      internal_utm: z.enum(["ignore", "count"]).default("ignore"),
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
  segments: z
    .strictObject({
      /**
       * Keep when everybody entered and left each segment. @default false
       */
      history: z.boolean().default(false),
      /**
       * The key of a person's metadata that is true where they agreed to
       * advertising: only they are in an export for ad platforms.
       * @default none: the export says that consent was not looked at
       */
      consent_key: z.string().min(1).max(128).optional(),
    })
    .prefault({}),
  retention: z
    .strictObject({
      /** Days that page views of unknown visitors are kept. @default 200 */
      page_view_days: z.number().int().min(1).max(3_650).default(200),
    })
    .prefault({}),
  /** What a person is worth knowing for scores and segments. */
  person: z
    .strictObject({
      /**
       * Paths into a person's metadata whose values are copied for segments, such
       * as `loyalty.tier`. @default []
       */
      metadata_paths: z
        .array(
          z
            .string()
            .regex(/^[\w-]+(\.[\w-]+)*$/, "must be a path such as loyalty.tier")
        )
        .max(50)
        .default([]),
    })
    .prefault({}),
  /** The engagement score: weight times count of what somebody did. */
  engagement: z
    .strictObject({
      /** Days that count, before the moment it is calculated for. @default 90 */
      window_days: z.number().int().min(1).max(730).default(90),
      /** Points of one event of each kind. */
      weights: z
        .strictObject({
          purchase: points.default(10),
          feedback: points.default(5),
          social_engage: points.default(5),
          form_submit: points.default(3),
          lead_capture: points.default(3),
          page_view: points.default(1),
        })
        .prefault({}),
      /** Page views of one day beyond this count nothing. @default 20 */
      max_page_views_per_day: z.number().int().min(1).max(10_000).default(20),
      /**
       * Days after which an event is worth half as much. @default none: all count
       * in full
       */
      half_life_days: z.number().gt(0).max(3_650).optional(),
    })
    .prefault({}),
  /** The lifetime value. */
  clv: z
    .strictObject({
      /** Years that the formula counts; the models count 12 months. @default 1 */
      retention_years: z.number().gt(0).max(10).default(1),
    })
    .prefault({}),
  /** The churn risk. */
  churn: z
    .strictObject({
      /**
       * Days in which somebody who buys nothing has left; `auto`: the longest of
       * 90, 60 and 30 that the history allows to test. @default "auto"
       */
      horizon_days: z
        .union([z.literal("auto"), z.literal(30), z.literal(60), z.literal(90)])
        .default("auto"),
    })
    .prefault({}),
  nps: z
    .strictObject({
      /**
       * A page of the shop that asks for the answer, with `?token=`. Without it the
       * link leads to the plugin's own page. @default none
       */
      page_url: z
        .url({ protocol: /^https?$/, error: "must be an http(s) address" })
        .optional(),
      /** Days that a link takes an answer. @default 60 */
      link_days: z.number().int().min(1).max(730).default(60),
      /** Days of answers that a daily snapshot covers. @default 90 */
      window_days: z.number().int().min(1).max(730).default(90),
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

export const adPlanningOptionsSchema =
  optionsSchema.superRefine(rejectShortRetention)

export type AdPlanningPluginOptions = z.input<typeof adPlanningOptionsSchema>
export type AdPlanningOptions = z.output<typeof adPlanningOptionsSchema>
export type FxRate = AdPlanningOptions["fx"][number]
export type RevenueBasis = AdPlanningOptions["revenue_basis"]
export type EngagementOptions = AdPlanningOptions["engagement"]
