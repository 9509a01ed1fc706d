import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import type { AskedResolution } from "../sql/attribution/apply-resolutions"
import { readResolutionKey } from "../sql/fragments/resolution-key"
import {
  momentSql,
  movedBySql,
  type MovedConversions,
} from "../sql/attribution/moved-conversions"
import {
  type ReappliedResolutions,
  reapplyResolutionsSql,
  restoreResolutionsSql,
} from "../sql/attribution/reapply-resolutions"
import {
  restoreSnapshotSql,
  type Snapshot,
  snapshotAliasSql,
} from "../sql/sync/snapshots"
import {
  type AliasKey,
  type CampaignAlias,
  deleteAliasSql,
  upsertAliasSql,
} from "../sql/attribution/upsert-alias"
import {
  aliasTouchesSql,
  utmValuesSql,
  type ValueScope,
  valueTuplesSql,
} from "../sql/attribution/value-touches"
import type { AttributionCause } from "../types"
import { normaliseName } from "../utils/text/normalise"
import { lockLinks } from "../effects/assign-persons"
import type { UnresolvedTuple } from "./resolutions"
import { read, type SqlContext, write } from "../effects/sql-context"
import { tellTouches } from "../effects/refresh-timelines"
import { REVERTED } from "../effects/attribute-touches"

// Distinct values looked at together: some shops put an id into every link.
const VALUES_PER_PAGE = 10_000

// Touches whose questions are answered together.
const TOUCHES_PER_PAGE = 10_000

export interface ValuePage {
  tuples: UnresolvedTuple[]
  /** The touch after which the next page begins; null after the last one. */
  next: string | null
}

/** Touches that an alias explains, by what they carry. */
interface AliasTouches {
  ad_campaign_id: string
  website_id: string | null
  utm_campaign: string | null
  utm_id: string | null
  touches: number
}

/** What utm values mean, as persons decided it. */
export class Aliases extends Capability {
  /**
   * Remembers a decision.
   *
   * @returns the alias's id
   */
  @InjectTransactionManager()
  async saveAlias(
    alias: CampaignAlias,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    await write(sharedContext, upsertAliasSql(alias))
    const { kind, normalised_value, website_id } = alias
    const [row] = await this.service.listAdPlanningCampaignAliases(
      { kind, normalised_value, website_id },
      { select: ["id"], take: 1 },
      sharedContext
    )
    return row!.id
  }

  @InjectTransactionManager()
  async removeAlias(
    key: AliasKey,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteAliasSql(key))
  }

  /** Every way in which touches spell a value. */
  @InjectManager()
  async listSpellings(
    { kind, normalised_value }: Pick<AliasKey, "kind" | "normalised_value">,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const spellings: string[] = []
    let after = ""
    let page: { value: string }[]
    do {
      page = await read<{ value: string }>(
        sharedContext,
        utmValuesSql(kind, after, VALUES_PER_PAGE)
      )
      spellings.push(
        ...page
          .map(({ value }) => value)
          .filter((value) => normaliseName(value) === normalised_value)
      )
      after = page.at(-1)?.value ?? ""
    } while (page.length === VALUES_PER_PAGE)
    return spellings
  }

  /** The distinct questions of one page of a value's touches, answered or not. */
  @InjectManager()
  async listValueTuples(
    scope: ValueScope,
    afterId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ValuePage> {
    const rows = await read<
      Pick<UnresolvedTuple, "resolution_key" | "started_at" | "touch_ids"> & {
        last_id: string
      }
    >(sharedContext, valueTuplesSql(scope, afterId, TOUCHES_PER_PAGE))
    const touches = rows.flatMap((row) => row.touch_ids).length
    return {
      tuples: rows.map(({ last_id: _last, ...tuple }) => ({
        ...readResolutionKey(tuple.resolution_key),
        ...tuple,
        claims_campaign: true,
      })),
      next: touches < TOUCHES_PER_PAGE ? null : rows[0]!.last_id,
    }
  }

  /** Writes the answers that differ, and re-attributes, in one statement. */
  @InjectTransactionManager()
  async reapplyResolutions(
    resolutions: AskedResolution[],
    cause: AttributionCause,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ReappliedResolutions> {
    await lockLinks(sharedContext, "read")
    const [reapplied] = await write<ReappliedResolutions>(
      sharedContext,
      reapplyResolutionsSql(resolutions, cause)
    )
    await tellTouches(sharedContext, reapplied!.touch_ids)
    return reapplied!
  }

  /** Takes back what `reapplyResolutions` wrote. */
  @InjectTransactionManager()
  async restoreResolutions(
    former: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    const restored = await write<{ id: string }>(
      sharedContext,
      restoreResolutionsSql(former, REVERTED)
    )
    await tellTouches(
      sharedContext,
      restored.map((row) => row.id)
    )
  }

  /** This moment by the database's clock, for `listMoved`. */
  @InjectManager()
  async readMoment(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    const [row] = await read<{ moment: string }>(sharedContext, momentSql())
    return row!.moment
  }

  /** What was moved because of an alias since a moment. */
  @InjectManager()
  async listMoved(
    causeId: string,
    since: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<MovedConversions[]> {
    return await read(
      sharedContext,
      movedBySql(causeId, since, this.options.revenue_basis)
    )
  }

  /** How many touches each alias explains. */
  @InjectManager()
  async countAliasTouches<Alias extends AliasKey & { ad_campaign_id: string }>(
    aliases: Alias[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<Alias, number>> {
    const groups = await read<AliasTouches>(
      sharedContext,
      aliasTouchesSql([...new Set(aliases.map((row) => row.ad_campaign_id))])
    )
    return new Map(
      aliases.map((alias) => [
        alias,
        groups
          .filter((group) => explains(alias, group))
          .reduce((sum, group) => sum + group.touches, 0),
      ])
    )
  }

  @InjectManager()
  async snapshotAlias(
    key: AliasKey,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotAliasSql(key)
    )
    return row!.snapshot
  }

  /** Undoes a decision to remember: the former one, or none. */
  @InjectTransactionManager()
  async restoreAlias(
    key: AliasKey,
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteAliasSql(key))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
  }
}

function explains(
  alias: AliasKey & { ad_campaign_id: string },
  touch: AliasTouches
): boolean {
  return (
    touch.ad_campaign_id === alias.ad_campaign_id &&
    (alias.website_id === "" || touch.website_id === alias.website_id) &&
    normaliseName(touch[alias.kind] ?? "") === alias.normalised_value
  )
}
