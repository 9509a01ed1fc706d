import { eraseClaimsSql } from "../sql/identity/erase-claims"
import {
  eraseConversionsSql,
  type ErasedConversion,
} from "../sql/identity/erase-conversions"
import { eraseJourneysSql } from "../sql/identity/erase-journeys"
import { eraseLinksSql } from "../sql/identity/erase-links"
import { eraseTouchesSql } from "../sql/identity/erase-touches"
import { eraseExposuresSql } from "../sql/experiments/erase-exposures"
import type { EraseScope } from "../sql/fragments/erase-scope"
import { markSharedVisitorsSql } from "../sql/identity/mark-shared-visitors"
import { type ErasedScores, eraseScoresSql } from "../sql/scores/erase-scores"
import { eraseSentimentSql } from "../sql/sentiment/erase-sentiment"
import {
  eraseSegmentRowsSql,
  type ErasedSegmentRows,
} from "../sql/segments/erase-segment-rows"
import { SUPPRESSION_KINDS } from "../types"
import type { ErasedNames } from "../utils/identity/erased"
import { type SqlContext, write } from "./sql-context"
import { tellSessions } from "./refresh-timelines"

/** What became of the rows that named somebody. */
export interface ErasedRows {
  segments: ErasedSegmentRows
  conversions: ErasedConversion[]
  touches: { deleted: number; anonymised: number }
  /** How many were deleted. */
  claims: number
  journeys: number
  exposures: number
  links: number
  statuses: number
  scores: ErasedScores
  sentiments: number
}

export function eraseScopeOf(erased: ErasedNames): EraseScope {
  return {
    person_ids: erased.of("person"),
    email_hashes: erased.of("email"),
    customer_ids: erased.of("customer"),
    visitor_ids: erased.of("visitor"),
  }
}

/** Takes everybody whom these identifiers name out of every table of facts. */
export async function eraseRows(
  context: SqlContext,
  erased: ErasedNames,
  maxPersonsPerVisitor: number
): Promise<ErasedRows> {
  const scope = eraseScopeOf(erased)
  const names = SUPPRESSION_KINDS.flatMap((kind) =>
    erased.of(kind).map((value) => ({ kind, value }))
  )
  const claims = await write(context, eraseClaimsSql(scope))
  const [linked] = await write<{
    links: number
    statuses: number
    shared_visitors: string[]
  }>(context, eraseLinksSql(erased.of("person"), names))
  const { shared_visitors, links, statuses } = linked!
  await write(
    context,
    markSharedVisitorsSql(shared_visitors, maxPersonsPerVisitor)
  )
  const touches = await eraseTouches(context, scope)
  const conversions = await write<ErasedConversion>(
    context,
    eraseConversionsSql(scope)
  )
  const journeys = await write(context, eraseJourneysSql(scope))
  const exposures = await write(
    context,
    eraseExposuresSql(scope.visitor_ids ?? [])
  )
  const [ofSegments] = await write<ErasedSegmentRows>(
    context,
    eraseSegmentRowsSql(erased.of("person"), erased.of("customer"))
  )
  const [scores] = await write<ErasedScores>(context, eraseScoresSql(scope))
  const sentiments = await write(context, eraseSentimentSql(scope))
  return {
    segments: ofSegments!,
    scores: scores!,
    sentiments: sentiments.length,
    conversions,
    touches,
    exposures: exposures.length,
    claims: claims.length,
    journeys: journeys.length + (conversions[0]?.journeys ?? 0),
    links,
    statuses,
  }
}

/**
 * Goes last where facts are written: what those of erased people got meanwhile from
 * others, a touch or a visitor, names somebody again.
 */
export async function forgetErased(
  context: SqlContext,
  facts: { idempotency_key: string; is_erased?: boolean }[]
): Promise<void> {
  const keys = facts
    .filter((fact) => fact.is_erased)
    .map((fact) => fact.idempotency_key)
  if (keys.length > 0) {
    await eraseTouches(context, { keys })
    await write(context, eraseConversionsSql({ keys }))
  }
}

async function eraseTouches(
  context: SqlContext,
  scope: EraseScope
): Promise<{ deleted: number; anonymised: number }> {
  const [erased] = await write<{
    deleted: number
    anonymised: number
    session_ids: string[]
  }>(context, eraseTouchesSql(scope))
  const { session_ids, ...counts } = erased!
  await tellSessions(context, { session_ids })
  return counts
}
