import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
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
import type { TouchFact } from "../types"
import { namesErased, namesOf } from "../utils/identity/erased"
import { assignTouchPersons, lockLinks } from "../effects/assign-persons"
import {
  attributeTouches,
  REVERTED,
  type TouchIdentifiers,
} from "../effects/attribute-touches"
import { putBack } from "../effects/put-back"
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

/** Touches as their sources tell them. */
export class Touches extends Capability {
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
    await putBack(sharedContext, snapshot, this.options)
    await assignTouchPersons(sharedContext, { keys: touchKeys })
    const restored = await read<TouchIdentifiers>(
      sharedContext,
      touchIdentifiersSql(touchKeys)
    )
    await attributeTouches(
      sharedContext,
      [...removed, ...restored],
      this.service.pathRules,
      REVERTED
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
    const facts = this.service.storable(
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
    await attributeTouches(
      sharedContext,
      [...removed, ...written],
      this.service.pathRules,
      { cause: "touches" }
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
    const [touch] = await this.service.listCampaignAttributions(
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
