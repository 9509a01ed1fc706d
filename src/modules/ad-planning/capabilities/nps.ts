import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { lockLinks } from "../effects/assign-persons"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"
import { namedByRating } from "../effects/sync-ratings"
import {
  npsBreakdownSql,
  npsCommentsSql,
  npsDistributionSql,
} from "../sql/scores/nps-breakdown"
import { npsCountsSql } from "../sql/scores/nps-counts"
import { upsertNpsSnapshotsSql } from "../sql/scores/nps-snapshots"
import { openNpsLinkSql } from "../sql/scores/open-nps-link"
import type {
  NpsBreakdownRow,
  NpsComment,
  NpsCountsRow,
  NpsDistributionRow,
  NpsLink,
  NpsRequest,
  NpsSnapshot,
} from "../types"
import { namesOf } from "../utils/identity/erased"
import { fxPeriods } from "../utils/money/fx-rate"

/** What customers answered when they were asked, as a Net Promoter Score. */
export class Nps extends Capability {
  /** Counted answers; see `npsCountsSql`. */
  @InjectManager()
  async counts(
    request: NpsRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<NpsCountsRow[]> {
    return await read(sharedContext, npsCountsSql(request))
  }

  /** What promoters, passives and detractors bought; see `npsBreakdownSql`. */
  @InjectManager()
  async breakdown(
    request: NpsRequest,
    currency: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<NpsBreakdownRow[]> {
    const { fx, revenue_basis } = this.options
    return await read(
      sharedContext,
      npsBreakdownSql(request, currency, revenue_basis, fxPeriods(fx, currency))
    )
  }

  /** How often each value was answered. */
  @InjectManager()
  async distribution(
    request: NpsRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<NpsDistributionRow[]> {
    return await read(sharedContext, npsDistributionSql(request))
  }

  /** The latest comments, newest first. */
  @InjectManager()
  async comments(
    request: NpsRequest,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<NpsComment[]> {
    return await read(sharedContext, npsCommentsSql(request, limit))
  }

  /** Writes snapshots; returns how many changed. */
  @InjectTransactionManager()
  async saveSnapshots(
    snapshots: NpsSnapshot[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = snapshots.length
      ? await write(sharedContext, upsertNpsSnapshotsSql(snapshots))
      : []
    return rows.length
  }

  /**
   * Asks a question by a link, or keeps the one there is open for longer.
   *
   * @returns until when it takes an answer, and whether the question is new
   * @throws MedusaError not_allowed for somebody who was erased
   */
  @InjectTransactionManager()
  async openLink(
    link: NpsLink,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ expires_at: Date; is_new: boolean }> {
    await lockLinks(sharedContext, "read")
    const erased = await findErased(
      sharedContext,
      namesOf([namedByRating(link)]),
      this.options.secret
    )
    if (!erased.isEmpty) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "the customer was erased and cannot be asked"
      )
    }
    const [row] = await write<{ expires_at: Date; is_new: boolean }>(
      sharedContext,
      openNpsLinkSql(link)
    )
    return { ...row!, expires_at: new Date(row!.expires_at) }
  }
}
