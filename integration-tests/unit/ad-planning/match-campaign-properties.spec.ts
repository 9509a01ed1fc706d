import fc from "fast-check"
import {
  matchCampaign,
  type CampaignCandidate,
  type ResolvableTouch,
} from "../../../src/modules/ad-planning/utils/attribution-resolver"
import { normaliseName } from "../../../src/modules/ad-planning/utils/text/normalise"
import { checkProperty } from "./helpers/check-property"
import {
  STOPPED_AT,
  STARTED_AT,
  campaign,
  indexOf,
  resolvable,
  type Catalogue,
} from "./helpers/campaigns"
import { HOSTILE_TEXTS } from "./helpers/touches"

// Few ids and names, so that they collide: that is where guesses are made.
const CAMPAIGN_IDS = ["camp_1", "camp_2", "camp_3", "camp_4"]
const EXTERNAL_IDS = ["101", "102", "103"]
const NAMES = ["Sale", "Summer Sale", "wholesale_2026", "sale-2026", "Sommer"]
const AD_IDS = ["ad_1", "ad_2", "set_1", "301", "302"]
const WEBSITES = ["web_a", "web_b"]
/** The network that each platform and each sign of a click means. */
const PLATFORMS = {
  meta: "meta",
  google: "google",
  bing: "microsoft",
  "TikTok Ads": "tiktok",
  generic: null,
} as const
const SOURCES = {
  facebook: "meta",
  google: "google",
  tiktok_paid: "tiktok",
  newsletter: null,
} as const
const CLICKS = { gclid: "google", ttclid: "tiktok", fbclid: "meta" } as const
type Source = keyof typeof SOURCES
type Click = keyof typeof CLICKS

const catalogue: fc.Arbitrary<Catalogue> = fc.record({
  campaigns: fc
    .tuple(
      ...CAMPAIGN_IDS.map((id) =>
        fc.tuple(
          fc.constant(id),
          fc.constantFrom(...Object.keys(PLATFORMS)),
          fc.constantFrom(...EXTERNAL_IDS),
          fc.constantFrom(...NAMES),
          fc.constantFrom(null, STOPPED_AT),
          fc.record({
            status: fc.constantFrom(null, "ACTIVE", "PAUSED", "DELETED"),
            started_at: fc.constantFrom(null, STARTED_AT),
            last_active_on: fc.constantFrom(null, "2026-03-31"),
          })
        )
      )
    )
    .map((rows) => rows.map((row) => campaign(...row))),
  ads: fc.array(
    fc.record({
      kind: fc.constantFrom("ad", "ad_set"),
      id: fc.constantFrom(...AD_IDS.slice(0, 3)),
      external_id: fc.constantFrom(...AD_IDS.slice(3)),
      ad_campaign_id: fc.constantFrom(...CAMPAIGN_IDS),
      ad_set_id: fc.constantFrom(null, "set_1"),
    }),
    { maxLength: 5 }
  ),
  aliases: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom("utm_campaign", "utm_id"),
      value: fc.constantFrom("sommer", "777"),
      website_id: fc.constantFrom("", ...WEBSITES),
      ad_campaign_id: fc.constantFrom(...CAMPAIGN_IDS),
    }),
    {
      selector: (row) => `${row.kind} ${row.value} ${row.website_id}`,
      maxLength: 4,
    }
  ),
})

const utmValue = fc.option(
  fc.constantFrom(
    ...CAMPAIGN_IDS,
    ...EXTERNAL_IDS,
    ...NAMES,
    ...AD_IDS,
    "777",
    "sale",
    "SALE",
    "summer+sale",
    ...HOSTILE_TEXTS
  )
)
const touches: fc.Arbitrary<ResolvableTouch> = fc
  .record({
    utm_source: fc.constantFrom(null, ...(Object.keys(SOURCES) as Source[])),
    click: fc.constantFrom(null, null, ...(Object.keys(CLICKS) as Click[])),
    website_id: fc.option(fc.constantFrom(...WEBSITES)),
    claims_campaign: fc.constant(true),
    started_at: fc.constantFrom(
      new Date("2026-01-01T00:00:00Z"),
      STARTED_AT,
      STOPPED_AT,
      new Date("2026-08-03T10:00:00Z")
    ),
    utm_campaign: utmValue,
    utm_id: utmValue,
    utm_content: utmValue,
    utm_term: utmValue,
  })
  .map(({ click, ...touch }) => ({
    ...touch,
    click_ids: click ? { [click]: "abc" } : {},
    referrer: null,
    platform: platformOf(click, touch.utm_source),
  }))

/** As the touch is stored: the click id says it, else the source. */
function platformOf(click: Click | null, source: Source | null) {
  const network = click ? CLICKS[click] : source && SOURCES[source]
  return network === "meta" || network === "google" ? network : "generic"
}

// So many that each rung is reached often enough to say something.
const RUNS = 5_000

function find(rows: CampaignCandidate[], id: string | null) {
  return rows.find((row) => row.id === id)
}

function networksOf(touch: ResolvableTouch): string[] {
  const clicks = Object.keys(touch.click_ids) as Click[]
  const source = touch.utm_source && SOURCES[touch.utm_source as Source]
  return [...clicks.map((click) => CLICKS[click]), ...(source ? [source] : [])]
}

/** From the same ad network, or from nobody knows where. */
function maySendTo(touch: ResolvableTouch, platform: string | undefined) {
  const network = PLATFORMS[platform as keyof typeof PLATFORMS] ?? null
  const said = networksOf(touch)
  return said.length > 0
    ? said.every((name) => name === network)
    : touch.utm_source === null || network === null
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** On the day of the touch, as far as anybody can say. */
function ran(row: CampaignCandidate, touch: ResolvableTouch): boolean {
  const day = dayOf(touch.started_at)
  const stopped = row.stopped_at && dayOf(row.stopped_at)
  const end =
    row.status === "DELETED"
      ? (row.last_active_on ?? stopped ?? "0000")
      : (stopped ?? "9999")
  const start = row.started_at ? dayOf(row.started_at) : "0000"
  return start <= day && day <= end
}

describe("matchCampaign, for any touch and any campaigns", () => {
  it("gives the same answer twice and changes neither", () => {
    checkProperty(
      fc.property(touches, catalogue, (touch, known) => {
        const index = indexOf(known)
        const before = { ...touch }
        const first = matchCampaign(touch, index)
        expect(matchCampaign(touch, index)).toEqual(first)
        expect(touch).toEqual(before)
        expect(index).toEqual(indexOf(known))
      })
    )
  })

  it("does not depend on the order of the candidates", () => {
    const shuffled = catalogue.chain((known) =>
      fc.record({
        known: fc.constant(known),
        campaigns: fc.shuffledSubarray(known.campaigns, {
          minLength: known.campaigns.length,
        }),
        ads: fc.shuffledSubarray(known.ads, { minLength: known.ads.length }),
      })
    )
    checkProperty(
      fc.property(touches, shuffled, (touch, { known, campaigns, ads }) => {
        expect(
          matchCampaign(touch, indexOf({ ...known, campaigns, ads }))
        ).toEqual(matchCampaign(touch, indexOf(known)))
      }),
      1_000
    )
  })

  it("has a campaign and a method, or a reason, never both", () => {
    checkProperty(
      fc.property(touches, catalogue, (touch, known) => {
        const answer = matchCampaign(touch, indexOf(known))
        const isResolved = answer.ad_campaign_id !== null
        expect(answer.resolution_method !== null).toBe(isResolved)
        expect(answer.unresolved_reason === null).toBe(isResolved)
        expect(isResolved || answer.ad_id === null).toBe(true)
        expect(isResolved || answer.ad_set_id === null).toBe(true)
      })
    )
  })

  it("by name: only an equal name, running, of the touch's own network, and no other such", () => {
    let seen = 0
    checkProperty(
      fc.property(touches, catalogue, (touch, known) => {
        const answer = matchCampaign(touch, indexOf(known))
        if (answer.resolution_method !== "name") {
          return
        }
        seen += 1
        const fitting = known.campaigns.filter(
          (row) =>
            row.normalised_name === normaliseName(touch.utm_campaign ?? "") &&
            maySendTo(touch, row.platform) &&
            ran(row, touch)
        )
        expect(fitting.map((row) => row.id)).toEqual([answer.ad_campaign_id])
      }),
      RUNS
    )
    expect(seen).toBeGreaterThan(20)
  })

  it("by id: only a campaign whose own, ad's or ad set's id the touch carries", () => {
    let seen = 0
    checkProperty(
      fc.property(touches, catalogue, (touch, known) => {
        const answer = matchCampaign(touch, indexOf(known))
        if (answer.resolution_method !== "platform_id") {
          return
        }
        seen += 1
        const values = [
          touch.utm_campaign,
          touch.utm_id,
          touch.utm_content,
          touch.utm_term,
        ]
        const found = find(known.campaigns, answer.ad_campaign_id)
        const isNamed =
          maySendTo(touch, found?.platform) &&
          [found?.id, found?.external_id].some(
            (id) => id === touch.utm_campaign || id === touch.utm_id
          )
        const objects = known.ads.filter(
          (row) => values.includes(row.id) || values.includes(row.external_id)
        )
        const isOwner =
          maySendTo(touch, "meta") &&
          objects.some((row) => row.ad_campaign_id === answer.ad_campaign_id)
        expect(isNamed || isOwner).toBe(true)
      }),
      RUNS
    )
    expect(seen).toBeGreaterThan(20)
  })

  it("by alias: only what a person said, unless every sign speaks of another network", () => {
    let seen = 0
    checkProperty(
      fc.property(touches, catalogue, (touch, known) => {
        const answer = matchCampaign(touch, indexOf(known))
        if (answer.resolution_method !== "alias") {
          return
        }
        seen += 1
        const said = known.aliases.filter(
          (alias) =>
            alias.ad_campaign_id === answer.ad_campaign_id &&
            ["", touch.website_id].includes(alias.website_id) &&
            normaliseName(touch[alias.kind] ?? "") ===
              normaliseName(alias.value)
        )
        expect(said.length).toBeGreaterThan(0)
        const platform = find(known.campaigns, answer.ad_campaign_id)!.platform
        const network = PLATFORMS[platform as keyof typeof PLATFORMS]
        const networks = networksOf(touch)
        expect(
          networks.length === 0 || !network || networks.includes(network)
        ).toBe(true)
      }),
      RUNS
    )
    expect(seen).toBeGreaterThan(20)
  })

  it("never gives a click of one network to a campaign of another, by any rung", () => {
    // Ads are Meta's: a catalogue where they belong to others is none.
    const noAds = catalogue.map((known) => ({ ...known, ads: [] }))
    checkProperty(
      fc.property(touches, noAds, (touch, known) => {
        const { ad_campaign_id } = matchCampaign(touch, indexOf(known))
        const platform = find(known.campaigns, ad_campaign_id)?.platform
        const network = PLATFORMS[platform as keyof typeof PLATFORMS] ?? null
        const networks: string[] = networksOf(touch)
        const isKnownAndOther =
          networks.length > 0 && network && !networks.includes(network)
        expect(Boolean(isKnownAndOther)).toBe(false)
      })
    )
  })

  it("never gives a touch without a claim to anyone", () => {
    checkProperty(
      fc.property(touches, catalogue, (touch, known) => {
        const silent = { ...touch, claims_campaign: false }
        expect(matchCampaign(silent, indexOf(known))).toMatchObject({
          ad_campaign_id: null,
          unresolved_reason: "not_claimed",
        })
      })
    )
  })

  it("resolves no misspelling of a name by one letter", () => {
    const known: Catalogue = {
      campaigns: [campaign("camp_1", "meta", "101", "Summer Sale 2026")],
      ads: [],
      aliases: [],
    }
    const index = indexOf(known)
    const name = "summer sale 2026"
    const misspelt = fc
      .tuple(
        fc.nat({ max: name.length - 1 }),
        fc.constantFrom("a", "z", "7", ".", "ä", ""),
        fc.boolean()
      )
      .map(([at, letter, isInsertion]) =>
        [name.slice(0, at), letter, name.slice(isInsertion ? at : at + 1)].join(
          ""
        )
      )
      .filter((text) => normaliseName(text) !== name)
    checkProperty(
      fc.property(misspelt, (utm_campaign) => {
        expect(
          matchCampaign(resolvable({ utm_campaign }), index).unresolved_reason
        ).toBe("no_match")
      })
    )
  })
})
