import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { lockLinks } from "../effects/assign-persons"
import { matchSpendCampaigns } from "../effects/match-spend-campaigns"
import { read, type SqlContext, write } from "../effects/sql-context"
import {
  adoptNamedCampaignsSql,
  keepFormerNamesSql,
} from "../sql/campaigns/imported-campaigns"
import {
  lockCampaignsSql,
  upsertCampaignsSql,
} from "../sql/campaigns/upsert-campaigns"
import {
  campaignRowsSql,
  type ChangedCampaign,
  removeBareCampaignsSql,
  takeBackCampaignsSql,
} from "../sql/spend/import-campaigns"
import {
  forgetImportSql,
  noteImportDaysSql,
  type ReplacedDay,
  standingDaysSql,
  type TakenBackDays,
  takeBackDaysSql,
} from "../sql/spend/import-days"
import {
  insertImportSql,
  markImportUndoneSql,
  type UndoableImport,
} from "../sql/spend/spend-imports"
import {
  restoreTakeBackSql,
  type TakeBackSnapshot,
  takeBackSnapshotSql,
} from "../sql/spend/take-back-snapshot"
import { upsertCampaignMetricsSql } from "../sql/spend/upsert-campaign-metrics"
import type {
  CampaignFact,
  CampaignMetricFact,
  ImportedSpend,
  SpendImportInput,
  TakenBackImport,
} from "../types"
import { normaliseName } from "../utils/text/normalise"
import {
  addStanding,
  campaignKeyOf,
  importTotals,
  metricFacts,
} from "../utils/spend/import-facts"

interface WrittenCampaign {
  id: string
  platform: string
  external_id: string
  is_changed: boolean
  is_new: boolean
}

/** What campaigns cost, as files and persons tell it; all of it can be taken back. */
export class Spend extends Capability {
  /**
   * Writes the days of one import, and notes what stood there before. An import that
   * says what is known already is none.
   *
   * @throws MedusaError invalid_data where two lines are one campaign's same day
   */
  @InjectTransactionManager()
  async importSpend(
    input: SpendImportInput,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ImportedSpend> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, lockCampaignsSql())
    const facts = await matchSpendCampaigns(sharedContext, input.days)
    const before = await read<{ id: string; before: Record<string, unknown> }>(
      sharedContext,
      campaignRowsSql(facts.distinct)
    )
    await write(sharedContext, adoptNamedCampaignsSql(facts.distinct))
    const campaigns = await write<WrittenCampaign>(
      sharedContext,
      upsertCampaignsSql(facts.distinct)
    )
    const ids = new Map(campaigns.map((row) => [campaignKeyOf(row), row.id]))
    const idOf = (index: number) => ids.get(campaignKeyOf(facts.all[index]!))!
    const reported = metricFacts(input.days, idOf)
    rejectRepeatedDays(input, reported)
    await this.keepNames(input, facts.all, idOf, sharedContext)
    const { metrics, standing } = await this.meetStanding(
      input,
      reported,
      sharedContext
    )
    const same = standing.filter((day) => day.is_same)
    const created = campaigns.filter((row) => row.is_new)
    const changedCampaigns = campaigns.filter((row) => row.is_changed)
    const counts = {
      imported: metrics.length,
      changed: metrics.length - same.length,
      campaigns_created: created.length,
      campaigns_changed: changedCampaigns.length,
      campaign_ids: [...ids.values()],
    }
    if (counts.changed === 0 && counts.campaigns_changed === 0) {
      const owners = [...new Set(same.map((day) => day.import_id))]
      return {
        ...counts,
        id: owners.length === 1 ? owners[0]! : null,
        is_new: false,
      }
    }
    const changes = changesOf(campaigns, before, facts.distinct)
    const [record] = await write<{ id: string }>(
      sharedContext,
      insertImportSql({
        ...importTotals(input.days),
        imported_at: input.imported_at,
        imported_by: input.imported_by,
        file_name: input.file_name,
        accounts: input.accounts,
        time_zone: input.time_zone,
        left_out: input.left_out,
        campaigns_created: created.map(({ id }) => id),
        campaigns_before: changes,
      })
    )
    const id = record!.id
    await write(sharedContext, noteImportDaysSql(id, metrics))
    await write(
      sharedContext,
      upsertCampaignMetricsSql(
        metrics.map((metric) => ({ ...metric, import_id: id }))
      )
    )
    return { ...counts, id, is_new: true }
  }

  /**
   * Puts back exactly what stood before an import. Days that a later import or a sync
   * replaced stay as that one says.
   *
   * @throws MedusaError not_found; not_allowed where it was taken back already
   */
  @InjectTransactionManager()
  async takeBackImport(
    id: string,
    actorId: string | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<TakenBackImport> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, lockCampaignsSql())
    const [record] = await write<UndoableImport>(
      sharedContext,
      markImportUndoneSql(id, actorId)
    )
    if (!record) {
      throw await this.notUndoable(id, sharedContext)
    }
    const [days] = await write<TakenBackDays>(
      sharedContext,
      takeBackDaysSql(id)
    )
    const removed = await write<{ id: string }>(
      sharedContext,
      removeBareCampaignsSql(record.campaigns_created)
    )
    const renamed = await write<{ id: string }>(
      sharedContext,
      takeBackCampaignsSql(id, record.campaigns_before)
    )
    return {
      ...days!,
      campaigns_removed: removed.length,
      campaign_ids: [...removed, ...renamed].map((row) => row.id),
    }
  }

  /** What taking an import back may change, for `restoreTakenBack`. */
  @InjectManager()
  async snapshotTakeBack(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<TakeBackSnapshot> {
    const [row] = await read<{ snapshot: TakeBackSnapshot }>(
      sharedContext,
      takeBackSnapshotSql(id)
    )
    return row!.snapshot
  }

  /** Undoes that an import was taken back. */
  @InjectTransactionManager()
  async restoreTakenBack(
    snapshot: TakeBackSnapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, lockCampaignsSql())
    for (const statement of restoreTakeBackSql(snapshot)) {
      await write(sharedContext, statement)
    }
  }

  /** Takes an import back and forgets it: a workflow that failed leaves no trace. */
  @InjectTransactionManager()
  async revokeImport(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await this.takeBackImport(id, null, sharedContext)
    await write(sharedContext, forgetImportSql(id))
  }

  /** What is to be written, by what stands there already. */
  private async meetStanding(
    { on_existing = "replace" }: SpendImportInput,
    reported: CampaignMetricFact[],
    context: SqlContext
  ): Promise<{ metrics: CampaignMetricFact[]; standing: ReplacedDay[] }> {
    const standing = await read<ReplacedDay>(context, standingDaysSql(reported))
    if (on_existing === "refuse" && standing.length > 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${standing.length} of these days have figures already (the first is ${standing[0]!.date}): say on_existing add or replace`
      )
    }
    if (on_existing !== "add") {
      return { metrics: reported, standing }
    }
    const metrics = addStanding(reported, standing)
    return {
      metrics,
      standing: await read<ReplacedDay>(context, standingDaysSql(metrics)),
    }
  }

  /** Keeps names that the report has for other days than its newest. */
  private async keepNames(
    input: SpendImportInput,
    facts: CampaignFact[],
    idOf: (index: number) => string,
    context: SqlContext
  ): Promise<void> {
    const ids = new Map(
      facts.map((fact, index) => [
        nameKey(
          input.days[index]!.platform,
          input.days[index]!.external_id,
          fact
        ),
        idOf(index),
      ])
    )
    const names = input.names.flatMap((name) => {
      const normalised_name = normaliseName(name.name)
      const id =
        ids.get(nameKey(name.platform, name.external_id, null)) ??
        ids.get(nameKey(name.platform, name.external_id, { normalised_name }))
      return id
        ? {
            ad_campaign_id: id,
            name: name.name,
            normalised_name,
            first_on: name.first_on,
            last_on: name.last_on,
          }
        : []
    })
    await write(context, keepFormerNamesSql(names))
  }

  private async notUndoable(
    id: string,
    context: SqlContext
  ): Promise<MedusaError> {
    const [known] = await this.service.listAdPlanningSpendImports(
      { id },
      { take: 1 },
      context
    )
    return known
      ? new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `SpendImport with id: ${id} was taken back already`
        )
      : new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `SpendImport with id: ${id} was not found`
        )
  }
}

/** Without an id, a campaign is its name. */
function nameKey(
  platform: string,
  externalId: string | null,
  fact: { normalised_name: string } | null
): string {
  return JSON.stringify([
    platform,
    externalId,
    externalId === null ? (fact?.normalised_name ?? null) : null,
  ])
}

function changesOf(
  campaigns: WrittenCampaign[],
  before: { id: string; before: Record<string, unknown> }[],
  facts: CampaignFact[]
): ChangedCampaign[] {
  const rows = new Map(before.map((row) => [row.id, row.before]))
  const names = new Map(facts.map((fact) => [campaignKeyOf(fact), fact.name]))
  return campaigns.flatMap((row) => {
    const former = rows.get(row.id)
    return former
      ? {
          id: row.id,
          before: former,
          name: names.get(campaignKeyOf(row))!,
          external_id: row.external_id,
        }
      : []
  })
}

/** A campaign may be named with its id in one line and without in another. */
function rejectRepeatedDays(
  { days }: SpendImportInput,
  metrics: CampaignMetricFact[]
): void {
  const seen = new Map<string, number>()
  metrics.forEach(({ ad_campaign_id, date, currency }, index) => {
    const key = JSON.stringify([ad_campaign_id, date, currency])
    const line = days[index]!.line
    const former = seen.get(key)
    if (former !== undefined) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Nothing was imported: line ${line}: date repeats campaign, date and currency of line ${former}`
      )
    }
    seen.set(key, line)
  })
}
