import type { Journey } from "../../../src/admin/lib/api-types"
import {
  detailOf,
  groupByDay,
  nameOf,
  profilePath,
} from "../../../src/admin/lib/timeline"

const journey = (
  timestamp: string,
  event_data: Record<string, unknown> = {}
): Journey => ({
  id: timestamp,
  source_type: "analytics_event",
  source_id: timestamp,
  event_type: "page_view",
  event_data,
  channel: "web",
  stage: "awareness",
  timestamp,
  value: null,
  currency: null,
  ad_campaign_id: null,
})

describe("groupByDay", () => {
  it("goes by the store's day and keeps the order", () => {
    const rows = [
      journey("2026-10-25T23:30:00.000Z"),
      journey("2026-10-25T22:59:00.000Z"),
      journey("2026-10-24T22:00:00.000Z"),
      journey("2026-10-24T21:59:59.000Z"),
    ]
    expect(
      groupByDay(rows, "Europe/Berlin").map(({ day, journeys }) => [
        day,
        journeys.map(({ id }) => id),
      ])
    ).toEqual([
      ["2026-10-26", ["2026-10-25T23:30:00.000Z"]],
      ["2026-10-25", ["2026-10-25T22:59:00.000Z", "2026-10-24T22:00:00.000Z"]],
      ["2026-10-24", ["2026-10-24T21:59:59.000Z"]],
    ])
  })

  it("is empty without touchpoints", () => {
    expect(groupByDay([], "UTC")).toEqual([])
  })
})

describe("detailOf", () => {
  it.each([
    [{ pathname: "/sale" }, "/sale"],
    [{ name: "Newsletter", pathname: "/sale" }, "Newsletter"],
    [{ text: "nice" }, "nice"],
    [{ name: null, pathname: "/sale" }, "/sale"],
    [{ name: 7 }, null],
    [{}, null],
  ])("of %j is %s", (data, detail) => {
    expect(detailOf(journey("2026-10-25T00:00:00.000Z", data))).toBe(detail)
  })
})

describe("nameOf", () => {
  const person = (
    first_name: string,
    last_name: string,
    email: string | null
  ) => nameOf({ first_name, last_name, email })

  it("is the name, else the e-mail, else nothing", () => {
    expect(person(" Ada ", "Lee", "ada@example.com")).toBe("Ada Lee")
    expect(person("", "Lee", null)).toBe("Lee")
    expect(person("", " ", "ada@example.com")).toBe("ada@example.com")
    expect(person("", "", null)).toBeNull()
    expect(nameOf(null)).toBeNull()
  })
})

describe("profilePath", () => {
  it("stays one part of the address whatever the id is", () => {
    expect(profilePath("a/b?c")).toBe("/ad-planning/customers/a%2Fb%3Fc")
  })
})
