import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type { PersonScope } from "../sql/fragments/person-scope"
import {
  deleteIdentityLinksSql,
  unlinkedEmailsSql,
} from "../sql/identity-queries"
import {
  type PersonRecord,
  revokeStalePersonLinksSql,
} from "../sql/revoke-person-links"
import {
  restoreSnapshotSql,
  type Snapshot,
  snapshotIdentityLinksSql,
} from "../sql/snapshots"
import { upsertIdentityLinksSql } from "../sql/upsert-identity-links"
import type { IdentityFact } from "../types"
import { assignPersons, lockLinks } from "./assign-persons"
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
   * Records links of identifiers to persons, and revokes those that the person's
   * own record no longer confirms; every row of an identifier that changed gets
   * its person anew.
   */
  @InjectTransactionManager()
  async syncIdentityLinks(
    links: IdentityFact[],
    people: PersonRecord[] = [],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<IdentityChanges> {
    await lockLinks(sharedContext, "change")
    const persons = [...links, ...people].map(({ person_id }) => person_id)
    const before = await this.snapshotToldLinks(persons, sharedContext)
    const revoked = await write<ChangedLink>(
      sharedContext,
      revokeStalePersonLinksSql(people)
    )
    const written = await write<ChangedLink>(
      sharedContext,
      upsertIdentityLinksSql(links)
    )
    const changed = [...revoked, ...written]
    await this.assignPersonsOf(changed, sharedContext)
    return { link_ids: changed.map((row) => row.id), before }
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

  /** Puts links back as they were. */
  @InjectTransactionManager()
  async restoreIdentityLinks(
    changes: IdentityChanges,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "change")
    const changed = await write<Identifier>(
      sharedContext,
      deleteIdentityLinksSql(changes.link_ids)
    )
    for (const statement of restoreSnapshotSql(changes.before)) {
      await write(sharedContext, statement)
    }
    await this.assignPersonsOf(changed, sharedContext)
  }

  protected async snapshotToldLinks(
    personIds: string[],
    context: SqlContext
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      context,
      snapshotIdentityLinksSql([...new Set(personIds)])
    )
    return row!.snapshot
  }

  /** Every row of identifiers whose links changed gets its person anew. */
  protected async assignPersonsOf(
    changed: Identifier[],
    context: SqlContext
  ): Promise<void> {
    if (changed.length > 0) {
      await assignPersons(
        context,
        identifierScope(changed),
        this.maxPersonsPerVisitor
      )
    }
  }
}

export interface Identifier {
  kind: string
  value: string
}

export interface ChangedLink extends Identifier {
  id: string
}

/** Everything that these identifiers may name the person of. */
function identifierScope(identifiers: Identifier[]): PersonScope {
  const valuesOf = (kind: string) =>
    identifiers.filter((row) => row.kind === kind).map((row) => row.value)
  return {
    email_hashes: valuesOf("email"),
    customer_ids: valuesOf("customer"),
    visitor_ids: valuesOf("visitor"),
  }
}
