import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { REMAINDER_BUCKETS } from "../../../../modules/ad-planning/types"

export interface SumChangesInput {
  /** The alias. */
  id: string
  /** When its job began, by the database's clock. */
  since: string
  touch_ids: string[]
}

/** What an alias moved from one campaign, or remainder row, to another. */
export interface AliasChanges {
  touches: number
  conversions: number
  moved: {
    from_key: string
    from_name: string
    to_key: string
    to_name: string
    conversions: number
    purchases: number
    currency: string | null
    revenue: number
  }[]
}

export const sumChangesStepId = "sum-changes"

/** Sums what an alias's job moved. */
export const sumChangesStep = createStep(
  sumChangesStepId,
  async ({ id, since, touch_ids }: SumChangesInput, { container }) => {
    const service = serviceOf(container)
    const rows = await service.aliases.listMoved(id, since)
    const keys = rows.flatMap((row) => [row.from_key, row.to_key])
    const campaigns = await service.campaigns.campaignsById(
      keys.filter((key) => !isRemainder(key))
    )
    const nameOf = (key: string) => campaigns.get(key)?.name ?? key
    const changes: AliasChanges = {
      touches: touch_ids.length,
      conversions: rows.reduce((sum, row) => sum + row.conversions, 0),
      moved: rows.map((row) => ({
        from_key: row.from_key,
        from_name: nameOf(row.from_key),
        to_key: row.to_key,
        to_name: nameOf(row.to_key),
        conversions: row.conversions,
        purchases: row.purchases,
        currency: row.currency,
        revenue: Number(row.revenue),
      })),
    }
    return new StepResponse(changes)
  }
)

function isRemainder(key: string): boolean {
  return REMAINDER_BUCKETS.some((bucket) => bucket === key)
}
