import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  CommonEvents,
  EmitEvents,
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
  moduleEventBuilderFactory,
} from "@medusajs/framework/utils"

import { AnalyticsEvent } from "./models/analytics-event"
import { AnalyticsSession } from "./models/analytics-session"
import { insertEventSql } from "./sql/insert-event"
import { lockSessionSql } from "./sql/lock-session"
import { upsertSessionSql } from "./sql/upsert-session"
import {
  CUSTOM_ANALYTICS_MODULE,
  type SqlStatement,
  type TrackedEvent,
  type TrackResult,
} from "./types"
import { eventRow } from "./utils/event-row"

const NOTHING_WRITTEN: TrackResult = { event: null, session: null }

/** Visits of the storefront: events as they came, sessions made from them. */
export default class CustomAnalyticsService extends MedusaService({
  AnalyticsEvent,
  AnalyticsSession,
}) {
  /** Stores one event and brings its session up to date, in one transaction. */
  @InjectManager()
  @EmitEvents()
  async trackEvent(
    event: TrackedEvent,
    @MedusaContext() sharedContext: Context<EntityManager> = {}
  ): Promise<TrackResult> {
    const result = await this.storeEvent(event, sharedContext)
    announce(result, sharedContext)
    return result
  }

  @InjectTransactionManager()
  protected async storeEvent(
    event: TrackedEvent,
    @MedusaContext() sharedContext: Context<EntityManager> = {}
  ): Promise<TrackResult> {
    const manager = sharedContext.transactionManager!
    const run = <Row>({ sql, params }: SqlStatement) =>
      manager.execute<Row[]>(sql, params)

    const row = eventRow(event)
    await run(lockSessionSql(row.session_id))
    const [stored] = await run<{ id: string }>(insertEventSql(row))
    if (!stored) {
      return NOTHING_WRITTEN
    }
    const [session] = await run<{ id: string; created: boolean }>(
      upsertSessionSql(generateEntityId(undefined, "anses"), row)
    )
    return { event: stored, session: session! }
  }
}

/** SQL emits nothing: say what the generated methods would have said. */
function announce({ event, session }: TrackResult, sharedContext: Context) {
  const say = (action: string, object: string, id: string) =>
    moduleEventBuilderFactory({
      source: CUSTOM_ANALYTICS_MODULE,
      action,
      object,
    })({ data: { id }, sharedContext })

  if (event && session) {
    say(CommonEvents.CREATED, "analytics_event", event.id)
    say(
      session.created ? CommonEvents.CREATED : CommonEvents.UPDATED,
      "analytics_session",
      session.id
    )
  }
}
