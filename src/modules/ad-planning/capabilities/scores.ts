import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { lockLinks } from "../effects/assign-persons"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"
import { writeScores } from "../effects/write-scores"
import { engagementPageSql } from "../sql/scores/engagement-page"
import { engagementScoresSql } from "../sql/scores/engagement-scores"
import { npsScoresSql } from "../sql/scores/nps-scores"
import { customersSql } from "../sql/scores/customers"
import { scorePlacesSql } from "../sql/scores/score-places"
import {
  deleteProfilesSql,
  personsOfSourcesSql,
  upsertProfilesSql,
} from "../sql/scores/upsert-profiles"
import {
  pruneScoreHistorySql,
  type ScoreScope,
} from "../sql/scores/write-scores"
import type {
  CustomerQuery,
  CustomerRow,
  JourneyKey,
  ProfileFact,
  ScoreCounts,
  ScorePlace,
  ScoreType,
} from "../types"
import { scoreExpiry } from "../utils/scores/score-expiry"

/** Whose scores are calculated, as of when. */
export type ScoreRequest = Pick<ScoreScope, "person_ids" | "as_of">

/** What is known of customers in one number each, and the people they are of. */
export class Scores extends Capability {
  /**
   * Makes profiles what the store's records say; nobody's who was erased.
   *
   * @returns the persons whose profile is new, and how many were written
   */
  @InjectTransactionManager()
  async syncProfiles(
    facts: ProfileFact[],
    gone: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ new_ids: string[]; changed: number }> {
    await lockLinks(sharedContext, "read")
    const erased = await findErased(
      sharedContext,
      { person: facts.map((fact) => fact.person_id) },
      this.options.secret
    )
    const kept = facts.filter((fact) => !erased.has("person", fact.person_id))
    const removed = gone.length
      ? await write(sharedContext, deleteProfilesSql(gone))
      : []
    const written = kept.length
      ? await write<{ person_id: string; is_new: boolean }>(
          sharedContext,
          upsertProfilesSql(kept)
        )
      : []
    return {
      new_ids: written.filter((row) => row.is_new).map((row) => row.person_id),
      changed: removed.length + written.length,
    }
  }

  /** Whose touchpoints these are; nobody's twice. */
  @InjectManager()
  async personsOfSources(
    keys: JourneyKey[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ person_id: string }>(
      sharedContext,
      personsOfSourcesSql(keys)
    )
    return rows.map((row) => row.person_id)
  }

  /** Everybody's engagement; see `engagementScoresSql`. */
  @InjectTransactionManager()
  async calculateEngagement(
    { person_ids, as_of }: ScoreRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ScoreCounts> {
    const { engagement, timezone } = this.options
    return await writeScores(
      sharedContext,
      this.scopeOf("engagement", { person_ids, as_of }),
      engagementScoresSql(person_ids, as_of, engagement, timezone)
    )
  }

  /** Everybody's last answer on 0 to 10; see `npsScoresSql`. */
  @InjectTransactionManager()
  async calculateNps(
    { person_ids, as_of }: ScoreRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ScoreCounts> {
    return await writeScores(
      sharedContext,
      this.scopeOf("nps", { person_ids, as_of }),
      npsScoresSql(person_ids, as_of)
    )
  }

  /** One page of people's engagement and when they were last seen, by person. */
  @InjectManager()
  async engagementPage(
    personIds: string[] | null,
    after: string,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    { id: string; engagement_score: number; last_interaction_at: Date | null }[]
  > {
    const rows = await read<{
      id: string
      engagement_score: number
      last_interaction_at: string | null
    }>(sharedContext, engagementPageSql(personIds, after, limit))
    return rows.map((row) => ({
      ...row,
      last_interaction_at: row.last_interaction_at
        ? new Date(row.last_interaction_at)
        : null,
    }))
  }

  /** Forgets history of scores from before a moment; returns how many rows. */
  @InjectTransactionManager()
  async pruneHistory(
    before: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, pruneScoreHistorySql(before))
    return rows.length
  }

  /**
   * Where scores stand among those of their type, by id: the place, which ties
   * share, and the share of people with a lower score, 0 to 100.
   */
  @InjectManager()
  async places(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, ScorePlace>> {
    const rows = await read<ScorePlace & { id: string }>(
      sharedContext,
      scorePlacesSql(ids)
    )
    return new Map(rows.map(({ id, ...place }) => [id, place]))
  }

  /** One page of customers with their scores, and how many there are. */
  @InjectManager()
  async customers(
    query: CustomerQuery,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ rows: CustomerRow[]; count: number }> {
    const rows = await read<{ customer: CustomerRow | null; count: number }>(
      sharedContext,
      customersSql(query)
    )
    return {
      rows: rows.flatMap(({ customer }) => (customer ? [customer] : [])),
      count: rows[0]?.count ?? 0,
    }
  }

  private scopeOf(type: ScoreType, request: ScoreRequest): ScoreScope {
    return { ...request, type, expires_at: scoreExpiry(type, request.as_of) }
  }
}
