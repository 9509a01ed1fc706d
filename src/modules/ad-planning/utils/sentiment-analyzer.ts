/** The door to `sentiment/`: what reads a text without network and key. */
export { analyzeLocally, LOCAL_VERSION } from "./sentiment/analyze-locally"
export type { DetectLanguage } from "./sentiment/detect-language"
export { loadLanguageDetector } from "./sentiment/load-language-detector"
