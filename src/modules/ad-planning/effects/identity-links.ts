import type { PersonScope } from "../sql/fragments/person-scope"
import { mergedIntoSql } from "../sql/identity/merge-persons"
import { type Snapshot, snapshotIdentityLinksSql } from "../sql/sync/snapshots"
import { assignPersons } from "./assign-persons"
import { read, type SqlContext } from "./sql-context"

export interface Identifier {
  kind: string
  value: string
}

export interface ChangedLink extends Identifier {
  id: string
}

/** Links that changed, and what they were: what a compensation needs. */
export interface IdentityChanges {
  link_ids: string[]
  before: Snapshot
}

/** Every row of identifiers whose links changed gets its person anew. */
export async function assignPersonsOf(
  context: SqlContext,
  changed: Identifier[],
  maxPersonsPerVisitor: number
): Promise<void> {
  if (changed.length > 0) {
    await assignPersons(context, identifierScope(changed), maxPersonsPerVisitor)
  }
}

/** The links of these persons as they are, for a compensation. */
export async function snapshotToldLinks(
  context: SqlContext,
  personIds: string[]
): Promise<Snapshot> {
  const [row] = await read<{ snapshot: Snapshot }>(
    context,
    snapshotIdentityLinksSql([...new Set(personIds)])
  )
  return row!.snapshot
}

/** Whom a person was merged into. */
export async function mergedInto(
  context: SqlContext,
  personId: string
): Promise<string | undefined> {
  const [row] = await read<{ person_id: string }>(
    context,
    mergedIntoSql(personId)
  )
  return row?.person_id
}

/** Everything whose person these identifiers may name. */
function identifierScope(identifiers: Identifier[]): PersonScope {
  const valuesOf = (kind: string) =>
    identifiers.filter((row) => row.kind === kind).map((row) => row.value)
  return {
    email_hashes: valuesOf("email"),
    customer_ids: valuesOf("customer"),
    visitor_ids: valuesOf("visitor"),
  }
}
