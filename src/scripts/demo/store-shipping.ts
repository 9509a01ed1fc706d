import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
} from "@medusajs/medusa/core-flows"
import { CURRENCY, REGIONS } from "./store-regions"

const FULFILLMENT_SET = "Online Retail demo parcels"
const FULFILLMENT_PROVIDER = "manual_manual"

const SHIPPING_OPTIONS = [
  { name: "Standard delivery", amount: 4.95, zone: "United Kingdom" },
  { name: "International delivery", amount: 14.95, zone: "International" },
]

export async function ensureShippingProfile(container: MedusaContainer) {
  const [known] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" })
  if (known) {
    return known.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default", type: "default" }] },
  })
  return result[0]!.id
}

export async function ensureShippingOptions(
  container: MedusaContainer,
  locationId: string,
  profileId: string
) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const zones = await ensureServiceZones(container, locationId)
  const known = await fulfillment.listShippingOptions({
    service_zone: { id: [...zones.values()] },
  })
  const names = new Set(known.map(({ name }) => name))
  const missing = SHIPPING_OPTIONS.filter(({ name }) => !names.has(name))
  if (missing.length) {
    await createShippingOptionsWorkflow(container).run({
      input: missing.map(({ name, amount, zone }) => ({
        name,
        price_type: "flat",
        provider_id: FULFILLMENT_PROVIDER,
        service_zone_id: zones.get(zone)!,
        shipping_profile_id: profileId,
        type: { label: name, code: zone, description: name },
        prices: [{ currency_code: CURRENCY, amount }],
        rules: [
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
          { attribute: "is_return", operator: "eq", value: "false" },
        ],
      })),
    })
  }
}

/** Ids of the service zones by name; their set is linked to the location. */
async function ensureServiceZones(
  container: MedusaContainer,
  locationId: string
) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [known] = await fulfillment.listFulfillmentSets(
    { name: FULFILLMENT_SET },
    { relations: ["service_zones"] }
  )
  const [home, ...abroad] = REGIONS.map(({ countries }) =>
    countries.map((country_code) => ({
      type: "country" as const,
      country_code,
    }))
  )
  const set =
    known ??
    (await fulfillment.createFulfillmentSets({
      name: FULFILLMENT_SET,
      type: "shipping",
      service_zones: [
        { name: "United Kingdom", geo_zones: home! },
        { name: "International", geo_zones: abroad.flat() },
      ],
    }))
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILLMENT_PROVIDER },
    },
  ])
  return new Map(set.service_zones.map(({ name, id }) => [name, id]))
}
