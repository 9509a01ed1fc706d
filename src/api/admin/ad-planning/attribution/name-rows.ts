import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../../../../lib/host-modules"
import type { StatsGroup } from "../../../../modules/ad-planning/types"
import { type NamedAdObject, readAdObjects } from "../../../../sources/read-ads"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

interface RowNames {
  name?: string
  /** Of an ad or ad set: whose it is. */
  campaign_name?: string | null
}

/** What `nameRows` adds to the rows of a grouping, for its CSV too. */
export const NAMES_OF: Partial<Record<StatsGroup, (keyof RowNames)[]>> = {
  campaign: ["name"],
  ad_set: ["name", "campaign_name"],
  ad: ["name", "campaign_name"],
}

/**
 * Says what the rows of a report are called, where their keys are ids. What has no
 * name, or none that the store's modules know, is called by its key.
 */
export async function nameRows<Row extends { key: string }>(
  container: MedusaContainer,
  group: StatsGroup,
  rows: readonly Row[]
): Promise<(Row & RowNames)[]> {
  const keys = rows.map((row) => row.key)
  const service = serviceOf(container)
  if (group === "campaign") {
    const campaigns = await service.campaigns.campaignsById(keys)
    return rows.map((row) => ({
      ...row,
      name: campaigns.get(row.key)?.name ?? row.key,
    }))
  }
  if (group !== "ad_set" && group !== "ad") {
    return [...rows]
  }
  const found = isModulePresent("socials")
    ? await readAdObjects(container, keys)
    : new Map<string, NamedAdObject[]>()
  const objects = [...found.values()].flat()
  const named = new Map(
    objects.filter(({ kind }) => kind === group).map((row) => [row.id, row])
  )
  const campaigns = await service.campaigns.campaignsById(
    objects.map((object) => object.ad_campaign_id)
  )
  return rows.map((row) => {
    const object = named.get(row.key)
    const campaign = campaigns.get(object?.ad_campaign_id ?? "")
    return {
      ...row,
      name: object?.name ?? row.key,
      campaign_name: campaign?.name ?? null,
    }
  })
}
