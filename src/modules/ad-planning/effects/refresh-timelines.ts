import {
  followSessionTouchesSql,
  type SessionScope,
} from "../sql/attribution/follow-session-touches"
import {
  type JourneyScope,
  upsertConversionJourneysSql,
} from "../sql/journeys/upsert-conversion-journeys"
import { isEmpty } from "./is-empty"
import { type SqlContext, write } from "./sql-context"

/**
 * Makes timelines say what conversions and touches say now: whoever changes one
 * of those calls it last. Touchpoints of conversions that are deleted go with
 * them.
 */
export async function tellJourneys(
  context: SqlContext,
  scope: JourneyScope
): Promise<void> {
  if (!isEmpty(scope)) {
    await write(context, upsertConversionJourneysSql(scope))
  }
}

/** The same for what happened in sessions whose touches changed. */
export async function tellSessions(
  context: SqlContext,
  scope: SessionScope
): Promise<void> {
  if (!isEmpty(scope)) {
    await write(context, followSessionTouchesSql(scope))
  }
}

/** Timelines follow touches that got another campaign. */
export async function tellTouches(
  context: SqlContext,
  touch_ids: string[]
): Promise<void> {
  await tellJourneys(context, { touch_ids })
  await tellSessions(context, { touch_ids })
}
