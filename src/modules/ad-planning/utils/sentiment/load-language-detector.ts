import type { DetectLanguage } from "./detect-language"

let detector: Promise<DetectLanguage> | undefined

/** Loads the letter statistics of 60 languages, once. */
export function loadLanguageDetector(): Promise<DetectLanguage> {
  detector ??= import("eld/medium").then(
    ({ eld }) =>
      (text) =>
        eld.detect(text).getScores()
  )
  return detector
}
