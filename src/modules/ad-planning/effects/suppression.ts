import {
  erasedKeysSql,
  type Suppressed,
  suppressedSql,
} from "../sql/identity/suppression"
import { SUPPRESSION_KINDS } from "../types"
import {
  ErasedNames,
  type NamedRow,
  type Names,
  namesErased,
} from "../utils/identity/erased"
import { suppressionHash } from "../utils/identity/suppression-hash"
import { read, type SqlContext } from "./sql-context"

/**
 * Which of these identifiers are of people who were erased. Whoever writes facts
 * or links asks it first, after `lockLinks`: an erasure that commits later erases
 * what is written now, and one that committed before is seen.
 */
export async function findErased(
  context: SqlContext,
  names: Names,
  secret: string
): Promise<ErasedNames> {
  const asked = new Map(
    SUPPRESSION_KINDS.flatMap((kind) =>
      presentOf(names[kind]).map((value) => {
        const value_hash = suppressionHash(kind, value, secret)
        return [`${kind}:${value_hash}`, { kind, value, value_hash }] as const
      })
    )
  )
  if (asked.size === 0) {
    return new ErasedNames([])
  }
  const found = await read<Suppressed>(
    context,
    suppressedSql(
      [...asked.values()].map(({ kind, value_hash }) => ({ kind, value_hash }))
    )
  )
  return new ErasedNames(
    found.flatMap(
      ({ kind, value_hash }) => asked.get(`${kind}:${value_hash}`) ?? []
    )
  )
}

/**
 * Facts of which those that name anybody who was erased know whether they were
 * erased with them: such a row stays nameless, whatever else its source names.
 */
export async function markErased<
  Fact extends NamedRow & { idempotency_key: string; is_erased?: boolean },
>(context: SqlContext, facts: Fact[], erased: ErasedNames): Promise<Fact[]> {
  const keys = facts
    .filter((fact) => namesErased(fact, erased))
    .map((fact) => fact.idempotency_key)
  if (keys.length === 0) {
    return facts
  }
  const rows = await read<{ idempotency_key: string }>(
    context,
    erasedKeysSql(keys)
  )
  const known = new Set(rows.map((row) => row.idempotency_key))
  return facts.map((fact) =>
    known.has(fact.idempotency_key) ? { ...fact, is_erased: true } : fact
  )
}

function presentOf(values: (string | null)[] = []): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}
