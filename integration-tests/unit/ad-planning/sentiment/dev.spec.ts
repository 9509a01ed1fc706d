import { analyzeLocally, loadLanguageDetector } from "../../../../src/modules/ad-planning/utils/sentiment-analyzer"
import { accuracyOf, ours, ratedTexts, translatedAfinn, vader } from "../helpers/sentiment-accuracy"
it("dev", async () => {
  const detect = await loadLanguageDetector()
  const out: string[] = []
  for (const file of (process.env.FILES ?? "reviews.tsv").split(",")) {
  const texts = ratedTexts(file)
  for (const language of [...new Set(texts.map((t) => t.language))]) {
    const some = texts.filter((t) => t.language === language)
    const a = accuracyOf(some, ours(detect))
    const b = accuracyOf(some, language === "en" ? vader : translatedAfinn)
    out.push(`${language} n=${a.texts} acc ${a.accuracy.toFixed(3)} f1 ${a.macro_f1.toFixed(3)} r ${a.correlation.toFixed(3)}  | base acc ${b.accuracy.toFixed(3)} f1 ${b.macro_f1.toFixed(3)} r ${b.correlation.toFixed(3)}`)
  }
  for (const t of texts) {
    const r = analyzeLocally(t.text, detect)
    if (r?.label !== t.label || r.language !== t.language) out.push(`${t.language} ${t.label} -> ${r?.language} ${r?.label} ${r?.score.toFixed(2)}  ${t.text}`)
  }
  }
  require("node:fs").writeFileSync("/tmp/dev.txt", out.join("\n"))
})
