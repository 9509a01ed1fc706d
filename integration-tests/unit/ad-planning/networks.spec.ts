import {
  fitsPlatform,
  mayFitPlatform,
  networkOf,
  networksOf,
  type NetworkSignals,
} from "../../../src/modules/ad-planning/utils/attribution/networks"
import { HOSTILE_TEXTS } from "./helpers/touches"

const click = (overrides: Partial<NetworkSignals> = {}): NetworkSignals => ({
  platform: "generic",
  utm_source: null,
  click_ids: {},
  referrer: null,
  ...overrides,
})

describe("networkOf", () => {
  it.each([
    ["meta", "meta"],
    ["Meta Ads", "meta"],
    ["Facebook", "meta"],
    ["IG", "meta"],
    ["an", "meta"],
    ["msg", "meta"],
    ["google_ads", "google"],
    ["Google Ads (Search)", "google"],
    ["YouTube", "google"],
    ["DV360", "google"],
    ["bing", "microsoft"],
    ["Microsoft Advertising", "microsoft"],
    ["TikTok Ads", "tiktok"],
    ["tiktok-paid", "tiktok"],
    ["com.tiktok", "tiktok"],
    ["pinterest", "pinterest"],
    ["pin", "pinterest"],
    ["de.pinterest.com", "pinterest"],
    ["snap_ads", "snapchat"],
    ["reddit.com", "reddit"],
    ["LinkedIn", "linkedin"],
    ["twitter", "x"],
    ["X Ads", "x"],
    ["x.com", "x"],
    ["t.co", "x"],
    ["amazon.de", "amazon"],
    ["Impact", "impact"],
    ["taboola", "taboola"],
  ])("%s is %s", (text, network) => {
    expect(networkOf(text)).toBe(network)
  })

  it.each([
    ["nothing", ""],
    ["our word for all others", "generic"],
    ["a newsletter", "newsletter"],
    ["two networks", "google_facebook"],
    ["one network's name in a word", "facebookers"],
    ["a name of many meanings among others", "x-mas mail order"],
    ["a word of many meanings", "impact report"],
    ["another site's sub-domain", "meta.stackexchange.com"],
    ["a path-like label", "google.example.co.uk"],
    ["webmail", "mail.google.com"],
    ["advertising alone", "paid ads"],
  ])("%s is none: %s", (_case, text) => {
    expect(networkOf(text)).toBeNull()
  })

  it.each(HOSTILE_TEXTS)("%j is none", (text) => {
    expect(networkOf(text)).toBeNull()
  })
})

describe("networksOf", () => {
  it.each<[string, Partial<NetworkSignals>, string[]]>([
    ["nothing", {}, []],
    ["a click id", { click_ids: { ttclid: "a" } }, ["tiktok"]],
    ["a source", { utm_source: "pinterest" }, ["pinterest"]],
    ["a source that is none", { utm_source: "newsletter" }, []],
    ["a referrer", { referrer: "https://www.reddit.com/r/a" }, ["reddit"]],
    [
      "a referrer beside a source that is none: a newsletter's reader",
      { utm_source: "newsletter", referrer: "https://www.reddit.com/" },
      [],
    ],
    [
      "a referrer of Google's that made no touch of Google's: its payments",
      { referrer: "https://pay.google.com/" },
      [],
    ],
    [
      "click id and source that agree",
      { click_ids: { epik: "a" }, utm_source: "pinterest" },
      ["pinterest"],
    ],
    [
      "a TikTok ad's link that somebody shared on Facebook",
      { platform: "meta", click_ids: { fbclid: "a" }, utm_source: "tiktok" },
      ["meta", "tiktok"],
    ],
    [
      "two click ids",
      { platform: "google", click_ids: { gclid: "a", msclkid: "b" } },
      ["google", "microsoft"],
    ],
    [
      "a lead ad's, whatever its source says",
      { platform: "meta", utm_source: "email" },
      ["meta"],
    ],
  ])("of %s", (_case, signals, networks) => {
    expect(networksOf(click(signals))).toEqual(networks)
  })
})

describe("fitsPlatform, and mayFitPlatform for what a person decided", () => {
  const tiktok = { utm_source: "tiktok" }
  const newsletter = { utm_source: "newsletter" }
  const contradictory = {
    platform: "meta",
    click_ids: { fbclid: "a" },
    utm_source: "tiktok",
  } as const

  it.each<[string, Partial<NetworkSignals>, string, boolean, boolean]>([
    ["a network's click, its campaign", tiktok, "TikTok Ads", true, true],
    ["a network's click, another's", tiktok, "pinterest", false, false],
    ["a network's click, nobody's", tiktok, "generic", false, true],
    ["a newsletter, a network's", newsletter, "tiktok", false, true],
    ["a newsletter, nobody's", newsletter, "generic", true, true],
    ["nothing said, a network's", {}, "tiktok", true, true],
    ["nothing said, nobody's", {}, "generic", true, true],
    ["signs that contradict, one's", contradictory, "meta", false, true],
    [
      "signs that contradict, the other's",
      contradictory,
      "tiktok",
      false,
      true,
    ],
    ["signs that contradict, a third's", contradictory, "google", false, false],
  ])("%s", (_case, signals, platform, fits, mayFit) => {
    expect(fitsPlatform(click(signals), platform)).toBe(fits)
    expect(mayFitPlatform(click(signals), platform)).toBe(mayFit)
  })
})
