import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"

export const CURRENCY = "gbp"

const PAYMENT_PROVIDER = "pp_system_default"

const EUROPE = "at be ch cy cz de dk es fi fr gr ie is it lt mt nl no pl pt se"
const REST_OF_THE_WORLD = "ae au bh br ca hk il jp lb sa sg us za"

export const REGIONS = [
  { name: "United Kingdom", countries: ["gb"] },
  { name: "Europe", countries: EUROPE.split(" ") },
  { name: "Rest of the world", countries: REST_OF_THE_WORLD.split(" ") },
]

/** Region id by country code. Countries that have a region keep it. */
export async function ensureRegions(container: MedusaContainer) {
  const service = container.resolve(Modules.REGION)
  const listRegions = () =>
    service.listRegions({}, { relations: ["countries"] })
  const known = await listRegions()
  const taken = new Set(
    known.flatMap(({ countries }) => countries.map(({ iso_2 }) => iso_2))
  )
  const missing = REGIONS.map(({ name, countries }) => ({
    name,
    currency_code: CURRENCY,
    countries: countries.filter((code) => !taken.has(code)),
    payment_providers: [PAYMENT_PROVIDER],
  })).filter(({ countries }) => countries.length > 0)
  if (missing.length) {
    await createRegionsWorkflow(container).run({ input: { regions: missing } })
  }
  return new Map(
    (await listRegions()).flatMap((region) =>
      region.countries.map(({ iso_2 }) => [iso_2!, region.id] as const)
    )
  )
}
