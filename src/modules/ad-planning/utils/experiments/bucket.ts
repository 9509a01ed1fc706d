import type { ExperimentNamespace, ExperimentVariant } from "../../types"

/** What decides which variant a visitor gets. */
export interface Bucketing {
  key: string
  hash_seed: string | null
  coverage: number
  namespace: ExperimentNamespace | null
  variants: Pick<ExperimentVariant, "key" | "weight">[]
}

const BUCKETS = 10_000
const NAMESPACE_BUCKETS = 1_000

/** FNV-1a, 32 bits, over UTF-16 units as the SDK's. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Where a visitor is in [0, 1) of one seed: GrowthBook's hash, version 2. */
export function hashPosition(seed: string, visitorId: string): number {
  return (fnv1a(`${fnv1a(seed + visitorId)}`) % BUCKETS) / BUCKETS
}

/** Half-open: each begins where the earlier full weights end. */
export function variantRanges({
  variants,
  coverage,
}: Pick<Bucketing, "variants" | "coverage">): [number, number][] {
  let start = 0
  return variants.map(({ weight }) => {
    const range: [number, number] = [start, start + coverage * weight]
    start += weight
    return range
  })
}

/** The key of a visitor's variant; null for one who takes no part. */
export function variantOf(
  experiment: Bucketing,
  visitorId: string
): string | null {
  const { namespace, hash_seed, key, variants } = experiment
  if (namespace && !isInNamespace(namespace, visitorId)) {
    return null
  }
  const position = hashPosition(hash_seed ?? key, visitorId)
  const index = variantRanges(experiment).findIndex(
    ([start, end]) => position >= start && position < end
  )
  return variants[index]?.key ?? null
}

/** By GrowthBook's hash, version 1, which its namespaces use. */
function isInNamespace(
  { id, range: [start, end] }: ExperimentNamespace,
  visitorId: string
): boolean {
  const position =
    (fnv1a(`${visitorId}__${id}`) % NAMESPACE_BUCKETS) / NAMESPACE_BUCKETS
  return position >= start && position < end
}
