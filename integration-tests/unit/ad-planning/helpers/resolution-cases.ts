import type { ResolvableTouch } from "../../../../src/modules/ad-planning/utils/attribution-resolver"
import { STOPPED_AT } from "./campaigns"

/**
 * What a touch carries, and the method and campaign of the catalogue that it
 * gets, or why it gets none.
 */
type Case = [string, Partial<ResolvableTouch>, string]

export const SUMMER = "120210000000000001"
const SALE = "120210000000000002"
const WINTER = "120210000000000003"
export const SUMMER_SET = "120210000000000201"
const SALE_SET = "120210000000000202"
export const SUMMER_AD = "120210000000000301"
const SALE_AD = "120210000000000303"

export const google = { platform: "google", utm_source: "google" } as const
export const newsletter = {
  platform: "generic",
  utm_source: "newsletter",
} as const
const bing = { platform: "generic", utm_source: "bing" } as const
export const unknown = { platform: "generic", utm_source: null } as const
const named = (utm_campaign: string) => ({ utm_campaign })

const IDS: Case[] = [
  ["the platform's id", { utm_id: SUMMER }, "platform_id camp_summer"],
  ["our id", { utm_id: "camp_summer" }, "platform_id camp_summer"],
  [
    "the platform's id in utm_campaign",
    named(SUMMER),
    "platform_id camp_summer",
  ],
  ["our id in utm_campaign", named("camp_sale"), "platform_id camp_sale"],
  [
    "the same id twice",
    { utm_id: SUMMER, utm_campaign: SUMMER },
    "platform_id camp_summer",
  ],
  [
    "both ids of one campaign",
    { utm_id: SUMMER, utm_campaign: "camp_summer" },
    "platform_id camp_summer",
  ],
  [
    "an id beside another campaign's name",
    { utm_id: SUMMER, utm_campaign: "Sale" },
    "platform_id camp_summer",
  ],
  [
    "an id beside an alias of another",
    { utm_id: SALE, utm_campaign: "sommer" },
    "platform_id camp_sale",
  ],
  ["ids of two campaigns", { utm_id: SUMMER, utm_campaign: SALE }, "ambiguous"],
  [
    "an id of a stopped campaign",
    { utm_id: WINTER },
    "platform_id camp_winter",
  ],
  [
    "an unknown id beside a name",
    { utm_id: "120210000000009999", utm_campaign: "Sale" },
    "name camp_sale",
  ],
  ["an unknown id", { utm_id: "120210000000009999" }, "no_match"],
  ["an id short of a digit", { utm_id: SUMMER.slice(1) }, "no_match"],
  ["an id with a digit more", { utm_id: `${SUMMER}0` }, "no_match"],
  ["an id with a zero before", { utm_id: `0${SUMMER}` }, "no_match"],
  ["an id in capitals", { utm_id: "CAMP_SUMMER" }, "no_match"],
  ["an id within a text", named(`summer_${SUMMER}`), "no_match"],
  [
    "a Google id from Google",
    { ...google, utm_id: "2002" },
    "platform_id camp_brand",
  ],
  ["a Google id from Meta", { utm_id: "2002" }, "no_match"],
  [
    "our id of a Google campaign from Meta",
    { utm_id: "camp_brand" },
    "no_match",
  ],
  ["a Meta id from Google", { ...google, utm_id: SUMMER }, "no_match"],
  [
    "a Meta id from a newsletter",
    { ...newsletter, utm_id: SUMMER },
    "no_match",
  ],
  [
    "a Meta id from nobody knows where",
    { ...unknown, utm_id: SUMMER },
    "platform_id camp_summer",
  ],
  [
    "an id of two platforms, from Meta",
    { utm_id: "555" },
    "platform_id camp_meta_555",
  ],
  [
    "an id of two platforms, from Google",
    { ...google, utm_id: "555" },
    "platform_id camp_google_555",
  ],
  [
    "an id of two platforms, from nobody knows where",
    { ...unknown, utm_id: "555" },
    "ambiguous",
  ],
  ["an id of two platforms, from Bing", { ...bing, utm_id: "555" }, "no_match"],
]

const ADS: Case[] = [
  [
    "an ad in utm_content",
    { utm_content: SUMMER_AD },
    "platform_id camp_summer",
  ],
  ["an ad in utm_term", { utm_term: SUMMER_AD }, "platform_id camp_summer"],
  ["an ad in utm_campaign", named(SUMMER_AD), "platform_id camp_summer"],
  ["an ad in utm_id", { utm_id: SUMMER_AD }, "platform_id camp_summer"],
  ["our id of an ad", { utm_content: "ad_sale" }, "platform_id camp_sale"],
  ["an ad set in utm_term", { utm_term: SALE_SET }, "platform_id camp_sale"],
  [
    "an ad set in utm_content",
    { utm_content: SALE_SET },
    "platform_id camp_sale",
  ],
  [
    "an ad and its ad set",
    { utm_content: SUMMER_AD, utm_term: SUMMER_SET },
    "platform_id camp_summer",
  ],
  [
    "an ad and its campaign",
    { utm_content: SUMMER_AD, utm_id: SUMMER },
    "platform_id camp_summer",
  ],
  [
    "an ad beside another campaign's id",
    { utm_content: SUMMER_AD, utm_id: SALE },
    "ambiguous",
  ],
  [
    "an ad beside another campaign's ad set",
    { utm_content: SUMMER_AD, utm_term: SALE_SET },
    "ambiguous",
  ],
  [
    "ads of two campaigns, beside a name",
    { utm_content: SUMMER_AD, utm_term: SALE_AD, utm_campaign: "Sale" },
    "ambiguous",
  ],
  [
    "an ad beside another campaign's name",
    { utm_content: SUMMER_AD, utm_campaign: "Sale" },
    "platform_id camp_summer",
  ],
  ["an ad from Google", { ...google, utm_content: SUMMER_AD }, "no_match"],
  [
    "an ad from Google beside a Google campaign",
    { ...google, utm_content: SUMMER_AD, utm_campaign: "brand search" },
    "name camp_brand",
  ],
  [
    "an ad from a newsletter",
    { ...newsletter, utm_content: SUMMER_AD },
    "no_match",
  ],
  [
    "an ad from nobody knows where",
    { ...unknown, utm_content: SUMMER_AD },
    "platform_id camp_summer",
  ],
  ["an unknown ad", { utm_content: "120210000000009999" }, "no_match"],
  [
    "words in utm_content beside a name",
    { utm_content: "carousel blue", utm_campaign: "Sale" },
    "name camp_sale",
  ],
  [
    "a campaign's name in utm_content",
    { utm_content: "Summer Sale" },
    "no_match",
  ],
  ["a campaign's id in utm_content", { utm_content: SUMMER }, "no_match"],
]

const ALIASES: Case[] = [
  ["an alias", named("sommer"), "alias camp_summer"],
  ["an alias in capitals", named(" SOMMER_"), "alias camp_summer"],
  [
    "an alias of its own website",
    { ...named("sommer"), website_id: "web_b" },
    "alias camp_sale",
  ],
  [
    "an alias, without a website",
    { ...named("sommer"), website_id: null },
    "alias camp_summer",
  ],
  [
    "an alias of another website only",
    named("clearance"),
    "name camp_clearance",
  ],
  [
    "an alias before another campaign's name",
    { ...named("clearance"), website_id: "web_b" },
    "alias camp_winter",
  ],
  ["an alias of a utm_id", { utm_id: "777" }, "alias camp_sale"],
  ["an alias of a utm_id, in utm_campaign", named("777"), "no_match"],
  ["an alias of a utm_campaign, in utm_id", { utm_id: "sommer" }, "no_match"],
  [
    "two aliases of one campaign",
    { ...named("sommer"), utm_id: "888" },
    "alias camp_summer",
  ],
  [
    "two aliases of two campaigns",
    { ...named("sommer"), utm_id: "777" },
    "ambiguous",
  ],
  [
    "its own website's alias beside one of all websites",
    { ...named("clearance"), utm_id: "777", website_id: "web_b" },
    "alias camp_winter",
  ],
  ["a misspelt alias", named("somer"), "no_match"],
  ["more than an alias", named("sommer 2026"), "no_match"],
  ["separators only, though such an alias exists", named("---"), "no_match"],
]

const NAMES: Case[] = [
  ["a name", named("Summer Sale"), "name camp_summer"],
  ["a name in small letters", named("summer sale"), "name camp_summer"],
  ["a name in capitals", named("SUMMER SALE"), "name camp_summer"],
  ["a name with a plus", named("Summer+Sale"), "name camp_summer"],
  ["a name with an underscore", named("summer_sale"), "name camp_summer"],
  ["a name with a dash", named("summer-sale"), "name camp_summer"],
  ["a name with %20", named("Summer%20Sale"), "name camp_summer"],
  ["a name with spaces around", named("  summer   sale "), "name camp_summer"],
  ["a name in full width", named("ＳＵＭＭＥＲ ＳＡＬＥ"), "name camp_summer"],
  ["a name that ends another", named("Sale"), "name camp_sale"],
  [
    "a name that holds another",
    { ...newsletter, ...named("wholesale_2026") },
    "name camp_wholesale",
  ],
  ["a name with an emoji", named("🌞 sommer spaß"), "name camp_emoji"],
  ["the emoji alone", named("🌞"), "no_match"],
  ["a name from right to left", named("מבצע_חורף"), "name camp_hebrew"],
  ["a name of signs", named("100% off (now!)"), "name camp_percent"],
  ["part of a name of signs", named("100%"), "no_match"],
  ["the first word of a name", named("Summer"), "no_match"],
  ["the beginning of a word", named("wholesale"), "no_match"],
  ["a name and a year", named("Summer Sale 2026"), "no_match"],
  ["a plural", named("Sales"), "no_match"],
  ["a letter too few", named("Sumer Sale"), "no_match"],
  ["two letters the wrong way round", named("Smumer Sale"), "no_match"],
  ["words the wrong way round", named("Sale Summer"), "no_match"],
  ["words joined", named("SummerSale"), "no_match"],
  ["words with a dot", named("summer.sale"), "no_match"],
  ["a name twice encoded", named("summer%2520sale"), "no_match"],
  ["a name with a look-alike letter", named("summer sаle"), "no_match"],
  ["a name with a zero-width space", named("summer sa\u200ble"), "no_match"],
  ["a name turned round", named("\u202esummer sale"), "no_match"],
  ["a pattern", named("summer%"), "no_match"],
  ["a name in utm_id", { utm_id: "Summer Sale" }, "no_match"],
  ["a name in utm_term", { utm_term: "Summer Sale" }, "no_match"],
  ["a name that two campaigns have", named("Retargeting"), "ambiguous"],
  ["a name of Meta and Google, from Meta", named("Sale"), "name camp_sale"],
  [
    "a name of Meta and Google, from Google",
    { ...google, ...named("Sale") },
    "name camp_google_sale",
  ],
  [
    "a name of Meta and Google, from nobody knows where",
    { ...unknown, ...named("Sale") },
    "ambiguous",
  ],
  [
    "a name of Meta and Google, from a newsletter",
    { ...newsletter, ...named("Sale") },
    "no_match",
  ],
  ["a Google name from Meta", named("Brand Search"), "no_match"],
  [
    "a Meta name from Google",
    { ...google, ...named("Summer Sale") },
    "no_match",
  ],
  [
    "a Meta name from a newsletter",
    { ...newsletter, ...named("Summer Sale") },
    "no_match",
  ],
  [
    "a Meta name from nobody knows where",
    { ...unknown, ...named("Summer Sale") },
    "name camp_summer",
  ],
  ["a newsletter's name from Meta", named("wholesale 2026"), "no_match"],
  [
    "Bing's name from Bing",
    { ...bing, ...named("bing shopping") },
    "name camp_bing",
  ],
  [
    "Bing's name from Google",
    { ...google, ...named("bing shopping") },
    "no_match",
  ],
  ["a stopped campaign's name", named("Winter Clearance"), "no_match"],
  [
    "a stopped campaign's name, the moment it stopped",
    { ...named("Winter Clearance"), started_at: STOPPED_AT },
    "name camp_winter",
  ],
  [
    "a stopped campaign's name, at the end of that day",
    {
      ...named("Winter Clearance"),
      started_at: new Date(
        STOPPED_AT.toISOString().slice(0, 10) + "T23:59:59.999Z"
      ),
    },
    "name camp_winter",
  ],
  [
    "a stopped campaign's name, at the beginning of the next day",
    {
      ...named("Winter Clearance"),
      started_at: new Date(
        Date.parse(STOPPED_AT.toISOString().slice(0, 10)) + 86_400_000
      ),
    },
    "no_match",
  ],
  [
    "a stopped campaign's name, while it ran",
    {
      ...named("Winter Clearance"),
      started_at: new Date("2026-02-01T00:00:00Z"),
    },
    "name camp_winter",
  ],
  [
    "a name that a stopped and a running campaign have",
    named("Easter"),
    "name camp_easter_new",
  ],
  [
    "the same name while both ran",
    { ...named("Easter"), started_at: new Date("2026-04-01T00:00:00Z") },
    "ambiguous",
  ],
]

const NO_CLAIMS: Case[] = [
  ["nothing but a click", {}, "no_match"],
  [
    "no claim, though it carries an id",
    { claims_campaign: false, utm_content: SUMMER_AD, utm_id: SUMMER },
    "not_claimed",
  ],
  [
    "no claim, though it carries a name",
    { claims_campaign: false, utm_campaign: "Summer Sale" },
    "not_claimed",
  ],
]

export const RESOLUTION_CASES: Case[] = [
  ...IDS,
  ...ADS,
  ...ALIASES,
  ...NAMES,
  ...NO_CLAIMS,
]
