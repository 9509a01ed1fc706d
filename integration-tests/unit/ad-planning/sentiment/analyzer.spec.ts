import {
  analyzeLocally,
  type DetectLanguage,
  loadLanguageDetector,
} from "../../../../src/modules/ad-planning/utils/sentiment-analyzer"
import { agreementOf } from "../../../../src/modules/ad-planning/utils/sentiment/agreement"
import { meanInterval } from "../../../../src/modules/ad-planning/utils/sentiment/mean-interval"
import {
  accuracyOf,
  ours,
  ratedTexts,
  translatedAfinn,
  vader,
} from "../helpers/sentiment-accuracy"

let detect: DetectLanguage
beforeAll(async () => {
  detect = await loadLanguageDetector()
})

describe("analyzeLocally on rated texts", () => {
  const sets = {
    seen: ratedTexts("reviews.tsv"),
    later: ratedTexts("held-out.tsv"),
  }

  it("measures", () => {
    const lines = Object.entries(sets).flatMap(([name, texts]) => {
      const english = texts.filter(({ language }) => language === "en")
      const others = texts.filter(({ language }) => language !== "en")
      return [
        [name, "en, ours", accuracyOf(english, ours(detect))],
        [name, "en, vader", accuracyOf(english, vader)],
        [name, "others, ours", accuracyOf(others, ours(detect))],
        [name, "others, list", accuracyOf(others, translatedAfinn)],
      ].map((line) => JSON.stringify(line))
    })
    if (process.env.SHOW_ACCURACY) {
      process.stdout.write(`${lines.join("\n")}\n`)
    }
    expect(lines).toHaveLength(8)
  })

  it.each(Object.entries(sets))(
    "is better than the packages alone: %s",
    (_name, texts) => {
      const english = texts.filter(({ language }) => language === "en")
      const others = texts.filter(({ language }) => language !== "en")
      expect(accuracyOf(english, ours(detect)).correlation).toBeGreaterThan(
        accuracyOf(english, vader).correlation
      )
      const [mine, list] = [ours(detect), translatedAfinn].map((answer) =>
        accuracyOf(others, answer)
      )
      expect(mine!.macro_f1).toBeGreaterThan(list!.macro_f1)
      expect(mine!.correlation).toBeGreaterThan(list!.correlation)
    }
  )
})

describe("analyzeLocally", () => {
  it.each([
    ["", null],
    ["   \n ", null],
    ["12345", null],
    ["https://example.com/great", null],
    ["xkcd qwrt", null],
  ])("scores nothing in %j", (text, expected) => {
    expect(analyzeLocally(text, detect)).toBe(expected)
  })

  it.each([
    ["😍😍", "positive"],
    ["😡", "negative"],
    ["<p>Lovely <b>mug</b></p><script>terrible()</script>", "positive"],
    ["Not bad at all", "positive"],
    ["It does not work", "negative"],
    ["Lovely ".repeat(15_000), "positive"],
  ])("reads %.40j", (text, label) => {
    expect(analyzeLocally(text, detect)?.label).toBe(label)
  })
})

describe("meanInterval", () => {
  // R: t.test(c(0.1, 0.5, -0.2, 0.9))$conf.int
  it("is Student's", () => {
    const values = [0.1, 0.5, -0.2, 0.9]
    const { mean, lower, upper } = meanInterval(
      4,
      1.3,
      values.reduce((sum, value) => sum + value ** 2, 0)
    )
    expect(mean).toBeCloseTo(0.325, 12)
    expect(upper! - mean!).toBeCloseTo(mean! - lower!, 12)
    expect(upper! - mean!).toBeCloseTo(3.1824 * 0.239357, 3)
  })

  it("tells no spread of one value", () => {
    expect(meanInterval(1, 0.5, 0.25)).toEqual({
      mean: 0.5,
      lower: null,
      upper: null,
    })
    expect(meanInterval(0, 0, 0).mean).toBeNull()
  })
})

describe("agreementOf", () => {
  // The textbook table: 20 and 15 agreed, 5 and 10 not; kappa 0.4.
  it("is Cohen's kappa", () => {
    const result = agreementOf([
      { said: "positive", meant: "positive", texts: 20 },
      { said: "positive", meant: "negative", texts: 5 },
      { said: "negative", meant: "positive", texts: 10 },
      { said: "negative", meant: "negative", texts: 15 },
    ])
    expect(result.kappa).toBeCloseTo(0.4, 12)
    expect(result.agreement_rate).toBe(0.7)
    expect(agreementOf([]).kappa).toBeNull()
  })
})
