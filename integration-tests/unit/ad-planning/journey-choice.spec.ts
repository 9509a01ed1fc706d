import {
  moveStep,
  nextStep,
  readJourneyChoice,
} from "../../../src/admin/lib/journey-choice"

const read = (query: string) => readJourneyChoice(new URLSearchParams(query))

const DEFAULTS = {
  view: "funnel",
  steps: ["page_view", "add_to_cart", "begin_checkout", "purchase"],
  window_days: 14,
  breakdown: undefined,
  event: "page_view",
  direction: "from",
  max_steps: 5,
}

describe("readJourneyChoice", () => {
  it("is the API's default where the URL says nothing", () => {
    expect(read("")).toEqual(DEFAULTS)
  })

  it("is what the URL says", () => {
    expect(
      read(
        "view=funnel&steps=purchase,purchase&window=365&breakdown=device" +
          "&event=feedback&direction=to&max_steps=10"
      )
    ).toEqual({
      view: "funnel",
      steps: ["purchase", "purchase"],
      window_days: 365,
      breakdown: "device",
      event: "feedback",
      direction: "to",
      max_steps: 10,
    })
  })

  it.each([
    ["names that are none", "view=constructor&event=__proto__&direction=%27"],
    ["one step", "steps=purchase"],
    ["eleven steps", `steps=${Array(11).fill("purchase").join()}`],
    ["a step that is none", "steps=purchase,%25,page_view"],
    ["windows too short", "window=0&max_steps=1"],
    ["windows too long", "window=366&max_steps=11"],
    ["no numbers", "window=2.5&max_steps=x"],
    ["empty values", "steps=&window=&breakdown=&event="],
  ])("is the default for %s", (_case, query) => {
    expect(read(query)).toEqual(DEFAULTS)
  })
})

describe("moveStep", () => {
  it.each([
    [1, -1, ["b", "a", "c"]],
    [1, 1, ["a", "c", "b"]],
    [0, -1, ["a", "b", "c"]],
    [2, 1, ["a", "b", "c"]],
    [3, -1, ["a", "b", "c"]],
  ] as const)("moves step %s by %s", (index, by, moved) => {
    expect(moveStep(["a", "b", "c"], index, by)).toEqual(moved)
  })
})

describe("nextStep", () => {
  it("is a usual one that is not there yet, then any other", () => {
    expect(nextStep(["page_view", "purchase"])).toBe("add_to_cart")
    expect(
      nextStep(["page_view", "add_to_cart", "begin_checkout", "purchase"])
    ).toBe("form_submit")
  })
})
