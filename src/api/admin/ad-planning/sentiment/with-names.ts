import type AdPlanningService from "../../../../modules/ad-planning/service"
import type { SentimentGroup } from "../../../../modules/ad-planning/types"
import type { SentimentFigures } from "../../../../modules/ad-planning/utils/sentiment/sentiment-report"

/** Groups by product and by campaign, each with its name; else as they are. */
export async function withNames(
  service: AdPlanningService,
  group: SentimentGroup,
  rows: SentimentFigures[]
): Promise<(SentimentFigures & { name?: string | null })[]> {
  const ids = rows.flatMap(({ key }) => key ?? [])
  if (group === "campaign") {
    const campaigns = await service.listAdPlanningCampaigns(
      { id: ids },
      { select: ["id", "name"], take: ids.length }
    )
    return named(rows, new Map(campaigns.map(({ id, name }) => [id, name])))
  }
  if (group === "product") {
    const products = await service.listAdPlanningProducts(
      { product_id: ids },
      { select: ["product_id", "title"], take: ids.length }
    )
    return named(
      rows,
      new Map(products.map(({ product_id, title }) => [product_id, title]))
    )
  }
  return rows
}

function named(rows: SentimentFigures[], names: Map<string, string>) {
  return rows.map((row) => ({
    ...row,
    name: row.key === null ? null : (names.get(row.key) ?? null),
  }))
}
