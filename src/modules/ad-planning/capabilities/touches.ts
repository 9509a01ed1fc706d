import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  deleteTouchesSql,
  touchIdentifiersSql,
} from "../sql/attribution/delete-touches"
import {
  leadResolutionsSql,
  sessionResolutionsSql,
} from "../sql/attribution/session-resolutions"
import { type Snapshot, snapshotTouchesSql } from "../sql/sync/snapshots"
import { upsertTouchesSql } from "../sql/attribution/upsert-touches"
import type { AttributionCause, TouchFact } from "../types"
import { namesErased, namesOf } from "../utils/identity/erased"
import { assignTouchPersons, lockLinks } from "../effects/assign-persons"
import { attribute } from "../effects/attribute"
import { IdentityCorrections } from "./identity-corrections"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"

export interface SyncTouchesResult {
  /** The touches of these sessions, whether they changed or not. */
  touch_ids: string[]
  /** Those of them that were written. */
  changed_ids: string[]
  /** The host's ids of sessions that are no touch any more. */
  removed_session_ids: string[]
  /** How many touches were written or removed. */
  changed: number
}

/** What of a touch joins it to conversions. */
export interface TouchIdentifiers {
  visitor_id: string | null
  session_id: string | null
  former_visitor_id?: string | null
}

/** A failed workflow leaves no trace of what it moved. */
export const REVERTED: AttributionCause = { cause: "other", is_reverted: true }

/** Touches as their sources tell them. */
export class TouchFacts extends IdentityCorrections {
  @InjectManager()
  async snapshotTouches(
    touchKeys: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotTouchesSql(touchKeys)
    )
    return row!.snapshot
  }

  /** Puts touches back as they were, and re-attributes their conversions. */
  @InjectTransactionManager()
  async restoreTouches(
    touchKeys: string[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    const removed = await write<TouchIdentifiers>(
      sharedContext,
      deleteTouchesSql(touchKeys, { withManual: true })
    )
    await this.putBack(snapshot, sharedContext)
    await assignTouchPersons(sharedContext, { keys: touchKeys })
    const restored = await read<TouchIdentifiers>(
      sharedContext,
      touchIdentifiersSql(touchKeys)
    )
    await this.attributeTouches(
      [...removed, ...restored],
      REVERTED,
      sharedContext
    )
  }

  /** Writes touches of sessions, and re-attributes the conversions they join. */
  @InjectTransactionManager()
  async syncTouches(
    told: TouchFact[],
    goneKeys: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SyncTouchesResult> {
    await lockLinks(sharedContext, "read")
    const erased = await findErased(
      sharedContext,
      namesOf(told),
      this.options.secret
    )
    const facts = this.storable(
      told.filter((fact) => !namesErased(fact, erased))
    )
    const keys = facts.map((fact) => fact.touch_key)
    const removed = await write<
      TouchIdentifiers & { analytics_session_id: string | null }
    >(sharedContext, deleteTouchesSql(goneKeys))
    const written = await write<TouchIdentifiers & { id: string }>(
      sharedContext,
      upsertTouchesSql(facts)
    )
    await assignTouchPersons(sharedContext, { keys })
    await this.attributeTouches(
      [...removed, ...written],
      { cause: "touches" },
      sharedContext
    )
    const touches = await read<{ id: string }>(
      sharedContext,
      touchIdentifiersSql(keys)
    )
    return {
      touch_ids: touches.map((row) => row.id),
      changed_ids: written.map((row) => row.id),
      removed_session_ids: removed.flatMap(
        (row) => row.analytics_session_id ?? []
      ),
      changed: written.length + removed.length,
    }
  }

  protected async attributeTouches(
    touches: TouchIdentifiers[],
    cause: AttributionCause,
    context: SqlContext
  ): Promise<void> {
    const visitorIds = touches.flatMap((touch) =>
      [touch.visitor_id, touch.former_visitor_id].filter(isPresent)
    )
    const sessionIds = touches.map((touch) => touch.session_id)
    const scope = {
      visitor_ids: [...new Set(visitorIds)],
      session_ids: [...new Set(sessionIds.filter(isPresent))],
    }
    if (scope.visitor_ids.length + scope.session_ids.length > 0) {
      await attribute(context, scope, this.pathRules, cause)
    }
  }

  /**
   * The touch of a client session id.
   *
   * @throws MedusaError not_found
   */
  @InjectManager()
  async retrieveTouchOfSession(
    sessionId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ) {
    const [touch] = await this.listCampaignAttributions(
      { touch_key: `session:${sessionId}` },
      { take: 1 },
      sharedContext
    )
    if (!touch) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Attribution of session: ${sessionId} was not found`
      )
    }
    return touch
  }

  /** What the host's sessions of these touches should say of their campaign. */
  @InjectManager()
  async listSessionResolutions(
    touchIds: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    {
      id: string
      ad_campaign_id: string | null
      attribution_resolved: boolean
    }[]
  > {
    return await read(sharedContext, sessionResolutionsSql(touchIds))
  }

  /** What the host's leads, of these touches or keys, should say of their campaign. */
  @InjectManager()
  async listLeadResolutions(
    touchIds: string[],
    conversionKeys: string[] = [],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ id: string; resolved_campaign_id: string | null }[]> {
    return await read(
      sharedContext,
      leadResolutionsSql(touchIds, conversionKeys)
    )
  }
}

function isPresent(id: string | null | undefined): id is string {
  return Boolean(id)
}
