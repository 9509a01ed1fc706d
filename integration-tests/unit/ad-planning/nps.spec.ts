import fc from "fast-check"
import {
  engagementLevel,
  engagementPoints,
  npsFigure,
  npsGroup,
  onTen,
  scoreExpiry,
} from "../../../src/modules/ad-planning/utils/scoring-engine"
import { countryCode } from "../../../src/modules/ad-planning/utils/scores/country-code"
import {
  npsLinkId,
  readNpsToken,
  signNpsToken,
} from "../../../src/modules/ad-planning/utils/scores/nps-token"
import { trailingDays } from "../../../src/modules/ad-planning/utils/scores/trailing-days"

const count = fc.integer({ min: 0, max: 1_000 })

describe("onTen and npsGroup", () => {
  it.each([
    [5, "1-5", 10, "promoter"],
    [4, "1-5", 7.5, "passive"],
    [3, "1-5", 5, "detractor"],
    [1, "1-5", 0, "detractor"],
    [5, "0-10", 5, "detractor"],
    [6, "0-10", 6, "detractor"],
    [7, "0-10", 7, "passive"],
    [8, "0-10", 8, "passive"],
    [9, "0-10", 9, "promoter"],
    [10, "0-10", 10, "promoter"],
  ] as const)("%s of %s is %s, a %s's", (value, scale, ten, group) => {
    expect(onTen(value, scale)).toBe(ten)
    expect(npsGroup(value, scale)).toBe(group)
  })

  it.each([
    [0, "1-5"],
    [6, "1-5"],
    [-1, "0-10"],
    [11, "0-10"],
    [NaN, "0-10"],
  ] as const)("refuses %s of %s", (value, scale) => {
    expect(() => onTen(value, scale)).toThrow(RangeError)
  })
})

describe("npsFigure", () => {
  it("of 5, 4, 3 stars, 5 of 10 and 9 of 10 is 0 (case 19)", () => {
    const groups = [
      npsGroup(5, "1-5"),
      npsGroup(4, "1-5"),
      npsGroup(3, "1-5"),
      npsGroup(5, "0-10"),
      npsGroup(9, "0-10"),
    ]
    const of = (name: string) => groups.filter((group) => group === name).length
    expect(
      npsFigure({
        promoters: of("promoter"),
        passives: of("passive"),
        detractors: of("detractor"),
      })
    ).toMatchObject({
      promoters: 2,
      passives: 1,
      detractors: 2,
      nps: 0,
      status: "insufficient_data",
    })
  })

  // python3: n=120+3; p=(70+.75)/n; d=(20+.75)/n
  // 100*1.959963984540054*((p+d-(p-d)**2)/n)**.5 = 13.443306
  it("has the margin of adjusted counts", () => {
    const figure = npsFigure({ promoters: 70, passives: 30, detractors: 20 })
    expect(figure.nps).toBeCloseTo(41.666667, 6)
    const n = 123
    const [up, down] = [70.75 / n, 20.75 / n]
    expect(figure.margin).toBeCloseTo(
      100 * 1.959963984540054 * Math.sqrt((up + down - (up - down) ** 2) / n),
      10
    )
    expect(figure.margin).toBeCloseTo(13.443306, 6)
  })

  it("is null without answers, and has a margin where all agree", () => {
    expect(npsFigure({ promoters: 0, passives: 0, detractors: 0 })).toEqual({
      promoters: 0,
      passives: 0,
      detractors: 0,
      count: 0,
      nps: null,
      margin: null,
      lower: null,
      upper: null,
      status: "insufficient_data",
      required: 10,
    })
    const all = npsFigure({ promoters: 10, passives: 0, detractors: 0 })
    expect(all).toMatchObject({ nps: 100, status: "ok" })
    expect(all.margin).toBeGreaterThan(10)
  })

  it("stays within -100 and 100, and turns over with its groups", () => {
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const one = npsFigure({ promoters, passives, detractors })
        const other = npsFigure({
          promoters: detractors,
          passives,
          detractors: promoters,
        })
        if (one.nps === null || other.nps === null) {
          return promoters + passives + detractors === 0
        }
        return (
          one.nps === -other.nps + 0 &&
          one.margin === other.margin &&
          one.lower! >= -100 &&
          one.upper! <= 100 &&
          one.lower! <= one.upper!
        )
      })
    )
  })

  it.each([-1, 0.5, NaN])("refuses a count of %s", (detractors) => {
    expect(() => npsFigure({ promoters: 0, passives: 0, detractors })).toThrow(
      RangeError
    )
  })
})

describe("engagement", () => {
  it("is weights times counts", () => {
    expect(
      engagementPoints({
        purchase: 2,
        feedback: 1,
        form_submit: 1,
        page_view: 7,
      })
    ).toBe(20 + 5 + 3 + 7)
    expect(engagementPoints({})).toBe(0)
    expect(() => engagementPoints({ purchase: -1 })).toThrow(RangeError)
  })

  it.each([
    [0, "none"],
    [0.5, "low"],
    [9.99, "low"],
    [10, "medium"],
    [30, "high"],
  ])("of %s is %s", (points, level) => {
    expect(engagementLevel(points)).toBe(level)
  })

  it("expires two periods of its job later", () => {
    const at = new Date("2026-10-01T00:00:00Z")
    expect(scoreExpiry("engagement", at)).toEqual(
      new Date("2026-10-03T00:00:00Z")
    )
    expect(scoreExpiry("clv", at)).toEqual(new Date("2026-10-15T00:00:00Z"))
  })
})

describe("countryCode", () => {
  it.each([
    ["de", "de"],
    [" DE ", "de"],
    ["UK", "gb"],
    ["United Kingdom", "gb"],
    ["germany", "de"],
    ["ZZ", null],
    ["Atlantis", null],
    ["", null],
    [null, null],
  ])("of %j is %j", (text, code) => {
    expect(countryCode(text)).toBe(code)
  })
})

describe("tokens", () => {
  const secret = "0123456789abcdef"

  it("are read by who signed them, and by nobody else", () => {
    const id = npsLinkId("order:order_1", secret)
    const token = signNpsToken(id, secret)
    expect(readNpsToken(token, secret)).toBe(id)
    expect(readNpsToken(token, "another-secret-of-16")).toBeNull()
    expect(token).not.toContain("order_1")
    expect(npsLinkId("order:order_2", secret)).not.toBe(id)
  })

  it("that were changed are none", () => {
    const token = signNpsToken(npsLinkId("order:order_1", secret), secret)
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(..."0123456789abcdefg.-<"),
        (place, letter) => {
          const changed =
            token.slice(0, place) + letter + token.slice(place + 1)
          return changed === token || readNpsToken(changed, secret) === null
        }
      )
    )
    for (const text of ["", ".", "a.b.c", `${token}.`, `${token}0`]) {
      expect(readNpsToken(text, secret)).toBeNull()
    }
  })
})

describe("trailingDays", () => {
  it("are complete days in the zone, through a change of the clocks", () => {
    const [former, last] = trailingDays(
      new Date("2026-10-26T05:00:00Z"),
      "Europe/Berlin",
      2,
      2
    )
    expect(former).toMatchObject({
      from_date: "2026-10-23",
      to_date: "2026-10-24",
    })
    expect(last).toMatchObject({
      from: new Date("2026-10-23T22:00:00Z"),
      to: new Date("2026-10-25T23:00:00Z"),
      from_date: "2026-10-24",
      to_date: "2026-10-25",
    })
  })
})
