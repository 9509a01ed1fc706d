/** A question of a form, as far as its answer may be a text. */
export interface FormQuestion {
  name: string
  label: string | null
  type: string
}

const LONG_TYPES = ["textarea", "long_text", "paragraph", "richtext", "message"]
const TEXT_TYPES = [...LONG_TYPES, "text", "string"]
const PERSONAL =
  /name|mail|phone|tel|address|street|city|zip|post_?code|country|url|website|company|birth|date|id$/i
const MIN_WORDS = 3

/**
 * The words that somebody wrote into a form: answers to questions for text, and of
 * a form whose questions are unknown all that reads like text. Names, addresses and
 * numbers are none. Null without any.
 */
export function formText(
  answers: Record<string, unknown>,
  questions: FormQuestion[]
): string | null {
  const byName = new Map(questions.map((one) => [one.name, one]))
  const texts = Object.entries(answers).flatMap(([name, value]) => {
    if (typeof value !== "string" || value.trim() === "") {
      return []
    }
    const question = byName.get(name)
    const type = question?.type.toLowerCase()
    if (type && LONG_TYPES.includes(type)) {
      return [value.trim()]
    }
    const isText = type === undefined || TEXT_TYPES.includes(type)
    const isPersonal =
      PERSONAL.test(name) || PERSONAL.test(question?.label ?? "")
    return isText && !isPersonal && readsLikeText(value) ? [value.trim()] : []
  })
  return texts.length > 0 ? texts.join("\n") : null
}

/** Some words, or as many signs of a language that puts no spaces between them. */
function readsLikeText(value: string): boolean {
  const isAddress = /^\S+@\S+$|^https?:\/\/\S+$/.test(value.trim())
  const words = value
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
  const signs = value.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
  )
  return !isAddress && (words.length >= MIN_WORDS || (signs?.length ?? 0) >= 4)
}
