import {
  aliasKey,
  type AdObject,
  type CampaignCandidate,
  type CampaignIndex,
  type ResolvableTouch,
} from "../../../../src/modules/ad-planning/utils/attribution-resolver"
import { normaliseName } from "../../../../src/modules/ad-planning/utils/text/normalise"

interface KnownAd extends AdObject {
  external_id: string
}

interface Alias {
  kind: "utm_campaign" | "utm_id"
  value: string
  website_id: string
  ad_campaign_id: string
}

export interface Catalogue {
  campaigns: CampaignCandidate[]
  ads: KnownAd[]
  aliases: Alias[]
}

/** The candidates as the service and the ads' reader index them. */
export function indexOf({ campaigns, ads, aliases }: Catalogue): CampaignIndex {
  return {
    byId: grouped(campaigns, (row) => [row.id, row.external_id]),
    byName: grouped(campaigns, (row) => [row.normalised_name]),
    byAdObjectId: grouped(ads, (row) => [row.id, row.external_id]),
    aliases: new Map(
      aliases.map((row) => [
        aliasKey(row.kind, normaliseName(row.value), row.website_id),
        {
          ad_campaign_id: row.ad_campaign_id,
          platform:
            campaigns.find(({ id }) => id === row.ad_campaign_id)?.platform ??
            null,
        },
      ])
    ),
  }
}

function grouped<Row>(rows: Row[], keysOf: (row: Row) => string[]) {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
  }
  return groups
}

export function campaign(
  id: string,
  platform: string,
  external_id: string,
  name: string,
  stopped_at: Date | null = null,
  other: Partial<CampaignCandidate> = {}
): CampaignCandidate {
  return {
    id,
    platform,
    external_id,
    normalised_name: normaliseName(name),
    status: "ACTIVE",
    started_at: null,
    stopped_at,
    last_active_on: null,
    ...other,
  }
}

/** A Meta click of 3 August 2026 that names no campaign. */
export function resolvable(
  overrides: Partial<ResolvableTouch> = {}
): ResolvableTouch {
  return {
    platform: "meta",
    website_id: "web_a",
    claims_campaign: true,
    started_at: new Date("2026-08-03T10:00:00Z"),
    utm_source: "facebook",
    utm_campaign: null,
    utm_id: null,
    utm_content: null,
    utm_term: null,
    click_ids: {},
    referrer: null,
    ...overrides,
  }
}

export const STARTED_AT = new Date("2026-02-10T12:00:00Z")
export const STOPPED_AT = new Date("2026-04-10T12:00:00Z")

const SUMMER = "120210000000000001"

export const CATALOGUE: Catalogue = {
  campaigns: [
    campaign("camp_summer", "meta", SUMMER, "Summer Sale"),
    campaign("camp_sale", "meta", "120210000000000002", "Sale"),
    campaign(
      "camp_winter",
      "meta",
      "120210000000000003",
      "Winter Clearance",
      STOPPED_AT
    ),
    campaign("camp_retarget_1", "meta", "120210000000000004", "Retargeting"),
    campaign("camp_retarget_2", "meta", "120210000000000005", "Retargeting"),
    campaign(
      "camp_easter_old",
      "meta",
      "120210000000000006",
      "Easter",
      STOPPED_AT
    ),
    campaign("camp_easter_new", "meta", "120210000000000007", "Easter"),
    campaign("camp_emoji", "meta", "120210000000000008", "🌞 Sommer-Spaß"),
    campaign("camp_hebrew", "meta", "120210000000000009", "מבצע חורף"),
    campaign("camp_percent", "meta", "120210000000000010", "100% Off (now!)"),
    campaign("camp_clearance", "meta", "120210000000000011", "Clearance"),
    campaign("camp_google_sale", "google", "2001", "Sale"),
    campaign("camp_brand", "google", "2002", "Brand Search"),
    campaign("camp_meta_555", "meta", "555", "Meta five"),
    campaign("camp_google_555", "google", "555", "Google five"),
    campaign(
      "camp_wholesale",
      "generic",
      "name:wholesale 2026",
      "wholesale_2026"
    ),
    campaign("camp_bing", "bing", "3001", "Bing Shopping"),
  ],
  ads: [
    {
      kind: "ad_set",
      id: "set_summer",
      external_id: "120210000000000201",
      ad_campaign_id: "camp_summer",
      ad_set_id: "set_summer",
    },
    {
      kind: "ad_set",
      id: "set_sale",
      external_id: "120210000000000202",
      ad_campaign_id: "camp_sale",
      ad_set_id: "set_sale",
    },
    {
      kind: "ad",
      id: "ad_summer_1",
      external_id: "120210000000000301",
      ad_campaign_id: "camp_summer",
      ad_set_id: "set_summer",
    },
    {
      kind: "ad",
      id: "ad_summer_2",
      external_id: "120210000000000302",
      ad_campaign_id: "camp_summer",
      ad_set_id: "set_summer",
    },
    {
      kind: "ad",
      id: "ad_sale",
      external_id: "120210000000000303",
      ad_campaign_id: "camp_sale",
      ad_set_id: "set_sale",
    },
  ],
  aliases: [
    {
      kind: "utm_campaign",
      value: "sommer",
      website_id: "",
      ad_campaign_id: "camp_summer",
    },
    {
      kind: "utm_campaign",
      value: "sommer",
      website_id: "web_b",
      ad_campaign_id: "camp_sale",
    },
    {
      kind: "utm_campaign",
      value: "clearance",
      website_id: "web_b",
      ad_campaign_id: "camp_winter",
    },
    {
      kind: "utm_id",
      value: "777",
      website_id: "",
      ad_campaign_id: "camp_sale",
    },
    {
      kind: "utm_id",
      value: "888",
      website_id: "",
      ad_campaign_id: "camp_summer",
    },
    {
      kind: "utm_campaign",
      value: "",
      website_id: "",
      ad_campaign_id: "camp_sale",
    },
  ],
}
