/** One question, as far as its answers are checked by it. */
export interface Question {
  name: string
  type: string
  required: boolean
  options: unknown
}

export type Answer = string | number | boolean | string[]

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^[+()\d][\d\s()./-]{2,}$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

const isText = (answer: Answer) => typeof answer === "string"

/** What an answer has to be, by the question's type, and how that is said. */
const TYPES: Record<string, [(answer: Answer) => boolean, string]> = {
  text: [isText, "must be a text"],
  textarea: [isText, "must be a text"],
  email: [
    (answer) => typeof answer === "string" && EMAIL.test(answer.trim()),
    "must be an e-mail address",
  ],
  phone: [
    (answer) => typeof answer === "string" && PHONE.test(answer.trim()),
    "must be a telephone number",
  ],
  url: [
    (answer) =>
      typeof answer === "string" &&
      /^https?:\/\//.test(answer) &&
      URL.canParse(answer),
    "must be an address that begins with http:// or https://",
  ],
  number: [
    (answer) =>
      typeof answer === "number" ||
      (typeof answer === "string" && Number.isFinite(Number(answer))),
    "must be a number",
  ],
  date: [
    (answer) => typeof answer === "string" && isDay(answer),
    "must be a day, YYYY-MM-DD",
  ],
  checkbox: [
    (answer) =>
      typeof answer === "boolean" || isOneOf(answer, ["true", "false", "on"]),
    "must be true or false",
  ],
}
const SAME_AS: Record<string, string> = { tel: "phone", boolean: "checkbox" }

/** Why answers do not fit a form's questions; nothing when they do. */
export function checkAnswers(
  questions: readonly Question[],
  answers: Readonly<Record<string, Answer>>
): string[] {
  const names = new Set(questions.map(({ name }) => name))
  const given = new Map(Object.entries(answers))
  const unknown = [...given.keys()].filter((name) => !names.has(name))
  return [
    ...unknown.map((name) => `Field 'data.${name}': is no field of the form`),
    ...questions.flatMap((question) => {
      const reason = reasonAgainst(question, given.get(question.name))
      return reason ? [`Field 'data.${question.name}': ${reason}`] : []
    }),
  ]
}

function reasonAgainst(
  { type, required, options }: Question,
  answer: Answer | undefined
): string | null {
  if (isBlank(answer)) {
    return required ? "is required" : null
  }
  const choices = choicesOf(options)
  if (choices.length > 0) {
    const chosen = Array.isArray(answer) ? answer : [answer]
    const isChoice = chosen.every((part) => isOneOf(part, choices))
    return isChoice ? null : `must be one of: ${choices.join(", ")}`
  }
  const [fits, reason] = TYPES[SAME_AS[type] ?? type] ?? []
  if (fits && !fits(answer)) {
    return reason ?? null
  }
  // A box that has to be ticked.
  return required && isOneOf(answer, ["false"]) ? "is required" : null
}

function isBlank(answer: Answer | undefined): answer is undefined {
  return (
    answer === undefined ||
    (typeof answer === "string" && answer.trim() === "") ||
    (Array.isArray(answer) && answer.length === 0)
  )
}

/** `["s", "m"]`, or `[{ "value": "s", "label": "Small" }]`. */
function choicesOf(options: unknown): string[] {
  if (!Array.isArray(options)) {
    return []
  }
  return options.flatMap((option: unknown) => {
    const value =
      typeof option === "object" && option !== null && "value" in option
        ? option.value
        : option
    return typeof value === "string" || typeof value === "number"
      ? [`${value}`]
      : []
  })
}

function isOneOf(answer: Answer, choices: readonly string[]): boolean {
  return !Array.isArray(answer) && choices.includes(`${answer}`)
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return (
    DATE.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  )
}
