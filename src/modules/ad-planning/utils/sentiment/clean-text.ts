const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
}

// What a person writes is shorter; a pasted book says nothing more after this.
const MAX_CHARACTERS = 20_000

/**
 * A text as a reader sees it: without markup, addresses and control characters,
 * with straight quotes, at most 20,000 characters.
 */
export function cleanReview(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .normalize("NFC")
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, " ")
    .replace(/<\/?(?:br|p|div|li|ul|ol|h\d)\b[^<>]*>/gi, "\n")
    .replace(/<\/?[a-z!][^<>]*>/gi, " ")
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/gi, (_all, name: string) => {
      return ENTITIES[name.toLowerCase()]!
    })
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, " ")
    .replace(/\S+@\S+\.\S+/g, " ")
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[^\P{Cc}\n]|[\u200B\u2060\uFEFF]/gu, " ")
    .replace(/[^\S\n]+/g, " ")
    .trim()
}
