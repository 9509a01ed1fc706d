import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

/**
 * The currency a question is asked in.
 *
 * @throws MedusaError invalid_data with neither a currency nor the option
 */
export function forecastCurrency(
  container: MedusaContainer,
  asked: string | undefined
): string {
  const currency = asked ?? serviceOf(container).options.reporting_currency
  if (!currency) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: Field 'currency' is required: pass it or set the plugin option `reporting_currency`"
    )
  }
  return currency
}

/**
 * That these campaigns are known.
 *
 * @throws MedusaError invalid_data naming the first that is not
 */
export async function refuseUnknownCampaigns(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<void> {
  const known = await serviceOf(container).campaigns.campaignsById([
    ...new Set(ids),
  ])
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: Campaign with id: ${unknown} was not found`
    )
  }
}
