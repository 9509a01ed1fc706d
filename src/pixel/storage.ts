type Area = "localStorage" | "sessionStorage"

/** What the browser did not take, for as long as the page lives. */
const kept: Record<string, string | null> = {}

/** The browser's storage, or the page's memory where it is blocked or full. */
export function read(area: Area, key: string): string | null {
  try {
    return key in kept ? kept[key]! : window[area].getItem(key)
  } catch {
    // Blocked by the visitor's settings: even naming it throws.
    return null
  }
}

/** null removes. */
export function write(area: Area, key: string, value: string | null): void {
  delete kept[key]
  try {
    if (value === null) {
      window[area].removeItem(key)
    } else {
      window[area].setItem(key, value)
    }
  } catch {
    // Blocked, or full.
    kept[key] = value
  }
}

/** undefined for what is absent, and for what somebody else wrote there. */
export function parse<Value>(text: string | null): Value | undefined {
  try {
    return JSON.parse(text || "0") || undefined
  } catch {
    return undefined
  }
}
