import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type { PersonScope } from "../sql/fragments/person-scope"
import {
  deleteIdentityLinksSql,
  unlinkedEmailsSql,
} from "../sql/identity/identity-queries"
import {
  type PersonRecord,
  revokeStalePersonLinksSql,
} from "../sql/identity/revoke-person-links"
import {
  restoreSnapshotSql,
  type Snapshot,
  snapshotIdentityLinksSql,
  snapshotNames,
} from "../sql/sync/snapshots"
import { upsertIdentityLinksSql } from "../sql/identity/upsert-identity-links"
import type { IdentityFact } from "../types"
import { type NamedRow, namesErased, namesOf } from "../utils/identity/erased"
import { assignPersons, lockLinks } from "../effects/assign-persons"
import { eraseRows } from "../effects/erase-rows"
import { GoalFacts } from "./goals"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"

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
    told: IdentityFact[],
    people: PersonRecord[] = [],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<IdentityChanges> {
    await lockLinks(sharedContext, "change")
    const erased = await findErased(
      sharedContext,
      namesOf(told.map(rowOfLink)),
      this.options.secret
    )
    const links = told.filter((link) => !namesErased(rowOfLink(link), erased))
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

  /** Which of these e-mails no person is known for; of nobody who was erased. */
  @InjectManager()
  async listUnlinkedEmails(
    emailHashes: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Set<string>> {
    const rows = await read<{ email_hash: string }>(
      sharedContext,
      unlinkedEmailsSql(emailHashes)
    )
    const unlinked = rows.map((row) => row.email_hash)
    const erased = await findErased(
      sharedContext,
      { email: unlinked },
      this.options.secret
    )
    return new Set(unlinked.filter((hash) => !erased.has("email", hash)))
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
    await this.putBack(changes.before, sharedContext)
    await this.assignPersonsOf(changed, sharedContext)
  }

  /**
   * Puts the rows of a snapshot back; what it replaces has to be gone. Somebody
   * who was erased since it was taken stays erased.
   */
  protected async putBack(
    snapshot: Snapshot,
    context: SqlContext
  ): Promise<void> {
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(context, statement)
    }
    const erased = await findErased(
      context,
      snapshotNames(snapshot),
      this.options.secret
    )
    if (!erased.isEmpty) {
      await eraseRows(context, erased, this.maxPersonsPerVisitor)
    }
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

/** What a link names: its identifier and its person. */
function rowOfLink({ kind, value, person_id }: IdentityFact): NamedRow {
  return {
    person_id,
    email_hash: kind === "email" ? value : null,
    customer_id: kind === "customer" ? value : null,
    visitor_id: kind === "visitor" ? value : null,
  }
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
