import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { firstPurchaseSql } from "../sql/journeys/first-purchase"
import { journeyDropoffSql } from "../sql/journeys/journey-dropoff"
import { journeyFunnelSql } from "../sql/journeys/journey-funnel"
import { journeyPathsSql } from "../sql/journeys/journey-paths"
import type {
  DropoffRequest,
  DropoffRow,
  FirstPurchaseRequest,
  FirstPurchaseRow,
  FunnelRequest,
  FunnelRow,
  PathsRequest,
  PathsRow,
} from "../types"
import {
  deleteJourneysSql,
  snapshotJourneysSql,
} from "../sql/journeys/delete-journeys"
import { prunePageViewsSql } from "../sql/journeys/prune-page-views"
import type { Snapshot } from "../sql/sync/snapshots"
import { upsertJourneysSql } from "../sql/journeys/upsert-journeys"
import { tellNamedRatingsSql } from "../sql/scores/assign-ratings"
import { deleteRatingsSql } from "../sql/scores/upsert-ratings"
import type { JourneyFact, JourneyKey, RatingKey } from "../types"
import { namesErased, namesOf } from "../utils/identity/erased"
import { lockLinks } from "../effects/assign-persons"
import { attributeVisitors } from "../effects/attribute"
import { putBack } from "../effects/put-back"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"
import {
  type KeptRating,
  namedByRating,
  type RatingChanges,
  syncRatings,
} from "../effects/sync-ratings"

const NO_RATINGS: RatingChanges = { facts: [], gone: [] }

/** Timelines of customers, beside what conversions tell of themselves. */
export class Journeys extends Capability {
  /**
   * Makes touchpoints equal to what their sources say; those of `gone` are told
   * no more.
   *
   * @param ratings - the questions and answers that some of them are, whose time
   *   of the answer the touchpoint has
   * @returns how many rows changed
   */
  @InjectTransactionManager()
  async syncJourneys(
    told: JourneyFact[],
    goneKeys: JourneyKey[],
    ratings: RatingChanges = NO_RATINGS,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    await lockLinks(sharedContext, "read")
    const erased = await findErased(
      sharedContext,
      namesOf([...told, ...ratings.facts.map(namedByRating)]),
      this.options.secret
    )
    const { kept, changed } = await syncRatings(sharedContext, ratings, erased)
    const facts = this.service.storable(
      told
        .filter((fact) => !namesErased(fact, erased))
        .map((fact) => answeredWhenKept(fact, kept))
    )
    const forgotten = told.filter((fact) => namesErased(fact, erased))
    const gone = [...goneKeys, ...forgotten]
    const removed = gone.length
      ? await write(sharedContext, deleteJourneysSql(gone))
      : []
    const written = facts.length
      ? await write(sharedContext, upsertJourneysSql(facts))
      : []
    if (ratings.facts.some((fact) => fact.named_person_id !== null)) {
      await write(sharedContext, tellNamedRatingsSql(kept))
    }
    await attributeVisitors(
      sharedContext,
      facts.filter(isOfCart).flatMap(({ visitor_id }) => visitor_id ?? []),
      this.service.pathRules,
      { cause: "touches" }
    )
    return removed.length + written.length + changed
  }

  /** Touchpoints as they are, for a compensation. */
  @InjectManager()
  async snapshotJourneys(
    keys: JourneyKey[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotJourneysSql(keys)
    )
    return row!.snapshot
  }

  /** Puts touchpoints back as they were. */
  @InjectTransactionManager()
  async putBackJourneys(
    keys: JourneyKey[],
    before: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, deleteJourneysSql(keys))
    await write(sharedContext, deleteRatingsSql(keys.flatMap(ratingKey)))
    await putBack(sharedContext, before, this.options)
  }

  /** Forgets some old page views of unknown visitors; returns how many. */
  @InjectTransactionManager()
  async prunePageViews(
    before: Date,
    limit: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, prunePageViewsSql(before, limit))
    return rows.length
  }

  /** How many of those who begin go on, step by step. */
  @InjectManager()
  async journeyFunnel(
    request: FunnelRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<FunnelRow[]> {
    return await read(sharedContext, journeyFunnelSql(request))
  }

  /** How far those who begin get, and what they do instead of the next step. */
  @InjectManager()
  async journeyDropoff(
    request: DropoffRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<DropoffRow[]> {
    return await read(sharedContext, journeyDropoffSql(request))
  }

  /** How long it takes until somebody buys for the first time. */
  @InjectManager()
  async firstPurchases(
    request: FirstPurchaseRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<FirstPurchaseRow> {
    const [row] = await read<FirstPurchaseRow>(
      sharedContext,
      firstPurchaseSql(request)
    )
    return row!
  }

  /** What is done after an event, or before it. */
  @InjectManager()
  async journeyPaths(
    request: PathsRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<PathsRow> {
    const [row] = await read<PathsRow>(sharedContext, journeyPathsSql(request))
    return row!
  }
}

/** An answer is on the timeline at the time it was first seen, which stays. */
function answeredWhenKept(fact: JourneyFact, kept: KeptRating[]): JourneyFact {
  const rating = kept.find(
    ({ source_type, source_id }) =>
      source_type === fact.source_type && source_id === fact.source_id
  )
  return rating?.answered_at ? { ...fact, timestamp: rating.answered_at } : fact
}

function ratingKey({ source_type, source_id }: JourneyKey): RatingKey[] {
  return source_type === "feedback" || source_type === "nps_answer"
    ? [{ source_type, source_id }]
    : []
}

/** It decides whether a later visit comes back from paying. */
function isOfCart({ event_type }: JourneyFact): boolean {
  return event_type === "add_to_cart" || event_type === "begin_checkout"
}
