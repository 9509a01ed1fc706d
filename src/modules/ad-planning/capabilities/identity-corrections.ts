import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  mergedIntoSql,
  mergedOnSql,
  mergePersonsSql,
  unmergePersonSql,
} from "../sql/merge-persons"
import { type Revocation, setRevocationSql } from "../sql/revoke-identity-link"
import { lockLinks } from "./assign-persons"
import {
  type ChangedLink,
  type IdentityChanges,
  IdentityFacts,
  type Identifier,
} from "./identity"
import { read, type SqlContext, write } from "./sql-context"

/** Who is who, as a person of the store corrects it. */
export class IdentityCorrections extends IdentityFacts {
  /** Revokes a link or makes it valid again, and moves the rows it names. */
  @InjectTransactionManager()
  async setLinkRevocation(
    linkId: string,
    revocation: Revocation,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "change")
    const changed = await write<Identifier>(
      sharedContext,
      setRevocationSql(linkId, revocation)
    )
    await this.assignPersonsOf(changed, sharedContext)
  }

  /**
   * Makes one person another: everything of `from` is `into`'s from now on,
   * until `unmergePerson`.
   *
   * @throws MedusaError not_allowed when one of them was merged already
   */
  @InjectTransactionManager()
  async mergePersons(
    from: string,
    into: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<IdentityChanges> {
    await lockLinks(sharedContext, "change")
    for (const personId of [from, into]) {
      const merged = await this.mergedInto(personId, sharedContext)
      if (merged) {
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `person ${personId} was merged into ${merged}`
        )
      }
    }
    const before = await this.snapshotToldLinks([from, into], sharedContext)
    const changed = await write<ChangedLink>(
      sharedContext,
      mergePersonsSql(from, into)
    )
    await this.assignPersonsOf(changed, sharedContext)
    return { link_ids: changed.map((row) => row.id), before }
  }

  /**
   * Takes a merge back, exactly.
   *
   * @throws MedusaError not_allowed when there was none, or when the person it
   * went into was merged itself since
   */
  @InjectTransactionManager()
  async unmergePerson(
    from: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<IdentityChanges> {
    await lockLinks(sharedContext, "change")
    const into = await this.mergedInto(from, sharedContext)
    const [later] = await read<{ person_id: string }>(
      sharedContext,
      mergedOnSql(from)
    )
    if (!into || later) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        later
          ? `person ${later.person_id} was merged since: unmerge that one first`
          : `person ${from} was not merged`
      )
    }
    const before = await this.snapshotToldLinks([from, into], sharedContext)
    const changed = await write<ChangedLink>(
      sharedContext,
      unmergePersonSql(from)
    )
    await this.assignPersonsOf(changed, sharedContext)
    return { link_ids: changed.map((row) => row.id), before }
  }

  protected async mergedInto(
    personId: string,
    context: SqlContext
  ): Promise<string | undefined> {
    const [row] = await read<{ person_id: string }>(
      context,
      mergedIntoSql(personId)
    )
    return row?.person_id
  }
}
