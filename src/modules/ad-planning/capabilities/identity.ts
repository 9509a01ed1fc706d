import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { personProfileSql } from "../sql/identity/person-profile"
import type { PersonProfile } from "../types"
import { withInstants } from "../utils/journeys/with-instants"
import {
  deleteIdentityLinksSql,
  unlinkedEmailsSql,
} from "../sql/identity/identity-queries"
import {
  type PersonRecord,
  revokeStalePersonLinksSql,
} from "../sql/identity/revoke-person-links"
import { upsertIdentityLinksSql } from "../sql/identity/upsert-identity-links"
import type { IdentityFact } from "../types"
import { type NamedRow, namesErased, namesOf } from "../utils/identity/erased"
import { lockLinks } from "../effects/assign-persons"
import {
  assignPersonsOf,
  type ChangedLink,
  type IdentityChanges,
  type Identifier,
  snapshotToldLinks,
} from "../effects/identity-links"
import { putBack } from "../effects/put-back"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"

/** Who is who: links of identifiers to persons. */
export class Identity extends Capability {
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
    const before = await snapshotToldLinks(sharedContext, persons)
    const revoked = await write<ChangedLink>(
      sharedContext,
      revokeStalePersonLinksSql(people)
    )
    const written = await write<ChangedLink>(
      sharedContext,
      upsertIdentityLinksSql(links)
    )
    const changed = [...revoked, ...written]
    await assignPersonsOf(
      sharedContext,
      changed,
      this.service.maxPersonsPerVisitor
    )
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
    await putBack(sharedContext, changes.before, this.options)
    await assignPersonsOf(
      sharedContext,
      changed,
      this.service.maxPersonsPerVisitor
    )
  }

  /** What the facts say of one person; of nobody, nothing. */
  @InjectManager()
  async personProfile(
    personId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<PersonProfile> {
    const [row] = await read<PersonProfile>(
      sharedContext,
      personProfileSql(personId, this.service.lookbackHours)
    )
    return withInstants(row!)
  }
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
