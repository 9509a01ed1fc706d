import fc from "fast-check"
import {
  MAX_TEXT_LENGTH,
  cleanId,
  cleanText,
  normaliseName,
} from "../../../src/modules/ad-planning/utils/text/normalise"
import { checkProperty } from "./helpers/check-property"

const anyText = fc.string({ unit: "binary", maxLength: 600 })

describe("normaliseName", () => {
  it.each([
    ["case", "Summer Sale", "summer sale"],
    ["spaces around", "  summer sale\t\n", "summer sale"],
    ["runs of spaces", "summer   sale", "summer sale"],
    ["a no-break space", "summer\u00a0sale", "summer sale"],
    ["a plus", "summer+sale", "summer sale"],
    ["an underscore", "summer_sale", "summer sale"],
    ["a dash", "summer-sale", "summer sale"],
    ["%20", "summer%20sale", "summer sale"],
    ["a mixture", " Summer%20Sale_-+2026 ", "summer sale 2026"],
    ["separators around", "__summer-sale--", "summer sale"],
    ["full-width letters", "ＳＵＭＭＥＲ", "summer"],
    ["a ligature", "oﬃce", "office"],
    ["a composed letter", "Cafe\u0301", "café"],
    ["umlauts", "SOMMER FÜR ÄLTERE", "sommer für ältere"],
    ["emoji", "🌞 Sommer", "🌞 sommer"],
    ["right-to-left text", "מבצע_קיץ", "מבצע קיץ"],
    ["nothing", "", ""],
    ["separators only", " +_-%20 ", ""],
  ])("folds %s", (_case, value, normalised) => {
    expect(normaliseName(value)).toBe(normalised)
  })

  it.each([
    ["a longer name", "Sale", "Summer Sale"],
    ["a part of a word", "sale", "wholesale_2026"],
    ["a plural", "Summer Sale", "Summer Sales"],
    ["a year", "Sale 2025", "Sale 2026"],
    ["joined words", "summer sale", "summersale"],
    ["twice encoded", "summer sale", "summer%2520sale"],
    ["a dot", "summer.sale", "summer sale"],
    ["a slash", "summer/sale", "summer sale"],
    ["a long dash", "summer–sale", "summer sale"],
    ["an accent", "cafe", "café"],
    ["an umlaut", "fur", "für"],
    ["a look-alike letter", "sale", "sаle"],
    ["a zero-width space", "sale", "sa\u200ble"],
    ["a direction mark", "sale", "\u202esale"],
  ])("keeps names apart that differ by %s", (_case, one, other) => {
    expect(normaliseName(one)).not.toBe(normaliseName(other))
  })

  it.each(["constructor", "__proto__", "toString"])(
    "takes %s for a name like any other",
    (name) => {
      expect(normaliseName(name)).toBe(
        name.replaceAll("_", " ").trim().toLowerCase()
      )
    }
  )

  it("keeps all of 10 kB", () => {
    const long = "Sale ".repeat(2_048)
    expect(normaliseName(long)).toBe(long.toLowerCase().trim())
  })

  it("does not care how often a separator stands there, or which", () => {
    const separators = fc
      .array(fc.constantFrom(" ", "+", "_", "-", "%20", "\t"), {
        minLength: 1,
        maxLength: 5,
      })
      .map((list) => list.join(""))
    const words = fc.array(fc.stringMatching(/^[a-z0-9]+$/), { minLength: 1 })
    checkProperty(
      fc.property(words, separators, (list, separator) => {
        expect(normaliseName(list.join(separator).toUpperCase())).toBe(
          list.join(" ")
        )
      })
    )
  })

  it("has neither capitals of Latin letters nor separators around", () => {
    checkProperty(
      fc.property(anyText, (text) => {
        const name = normaliseName(text)
        expect(name).toBe(name.trim())
        expect(name).not.toMatch(/[A-Z+_-]|\s\s|%20/)
      })
    )
  })
})

describe("cleanText", () => {
  it.each([
    ["text", "Sale", "Sale"],
    ["spaces around", "  Sale \n", "Sale"],
    ["a number", 42, "42"],
    ["zero", 0, "0"],
    ["NUL inside", "Sa\0le", "Sale"],
    ["emoji", "🌞", "🌞"],
    ["right-to-left text", "מבצע", "מבצע"],
    ["a name of Object.prototype", "constructor", "constructor"],
    ["a word in capitals", "NULL", "NULL"],
    ["half an emoji", "Sale \ud83d", "Sale"],
    ["the other half", "\ude00Sale", "Sale"],
  ])("keeps %s", (_case, value, text) => {
    expect(cleanText(value)).toBe(text)
  })

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["empty text", ""],
    ["blank text", " \t\n"],
    ["NUL only", "\0\0"],
    ["half an emoji only", "\ud83d"],
    ["a null that became a word", "null"],
    ["an undefined that became a word", " undefined "],
    ["a boolean", true],
    ["an object", {}],
    ["a list", ["Sale"]],
  ])("is null for %s", (_case, value) => {
    expect(cleanText(value)).toBeNull()
  })

  it("cuts 10 kB", () => {
    expect(cleanText("x".repeat(10_240))).toBe("x".repeat(MAX_TEXT_LENGTH))
  })

  it("does not cut an emoji in half: PostgreSQL would refuse the row", () => {
    const before = "x".repeat(MAX_TEXT_LENGTH - 1)
    expect(cleanText(`${before}🌞`)).toBe(before)
  })

  it("is text that PostgreSQL can hold, and the same when cleaned again", () => {
    checkProperty(
      fc.property(anyText, (value) => {
        const text = cleanText(value)
        expect(text ?? "").not.toMatch(/\0|\p{Surrogate}/u)
        expect((text ?? "").length).toBeLessThan(MAX_TEXT_LENGTH + 1)
        expect(cleanText(text)).toBe(text)
      })
    )
  })
})

describe("cleanId", () => {
  it.each([
    ["a uuid", "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"],
    ["a number", "17"],
    ["a word with a placeholder in it", "anonymous-7"],
    ["an emoji", "🌞"],
  ])("keeps %s", (_case, id) => {
    expect(cleanId(` ${id} `)).toBe(id)
  })

  it.each([
    "",
    " ",
    "anonymous",
    "Anonymous",
    "null",
    "NULL",
    "undefined",
    "NaN",
    "none",
    "0",
    "-1",
    "true",
    "FALSE",
    "[object Object]",
    "constructor",
    "__proto__",
    "prototype",
  ])("is null for the placeholder %j", (placeholder) => {
    expect(cleanId(placeholder)).toBeNull()
  })

  it.each([
    ["the number 0", 0],
    ["NaN", Number.NaN],
    ["null", null],
    ["an object", {}],
  ])("is null for %s", (_case, value) => {
    expect(cleanId(value)).toBeNull()
  })
})
