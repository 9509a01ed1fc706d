import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import {
  mergedOnSql,
  mergePersonsSql,
  unmergePersonSql,
} from "../sql/identity/merge-persons"
import {
  admitIdentitySql,
  type Refusal,
  refuseIdentitySql,
  snapshotRefusalSql,
} from "../sql/identity/refuse-identity"
import {
  type Revocation,
  setRevocationSql,
} from "../sql/identity/revoke-identity-link"
import type { Snapshot } from "../sql/sync/snapshots"
import { lockLinks } from "../effects/assign-persons"
import {
  assignPersonsOf,
  type ChangedLink,
  type IdentityChanges,
  type Identifier,
  mergedInto,
  snapshotToldLinks,
} from "../effects/identity-links"
import { putBack } from "../effects/put-back"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"

/** Who is who, as a person of the store corrects it. */
export class IdentityCorrections extends Capability {
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
    await assignPersonsOf(
      sharedContext,
      changed,
      this.service.maxPersonsPerVisitor
    )
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
      const merged = await mergedInto(sharedContext, personId)
      if (merged) {
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `person ${personId} was merged into ${merged}`
        )
      }
    }
    const before = await snapshotToldLinks(sharedContext, [from, into])
    const changed = await write<ChangedLink>(
      sharedContext,
      mergePersonsSql(from, into)
    )
    await assignPersonsOf(
      sharedContext,
      changed,
      this.service.maxPersonsPerVisitor
    )
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
    const into = await mergedInto(sharedContext, from)
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
    const before = await snapshotToldLinks(sharedContext, [from, into])
    const changed = await write<ChangedLink>(
      sharedContext,
      unmergePersonSql(from)
    )
    await assignPersonsOf(
      sharedContext,
      changed,
      this.service.maxPersonsPerVisitor
    )
    return { link_ids: changed.map((row) => row.id), before }
  }

  /**
   * Says that an identifier names nobody, or takes that back; every row of it gets
   * its person anew.
   *
   * @returns the refusal as it was, for `restoreRefusal`
   * @throws MedusaError not_allowed for one of somebody who was erased
   */
  @InjectTransactionManager()
  async setRefusal(
    { kind, value }: Refusal,
    isRefused: boolean,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    await lockLinks(sharedContext, "change")
    const { secret } = this.options
    const erased = await findErased(sharedContext, { [kind]: [value] }, secret)
    if (!erased.isEmpty) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `the person of this ${kind} was erased: it names nobody`
      )
    }
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotRefusalSql({ kind, value })
    )
    await write(
      sharedContext,
      isRefused
        ? refuseIdentitySql({ kind, value })
        : admitIdentitySql({ kind, value })
    )
    await assignPersonsOf(
      sharedContext,
      [{ kind, value }],
      this.service.maxPersonsPerVisitor
    )
    return row!.snapshot
  }

  /** Puts a refusal back as it was. */
  @InjectTransactionManager()
  async restoreRefusal(
    refusal: Refusal,
    before: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "change")
    await write(sharedContext, admitIdentitySql(refusal))
    await putBack(sharedContext, before, this.options)
    await assignPersonsOf(
      sharedContext,
      [refusal],
      this.service.maxPersonsPerVisitor
    )
  }

  /** Whom a person was merged into. */
  @InjectManager()
  async mergedInto(
    personId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string | undefined> {
    return await mergedInto(sharedContext, personId)
  }
}
