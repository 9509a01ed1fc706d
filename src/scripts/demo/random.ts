import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64"
import { uniformInt } from "pure-rand/distribution/uniformInt"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"

export interface Random {
  /** In [0, 1). */
  float(): number
  /** In [min, max], both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  weighted<Item>(weights: readonly (readonly [Item, number])[]): Item
}

/**
 * Random numbers that depend on `key` alone: what is drawn for one order stays
 * the same whatever else is loaded.
 */
export function randomFor(key: string): Random {
  const generator = xoroshiro128plus(hash(key))
  const float = () => uniformFloat64(generator)
  const int = (min: number, max: number) => uniformInt(generator, min, max)
  return {
    float,
    int,
    chance: (probability) => float() < probability,
    pick: (items) => items[int(0, items.length - 1)]!,
    weighted: (weights) => {
      const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
      let point = float() * total
      const found = weights.find(([, weight]) => (point -= weight) < 0)
      return (found ?? weights.at(-1)!)[0]
    },
  }
}

/** FNV-1a, 32 bits. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) {
    value = Math.imul(value ^ byte, 0x01000193)
  }
  return value
}
