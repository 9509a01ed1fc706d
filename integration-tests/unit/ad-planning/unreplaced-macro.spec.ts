import { isUnreplacedMacro } from "../../../src/modules/ad-planning/utils/attribution/unreplaced-macro"

describe("isUnreplacedMacro", () => {
  it.each([
    ["{{campaign.name}}", true],
    ["{{campaign.id}}", true],
    ["{campaignid}", true],
    ["{CampaignId}", true],
    ["__CAMPAIGN_ID__", true],
    ["${CAMPAIGN_ID}", true],
    ["%%campaign%%", true],
    ["[campaign_id]", true],
    ["Summer Sale", false],
    ["__summer__ sale", false],
    ["{brand} sale", false],
    ["[Brand] UK", false],
    ["", false],
    [null, false],
  ])("%j: %s", (value, expected) => {
    expect(isUnreplacedMacro(value)).toBe(expected)
  })
})
