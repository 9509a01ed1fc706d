import { matchCampaign } from "../../../src/modules/ad-planning/utils/attribution-resolver"
import type { TouchFact } from "../../../src/modules/ad-planning/types"
import { ATTRIBUTION_CASES, CAMPAIGNS } from "./fixtures/attribution-cases"
import { indexOf } from "./helpers/campaigns"
import { asSession, asStamp } from "./helpers/case-touches"

const INDEX = indexOf(CAMPAIGNS)

function answer(touch: TouchFact | null): string {
  if (!touch) {
    return "no touch"
  }
  const { resolution_method, ad_campaign_id, unresolved_reason } =
    matchCampaign(touch, INDEX)
  return unresolved_reason ?? `${resolution_method} ${ad_campaign_id}`
}

describe("a visit, from what the browser sent to its campaign", () => {
  it.each(ATTRIBUTION_CASES.map((row) => [row.reason, row] as const))(
    "%s",
    (_reason, row) => {
      const session = asSession(row)
      const stamp = asStamp(row)
      expect(answer(session)).toBe(row.expected)
      expect(answer(stamp)).toBe(row.expected)
      if (row.group) {
        expect(session?.channel_group).toBe(row.group)
        expect(stamp?.channel_group).toBe(row.group)
      }
    }
  )

  it("has more than 200 cases, of every outcome", () => {
    expect(ATTRIBUTION_CASES.length).toBeGreaterThan(200)
    const outcomes = ATTRIBUTION_CASES.map(
      ({ expected }) => expected.split(" ", 1)[0]
    )
    expect(new Set(outcomes)).toEqual(
      new Set([
        "name",
        "platform_id",
        "alias",
        "ambiguous",
        "no_match",
        "not_claimed",
        "no",
      ])
    )
  })
})
