import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { assignPersonsSql, type PersonScope } from "../sql/assign-persons"
import {
  deleteIdentityLinksSql,
  personsOfEmailsSql,
  unlinkedEmailsSql,
} from "../sql/identity-queries"
import { markFirstPurchasesSql } from "../sql/mark-first-purchases"
import {
  type PersonEmail,
  revokeStalePersonEmailsSql,
} from "../sql/replace-person-emails"
import {
  restoreSnapshotSql,
  type Snapshot,
  snapshotIdentityLinksSql,
} from "../sql/snapshots"
import { upsertIdentityLinksSql } from "../sql/upsert-identity-links"
import type { IdentityFact } from "../types"
import { GoalFacts } from "./goals"
import { read, type SqlContext, write } from "./sql-context"

/** Links that changed, and what they were: what a compensation needs. */
export interface IdentityChanges {
  link_ids: string[]
  before: Snapshot
}

/** Who is who: links of identifiers to persons. */
export class IdentityFacts extends GoalFacts {
  /**
   * Records links of identifiers to persons, and revokes e-mail links that the
   * person's own record no longer confirms; the purchases of every identifier
   * that changed get their person anew.
   */
  @InjectTransactionManager()
  async syncIdentityLinks(
    links: IdentityFact[],
    emails: PersonEmail[] = [],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<IdentityChanges> {
    const persons = [...links, ...emails].map(({ person_id }) => person_id)
    const [former] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotIdentityLinksSql([...new Set(persons)])
    )
    const revoked = await write<Identifier>(
      sharedContext,
      revokeStalePersonEmailsSql(emails)
    )
    const written = await write<Identifier>(
      sharedContext,
      upsertIdentityLinksSql(links)
    )
    const changed = [...revoked, ...written]
    await assignPersons(sharedContext, personScope(changed))
    return { link_ids: changed.map((row) => row.id), before: former!.snapshot }
  }

  /** Which of these e-mails no person is known for. */
  @InjectManager()
  async listUnlinkedEmails(
    emailHashes: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Set<string>> {
    const rows = await read<{ email_hash: string }>(
      sharedContext,
      unlinkedEmailsSql(emailHashes)
    )
    return new Set(rows.map((row) => row.email_hash))
  }

  /** The person of each e-mail that has one, by e-mail hash. */
  @InjectManager()
  async personsOfEmails(
    emailHashes: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, string>> {
    const rows = await read<{ email_hash: string; person_id: string }>(
      sharedContext,
      personsOfEmailsSql(emailHashes)
    )
    return new Map(rows.map((row) => [row.email_hash, row.person_id]))
  }

  /** Puts links back as they were. */
  @InjectTransactionManager()
  async restoreIdentityLinks(
    changes: IdentityChanges,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const changed = await write<Identifier>(
      sharedContext,
      deleteIdentityLinksSql(changes.link_ids)
    )
    for (const statement of restoreSnapshotSql(changes.before)) {
      await write(sharedContext, statement)
    }
    await assignPersons(sharedContext, personScope(changed))
  }
}

interface Identifier {
  id: string
  kind: string
  value: string
}

/** The purchases that these identifiers may name the buyer of. */
function personScope(identifiers: Identifier[]): PersonScope {
  const valuesOf = (kind: string) =>
    identifiers.filter((row) => row.kind === kind).map((row) => row.value)
  return {
    email_hashes: valuesOf("email"),
    customer_ids: valuesOf("customer"),
  }
}

/** Gives purchases their person anew, and their buyers a first purchase. */
export async function assignPersons(
  context: SqlContext,
  scope: PersonScope
): Promise<void> {
  const buyers = await write<{ buyer_key: string }>(
    context,
    assignPersonsSql(scope)
  )
  await write(
    context,
    markFirstPurchasesSql(buyers.map((row) => row.buyer_key))
  )
}
