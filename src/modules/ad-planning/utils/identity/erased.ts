import type { SuppressionKind } from "../../types"

/** Identifiers that people are named by, of each kind; null names nobody. */
export type Names = Partial<Record<SuppressionKind, (string | null)[]>>

/** Which of some identifiers are of people who were erased. */
export class ErasedNames {
  private readonly byKind = new Map<SuppressionKind, Set<string>>()

  constructor(names: readonly { kind: SuppressionKind; value: string }[]) {
    for (const { kind, value } of names) {
      this.byKind.set(kind, (this.byKind.get(kind) ?? new Set()).add(value))
    }
  }

  get isEmpty(): boolean {
    return this.byKind.size === 0
  }

  has(kind: SuppressionKind, value: string | null | undefined): boolean {
    return value != null && (this.byKind.get(kind)?.has(value) ?? false)
  }

  of(kind: SuppressionKind): string[] {
    return [...(this.byKind.get(kind) ?? [])]
  }
}

/** What a row is named by. */
export interface NamedRow {
  email_hash?: string | null
  customer_id?: string | null
  visitor_id?: string | null
  person_id?: string | null
}

/** Everything that rows are named by. */
export function namesOf(rows: readonly NamedRow[]): Names {
  return {
    email: rows.map((row) => row.email_hash ?? null),
    customer: rows.map((row) => row.customer_id ?? null),
    visitor: rows.map((row) => row.visitor_id ?? null),
    person: rows.map((row) => row.person_id ?? null),
  }
}

/** Whether a row names anybody who was erased. */
export function namesErased(row: NamedRow, erased: ErasedNames): boolean {
  return (
    erased.has("email", row.email_hash) ||
    erased.has("customer", row.customer_id) ||
    erased.has("visitor", row.visitor_id) ||
    erased.has("person", row.person_id)
  )
}
