import fc from "fast-check"
import {
  parameterName,
  readableText,
} from "../../../src/modules/ad-planning/utils/attribution/readable-text"
import {
  readQuery,
  readUtm,
} from "../../../src/modules/ad-planning/utils/attribution/read-signals"
import { checkProperty } from "./helpers/check-property"

/** What people call campaigns: not what reads as something encoded itself. */
const campaign = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => readableText(text) === text && text !== "null")
  .filter((text) => text !== "undefined" && !/[%&]/.test(text))
const depth = fc.integer({ min: 0, max: 4 })

const entities = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")

function times(count: number, act: (text: string) => string, text: string) {
  return Array.from({ length: count }).reduce<string>(act, text)
}

function anyCase(text: string, capitals: boolean[]): string {
  return [...text]
    .map((letter, index) =>
      capitals[index % capitals.length] ? letter.toUpperCase() : letter
    )
    .join("")
}

describe("readableText", () => {
  it("reads the same whatever depth a value was encoded to", () => {
    checkProperty(
      fc.property(campaign, depth, depth, (text, percent, html) => {
        const encoded = times(
          percent,
          encodeURIComponent,
          times(html, entities, text)
        )
        expect(readableText(encoded)).toBe(text)
      })
    )
  })

  it("does not change what it has read", () => {
    checkProperty(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const read = readableText(text)
        expect(readableText(read)).toBe(read)
      })
    )
  })

  it.each([
    ["Fr%25C3%25BChling%20%26amp%3B%20Sonne", "Frühling & Sonne"],
    ["Fr%C3%BChling &amp;amp; Sonne", "Frühling & Sonne"],
    ["&#83;ale &#x26; more", "Sale & more"],
    ["\u200bSale\ufeff", "Sale"],
    ["Summer\u00a0Sale\u00ad", "Summer Sale"],
    ["100% off", "100% off"],
    ["50%E4off", "50%E4off"],
    ["a & b", "a & b"],
    ["&#99999999; x", "&#99999999; x"],
  ])("reads %j as %j", (written, read) => {
    expect(readableText(written)).toBe(read)
  })
})

describe("parameterName", () => {
  it.each([
    ["amp;utm_medium", "utm_medium"],
    ["amp;amp;UTM_Medium", "utm_medium"],
    ["#utm_source", "utm_source"],
    ["utm%5Fsource", "utm_source"],
    ["\u200butm_id ", "utm_id"],
  ])("reads %j as %s", (written, read) => {
    expect(parameterName(written)).toBe(read)
  })
})

describe("a link", () => {
  it("says the same in any case and encoding, escaped between its parameters or not", () => {
    checkProperty(
      fc.property(
        campaign,
        depth,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.constantFrom("&", "&amp;", "&amp;amp;"),
        fc.constantFrom("?", "#", "?page=2#"),
        (text, percent, capitals, between, start) => {
          const link = [
            `${anyCase("utm_source", capitals)}=google`,
            `${anyCase("utm_medium", capitals)}=`,
            `${anyCase("utm_medium", capitals)}=cpc`,
            `${anyCase("utm_campaign", capitals)}=${times(percent + 1, encodeURIComponent, text)}`,
          ].join(between)
          const { utm } = readQuery(`${start}${link}`)
          expect([utm.utm_source, utm.utm_medium, utm.utm_campaign]).toEqual([
            "google",
            "cpc",
            text.slice(0, 512),
          ])
        }
      )
    )
  })

  it("is read where all of it was encoded", () => {
    const query = encodeURIComponent("utm_source=google&utm_campaign=Sale")
    expect(readQuery(`?${query}`).utm).toMatchObject({
      utm_source: "google",
      utm_campaign: "Sale",
    })
  })

  it.each([
    ["an array", { utm_source: ["google", "google"] }],
    ["an array that begins empty", { utm_source: ["", null, "google"] }],
    ["capitals", { UTM_SOURCE: "google" }],
    [
      "an empty value beside a filled one",
      { utm_source: "", UTM_Source: "google" },
    ],
  ])("is read from metadata with %s", (_case, metadata) => {
    expect(readUtm(metadata).utm_source).toBe("google")
  })

  it("has Google's own campaign id where it has no other", () => {
    expect(
      readQuery("?gad_source=1&gad_campaignid=22&gclid=x").utm.utm_id
    ).toBe("22")
    expect(readQuery("?gad_campaignid=22&utm_id=33").utm.utm_id).toBe("33")
  })
})
