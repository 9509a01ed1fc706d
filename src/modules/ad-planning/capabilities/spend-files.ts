import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { matchSpendCampaigns } from "../effects/match-spend-campaigns"
import { read, type SqlContext, write } from "../effects/sql-context"
import {
  knownCampaignsSql,
  type KnownCampaignRow,
} from "../sql/spend/import-campaigns"
import { type ReplacedDay, standingDaysSql } from "../sql/spend/import-days"
import {
  type SpendCoverageRow,
  spendCoverageSql,
} from "../sql/spend/spend-coverage"
import {
  forgetHeaderSql,
  rememberedHeaderSql,
  rememberHeaderSql,
} from "../sql/spend/spend-headers"
import type { RememberedHeader, SpendDay, SpendImportPreview } from "../types"
import { campaignKeyOf, metricFacts } from "../utils/spend/import-facts"

/** What is shown of files before and after they are imported. */
export class SpendFiles extends Capability {
  /** What an import would meet: campaigns by what is known of them, and standing days. */
  @InjectManager()
  async previewImport(
    days: SpendDay[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SpendImportPreview> {
    const facts = await matchSpendCampaigns(sharedContext, days)
    const known = await read<KnownCampaignRow>(
      sharedContext,
      knownCampaignsSql(facts.distinct)
    )
    const ids = new Map(known.map((row) => [campaignKeyOf(row), row.id]))
    const idOf = (index: number) =>
      ids.get(campaignKeyOf(facts.all[index]!)) ?? ""
    const metrics = metricFacts(days, idOf).filter(
      ({ ad_campaign_id }) => ad_campaign_id !== ""
    )
    const standing = await read<ReplacedDay>(
      sharedContext,
      standingDaysSql(metrics)
    )
    return {
      campaigns: facts.distinct.map((fact) => {
        const row = known.find(
          (other) => campaignKeyOf(other) === campaignKeyOf(fact)
        )
        return {
          id: row?.id ?? null,
          platform: fact.platform,
          external_id: fact.external_id.startsWith("name:")
            ? null
            : fact.external_id,
          name: fact.name,
          state: !row
            ? "new"
            : row.normalised_name === fact.normalised_name
              ? "known"
              : "renamed",
          former_name:
            row && row.normalised_name !== fact.normalised_name
              ? row.name
              : null,
        }
      }),
      replaced: standing.filter((day) => !day.is_same),
      unchanged: standing.filter((day) => day.is_same).length,
    }
  }

  /** How far each platform's spend is known, and where it has gaps. */
  @InjectManager()
  async coverage(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SpendCoverageRow[]> {
    return await read(
      sharedContext,
      spendCoverageSql(this.options.timezone ?? "UTC")
    )
  }

  /** What was remembered of a header row; null for one never seen. */
  @InjectManager()
  async rememberedHeader(
    hash: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<RememberedHeader | null> {
    const [row] = await read<RememberedHeader>(
      sharedContext,
      rememberedHeaderSql(hash)
    )
    return row ?? null
  }

  /** @returns what was remembered before */
  @InjectTransactionManager()
  async rememberHeader(
    header: RememberedHeader,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<RememberedHeader | null> {
    const former = await this.rememberedHeader(
      header.header_hash,
      sharedContext
    )
    await write(sharedContext, rememberHeaderSql(header))
    return former
  }

  @InjectTransactionManager()
  async restoreHeader(
    hash: string,
    former: RememberedHeader | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, forgetHeaderSql(hash))
    if (former) {
      await write(sharedContext, rememberHeaderSql(former))
    }
  }
}
