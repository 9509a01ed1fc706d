import type { SpendRefusal } from "../../types"

// More are counted, not shown.
const SHOWN_EXAMPLES = 5
const SHOWN_LENGTH = 80

/** Faults of lines; those of one kind are one entry. */
export class Refusals {
  private readonly byKind = new Map<string, SpendRefusal>()

  add(field: string, reason: string, line: number, value: string): void {
    const key = JSON.stringify([field, reason])
    const entry = this.byKind.get(key) ?? {
      field,
      reason,
      count: 0,
      examples: [],
    }
    entry.count += 1
    if (entry.examples.length < SHOWN_EXAMPLES) {
      entry.examples.push({ line, value: value.slice(0, SHOWN_LENGTH) })
    }
    this.byKind.set(key, entry)
  }

  list(): SpendRefusal[] {
    return [...this.byKind.values()]
  }
}
