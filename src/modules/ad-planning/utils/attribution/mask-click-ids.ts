import { createHmac } from "node:crypto"
import { CLICK_ID_NAMES, UTM_FIELDS, type ClickIdName } from "../../types"
import { cleanText } from "../text/normalise"

const NAMES = new Map<string, ClickIdName>(
  CLICK_ID_NAMES.map((name) => [name.toLowerCase(), name])
)

// A parameter of an address, also of one that is a parameter of another.
const PARAMETER = new RegExp(
  `((?:^|[?&#;\\s]|%3f|%26|%23)(${[...NAMES.keys()].join("|")})(?:=|%3d))((?:(?!%26|%23)[^&#\\s"'<>])+)`,
  "gi"
)

// What rows are found and joined by; a visitor may give it any text.
const IDENTIFIER = /(?:^|_)(?:id|key)$/
const REPEATERS: readonly string[] = [...UTM_FIELDS, "other_campaigns"]

/**
 * The same facts with every click id as a keyed hash: HMAC-SHA-256 of name and
 * value with the installation's secret, so that what was equal stays equal. Found
 * under its own name at any depth, as a parameter of an address, and where a utm
 * value repeats it.
 */
export function maskClickIds<Fact>(fact: Fact, secret: string): Fact {
  const masks = new Map<string, string>()
  walk(fact, "", (text, key) => {
    const name = NAMES.get(key.toLowerCase())
    if (name) {
      masks.set(text, mask(name, text, secret))
    }
    return text
  })
  return walk(fact, "", (text, key) => {
    const name = NAMES.get(key.toLowerCase())
    if (name) {
      return mask(name, text, secret)
    }
    const repeated = REPEATERS.includes(key) ? masks.get(text) : undefined
    if (repeated !== undefined) {
      return repeated
    }
    return IDENTIFIER.test(key) ? text : maskParameters(text, secret)
  }) as Fact
}

/** Every text of some JSON, with the key it stands under. */
function walk(
  value: unknown,
  key: string,
  visit: (text: string, key: string) => string
): unknown {
  const isClickId = NAMES.has(key.toLowerCase())
  if (typeof value === "string" || (typeof value === "number" && isClickId)) {
    return visit(String(value), key)
  }
  if (Array.isArray(value)) {
    return value.map((item) => walk(item, key, visit))
  }
  if (!isPlainObject(value)) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, walk(item, name, visit)])
  )
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value))
  )
}

function maskParameters(text: string, secret: string): string {
  return text.replace(PARAMETER, (_all, start: string, name, value: string) => {
    const known = NAMES.get(name.toLowerCase())!
    return start + mask(known, decoded(value), secret)
  })
}

/** As URLSearchParams reads it. */
function decoded(value: string): string {
  return new URLSearchParams(`value=${value}`).get("value") ?? value
}

function mask(name: ClickIdName, value: string, secret: string): string {
  // Cleaned as where it is read, so that an address repeats the parameter.
  const text = cleanText(value)
  return text === null
    ? ""
    : createHmac("sha256", secret).update(`${name}=${text}`).digest("hex")
}
