import { cut, isoTime } from "./touch"
import { parse, read, write } from "./storage"

/** An experiment as GrowthBook's SDKs read it: docs/experiments.md. */
export interface Definition {
  defaultValue: string
  rules: {
    seed: string
    coverage: number
    weights: number[]
    variations: string[]
    namespace?: [string, number, number]
  }[]
}
export type Definitions = Record<string, Definition>

/** FNV-1a, 32 bits, over UTF-16 units. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}

/** The variant that the server would give, too; undefined for none. */
export function assign(
  { rules: [rule] }: Definition,
  visitorId: string
): string | undefined {
  const { seed, coverage, weights, variations, namespace } = rule!
  if (namespace) {
    const place = (fnv(`${visitorId}__${namespace[0]}`) % 1e3) / 1e3
    if (place < namespace[1] || place >= namespace[2]) {
      return undefined
    }
  }
  const place = (fnv(`${fnv(seed + visitorId)}`) % 1e4) / 1e4
  let start = 0
  return variations.find((_, i) => {
    const from = start
    start += weights[i]!
    return place >= from && place < from + coverage * weights[i]!
  })
}

const ROUTE = "/web/ad-planning/experiments"
const CACHE_KEY = "ad_planning_experiments"
/** `?ap_variant=key:variant` shows a variant to whoever looks at it. */
const PREVIEW = "ap_variant"

export interface ExperimentsApi {
  variant: (key: string, fallback?: string) => string | undefined
  ready: (call: () => void) => void
}

/**
 * What assigns the visitors of a page. What a page has once shown it shows until it
 * is left, whatever is consented to or loaded meanwhile.
 *
 * @param visitorId - undefined without consent
 */
export function createExperiments(
  base: string,
  websiteId: string,
  visitorId: () => string | undefined
): ExperimentsApi {
  const shown: Record<string, string | undefined> = {}
  // Those of the page before, so that this one need not wait.
  let known = parse<Definitions>(read("localStorage", CACHE_KEY))
  let isOver = false
  let waiting: (() => void)[] = []

  function settle() {
    isOver = true
    const calls = waiting
    waiting = []
    calls.forEach((call) => call())
  }

  fetch(`${base}${ROUTE}?website_id=${encodeURIComponent(websiteId)}`, {
    credentials: "omit",
  })
    .then((answer) => answer.json())
    .then(({ features }) => {
      known = features
      write("localStorage", CACHE_KEY, JSON.stringify(features))
    })
    // Offline: those of the page before, or the fallback.
    .then(settle, settle)

  function expose(id: string, experiment: string, variant: string) {
    const body = JSON.stringify({
      visitor_id: id,
      website_id: websiteId,
      exposures: [{ experiment, variant, occurred_at: isoTime(Date.now()) }],
    })
    fetch(`${base}${ROUTE}/exposures`, {
      method: "POST",
      body,
      keepalive: true,
      credentials: "omit",
      // The next page says it again.
    }).catch(() => 0)
  }

  function choose(key: string, fallback?: string): string | undefined {
    const preview = new URL(location.href).searchParams.get(PREVIEW) || ""
    const definition = known && known[key]
    if (preview.startsWith(`${key}:`)) {
      return cut(preview.slice(key.length + 1))
    }
    if (!definition) {
      return fallback
    }
    const id = visitorId()
    const variant = id && assign(definition, id)
    if (id && variant) {
      expose(id, key, variant)
    }
    return variant || definition.defaultValue
  }

  return {
    variant(key, fallback) {
      if (!(key in shown)) {
        const variant = choose(key, fallback)
        // Not known yet is no choice.
        if (!known && !isOver) {
          return variant
        }
        shown[key] = variant
      }
      return shown[key]
    },
    ready(call) {
      if (known || isOver) {
        call()
      } else {
        waiting.push(call)
      }
    },
  }
}
