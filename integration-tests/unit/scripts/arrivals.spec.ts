import { pageViews } from "../ad-planning/helpers/touches"
import { DEFAULT_PAYMENT_REFERRERS } from "../../../src/modules/ad-planning/types"
import {
  matchCampaign,
  sessionTouch,
  type CampaignCandidate,
  type CampaignIndex,
} from "../../../src/modules/ad-planning/utils/attribution-resolver"
import { normaliseName } from "../../../src/modules/ad-planning/utils/text/normalise"
import {
  adClick,
  DIRECT,
  isTouch,
  PAYMENT_RETURN,
  unpaidArrival,
  type Arrival,
} from "../../../src/scripts/demo/arrivals"
import {
  adIdOf,
  adSetIdOf,
  DEMO_CAMPAIGNS,
} from "../../../src/scripts/demo/campaigns"
import { randomFor } from "../../../src/scripts/demo/random"

const AT = new Date("2026-11-01T10:00:00.000Z")
const RULES = { own_domains: [], payment_referrers: DEFAULT_PAYMENT_REFERRERS }

/** Arrivals of all kinds, each campaign's clicks as often as any other's. */
function arrivals(count: number): Arrival[] {
  return Array.from({ length: count }, (_, n) => {
    const random = randomFor(`arrival ${n}`)
    const campaign = DEMO_CAMPAIGNS[n % DEMO_CAMPAIGNS.length]!
    return random.chance(0.7)
      ? adClick(random, campaign)
      : unpaidArrival(random, AT)
  })
}

/** The touch that the plugin makes of the session such a visit leaves. */
function touchOf({ utm, query, referrer }: Arrival) {
  return sessionTouch(
    {
      id: "anses_1",
      session_id: "s1",
      visitor_id: "v1",
      website_id: null,
      started_at: AT,
      entry_page: "/",
      referrer,
      utm_source: null,
      utm_medium: null,
      utm_campaign: null,
      utm_term: null,
      utm_content: null,
      ...utm,
      page_views: pageViews(
        Object.keys(query).length
          ? [`${new URLSearchParams({ ...utm, ...query })}`]
          : []
      ),
    },
    RULES
  )
}

function campaignIndex(): CampaignIndex {
  const byName = new Map<string, CampaignCandidate[]>()
  const byId = new Map<string, CampaignCandidate[]>()
  const byAdObjectId: CampaignIndex["byAdObjectId"] = new Map()
  for (const campaign of DEMO_CAMPAIGNS) {
    const id = campaign.externalId
    const name = normaliseName(campaign.name)
    const candidate = {
      id,
      platform: campaign.platform,
      external_id: id,
      normalised_name: name,
      status: null,
      started_at: null,
      stopped_at: null,
      last_active_on: null,
    }
    byId.set(id, [candidate])
    byName.set(name, [...(byName.get(name) ?? []), candidate])
    const parent = { ad_campaign_id: id, ad_set_id: adSetIdOf(campaign) }
    byAdObjectId.set(adSetIdOf(campaign), [
      { kind: "ad_set", id: adSetIdOf(campaign), ...parent },
    ])
    byAdObjectId.set(adIdOf(campaign), [
      { kind: "ad", id: adIdOf(campaign), ...parent },
    ])
  }
  return { byId, byName, byAdObjectId, aliases: new Map() }
}

describe("arrivals of the demo store", () => {
  it("are touches for the plugin exactly when the demo says so", () => {
    for (const arrival of [...arrivals(1000), DIRECT, PAYMENT_RETURN]) {
      expect(touchOf(arrival) !== null).toBe(isTouch(arrival))
    }
    expect([DIRECT, PAYMENT_RETURN].map(isTouch)).toEqual([false, false])
  })

  it("name the campaign that the plugin's rules find, or none", () => {
    const index = campaignIndex()
    for (const arrival of arrivals(3000)) {
      const { ad_campaign_id } = matchCampaign(touchOf(arrival)!, index)
      expect(ad_campaign_id).toBe(
        arrival.namesCampaign ? arrival.ad!.externalId : null
      )
    }
  })

  it("are found by name, by id, not at all and not surely", () => {
    const index = campaignIndex()
    const outcomes = new Set(
      arrivals(1000).map((arrival) => {
        const answer = matchCampaign(touchOf(arrival)!, index)
        return answer.resolution_method ?? answer.unresolved_reason
      })
    )
    expect([...outcomes].toSorted()).toEqual([
      "ambiguous",
      "name",
      "no_match",
      "not_claimed",
      "platform_id",
    ])
  })
})
