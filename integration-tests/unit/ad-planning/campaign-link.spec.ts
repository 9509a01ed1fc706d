import fc from "fast-check"
import {
  classifyTouch,
  matchCampaign,
} from "../../../src/modules/ad-planning/utils/attribution-resolver"
import { campaignLink } from "../../../src/modules/ad-planning/utils/attribution/campaign-link"
import { readQuery } from "../../../src/modules/ad-planning/utils/attribution/read-signals"
import { normaliseName } from "../../../src/modules/ad-planning/utils/text/normalise"

const CAMPAIGN = {
  id: "adcamp_1",
  platform: "meta",
  external_id: "120210",
  name: "Summer & Sale",
}
const RULES = { own_domains: [], payment_referrers: [] }

/** What a visit through the link resolves to. */
function resolved(link: string, campaign: typeof CAMPAIGN) {
  const { utm, click_ids } = readQuery(new URL(link).search)
  const signals = { ...utm, click_ids, landing_page: "/", referrer: null }
  const candidate = {
    ...campaign,
    normalised_name: normaliseName(campaign.name),
    status: null,
    started_at: null,
    stopped_at: null,
    last_active_on: null,
  }
  return matchCampaign(
    {
      ...signals,
      ...classifyTouch(signals, RULES)!,
      website_id: null,
      started_at: new Date(),
    },
    {
      byId: new Map(
        [campaign.id, campaign.external_id].map((id) => [id, [candidate]])
      ),
      byName: new Map(),
      byAdObjectId: new Map(),
      aliases: new Map(),
    }
  )
}

describe("campaignLink", () => {
  it("names the campaign, and leaves the page as it was", () => {
    expect(
      campaignLink(
        CAMPAIGN,
        "https://shop.example.com/p?size=M&utm_campaign=old#top",
        { utm_content: "blue" }
      )
    ).toBe(
      "https://shop.example.com/p?size=M&utm_source=facebook&utm_medium=cpc&utm_campaign=Summer+%26+Sale&utm_id=120210&utm_content=blue#top"
    )
  })

  it("takes our own id where an import named none", () => {
    const campaign = { ...CAMPAIGN, external_id: "name:summer" }
    const link = new URL(campaignLink(campaign, "http://localhost:8000"))
    expect(link.searchParams.get("utm_id")).toBe("adcamp_1")
  })

  it("is resolved by id, whatever the campaign is called and where it leads", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("meta", "google", "tiktok", "pinterest", "bing"),
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.boolean(),
        (platform, name, address, hasId) => {
          const campaign = {
            ...CAMPAIGN,
            platform,
            name,
            external_id: hasId ? "120210" : `name:${name}`,
          }
          const link = campaignLink(campaign, address)
          expect(resolved(link, campaign)).toMatchObject({
            ad_campaign_id: "adcamp_1",
            resolution_method: "platform_id",
          })
          // Made a link again it is the same.
          expect(campaignLink(campaign, link)).toBe(link)
        }
      )
    )
  })

  it.each([
    ["no address", "url must be an absolute address"],
    ["/products", "url must be an absolute address"],
    ["javascript:alert(1)", "url must begin with http:// or https://"],
    ["https://ann:secret@shop.example.com", "url must not have a login"],
  ])("refuses %s", (address, message) => {
    expect(() => campaignLink(CAMPAIGN, address)).toThrow(
      new RangeError(message)
    )
  })
})
