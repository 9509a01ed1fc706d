import {
  attributionWindow,
  includesViews,
} from "../../../src/modules/ad-planning/utils/reports/claim-terms"
import { HOSTILE_TEXTS } from "../../helpers/facts"

describe("attributionWindow", () => {
  it.each([
    [{ attribution_setting: "7d_click" }, "7d_click"],
    [{ attribution_setting: "7d_click_1d_view" }, "7d_click_1d_view"],
    [
      { attribution_setting: "7d_click_1d_engaged_view_1d_view" },
      "7d_click_1d_engaged_view_1d_view",
    ],
    [
      { action_attribution_windows: ["28d_click", "1d_view"] },
      "28d_click_1d_view",
    ],
    [
      { attribution_setting: 7, action_attribution_windows: ["1d_click"] },
      "1d_click",
    ],
    [{ attribution_setting: "default" }, null],
    [{ attribution_setting: "" }, null],
    [{ attribution_setting: { a: 1 } }, null],
    [{ attribution_setting: "7d_click".repeat(1000) }, null],
    [{ action_attribution_windows: [] }, null],
    [{ action_attribution_windows: [["7d_click"], null] }, null],
    [{}, null],
    [null, null],
  ])("of %j is %s", (metadata, expected) => {
    expect(attributionWindow(metadata)).toBe(expected)
  })

  it("takes nothing hostile for one", () => {
    for (const text of HOSTILE_TEXTS) {
      expect(attributionWindow({ attribution_setting: text })).toBeNull()
      expect(attributionWindow({ [text]: "7d_click" })).toBeNull()
    }
    const inherited = Object.create({ attribution_setting: "7d_click" })
    expect(attributionWindow(inherited)).toBeNull()
  })
})

describe("includesViews", () => {
  it.each([
    ["7d_click", false],
    ["7d_click_1d_view", true],
    ["1d_view", true],
    // An engaged view is a view, too: nobody clicked.
    ["7d_click_1d_engaged_view", true],
    ["7d_click_1d_ev", true],
    [null, null],
  ])("of %s is %s", (window, expected) => {
    expect(includesViews(window)).toBe(expected)
  })
})
