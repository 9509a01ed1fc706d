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
import { upsertIdentityLinksSql } from "../sql/upsert-identity-links"
import type { IdentityFact } from "../types"
import { AdPlanningBase } from "./base"
import { read, type SqlContext, write } from "./sql-context"

/** Who is who: links of identifiers to persons. */
export class IdentityFacts extends AdPlanningBase {
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
  ): Promise<{ created_ids: string[] }> {
    const revoked = await write<{ email_hash: string }>(
      sharedContext,
      revokeStalePersonEmailsSql(emails)
    )
    const written = await write<{ id: string; kind: string; value: string }>(
      sharedContext,
      upsertIdentityLinksSql(links)
    )
    const valuesOf = (kind: string) =>
      written.filter((row) => row.kind === kind).map((row) => row.value)
    await assignPersons(sharedContext, {
      email_hashes: [
        ...revoked.map((row) => row.email_hash),
        ...valuesOf("email"),
      ],
      customer_ids: valuesOf("customer"),
    })
    return { created_ids: written.map((row) => row.id) }
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

  /** Undoes links that were just made. */
  @InjectTransactionManager()
  async removeIdentityLinks(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const rows = await write<{ kind: string; value: string }>(
      sharedContext,
      deleteIdentityLinksSql(ids)
    )
    const valuesOf = (kind: string) =>
      rows.filter((row) => row.kind === kind).map((row) => row.value)
    await assignPersons(sharedContext, {
      email_hashes: valuesOf("email"),
      customer_ids: valuesOf("customer"),
    })
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
