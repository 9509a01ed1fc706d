const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The words of a text in lower case, as the language writes them. Elided articles
 * are words of their own: "l'envoi" is two.
 */
export function wordsOf(text: string, language: string): string[] {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: "word" })
    segmenters.set(language, segmenter)
  }
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) {
      const word = segment.toLocaleLowerCase(language)
      words.push(...(language === "en" ? [word] : word.split("'")))
    }
  }
  return words.filter((word) => word !== "")
}

/** Sentences of a text, by their marks and line breaks. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…。！？؟।])\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
}

/** Parts of a sentence between commas and the like. */
export function partsOf(sentence: string): string[] {
  return sentence
    .split(/[,;:،、，；()]+\s*|\s+[-–—]+\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
}
