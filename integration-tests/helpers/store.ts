import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  ProductStatus,
} from "@medusajs/framework/utils"
import {
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows"

export interface TestStore {
  region_id: string
  sales_channel_id: string
  location_id: string
  /** A free way back and forth, so that totals are only items. */
  shipping_option_id: string
  return_option_id: string
  /** Variant ids by price. */
  variants: Record<number, string>
}

const PRICES = [50, 60, 70, 100]

/** The least a store needs for orders, returns and exchanges, in GBP. */
export async function createStore(
  container: MedusaContainer
): Promise<TestStore> {
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "UK",
          currency_code: "gbp",
          countries: ["gb"],
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  const { result: channels } = await createSalesChannelsWorkflow(container).run(
    { input: { salesChannelsData: [{ name: "Web" }] } }
  )
  const { result: profiles } = await createShippingProfilesWorkflow(
    container
  ).run({ input: { data: [{ name: "Default", type: "default" }] } })
  const { result: locations } = await createStockLocationsWorkflow(
    container
  ).run({ input: { locations: [{ name: "Warehouse" }] } })
  const ids = {
    channel: channels[0]!.id,
    profile: profiles[0]!.id,
    location: locations[0]!.id,
  }
  const options = await createShipping(container, ids.location, ids.profile)
  return {
    region_id: regions[0]!.id,
    sales_channel_id: ids.channel,
    location_id: ids.location,
    ...options,
    variants: await createVariants(container, ids.channel, ids.profile),
  }
}

async function createShipping(
  container: MedusaContainer,
  locationId: string,
  profileId: string
) {
  const set = await container
    .resolve(Modules.FULFILLMENT)
    .createFulfillmentSets({
      name: "Parcel",
      type: "shipping",
      service_zones: [
        { name: "UK", geo_zones: [{ type: "country", country_code: "gb" }] },
      ],
    })
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
    },
  ])
  const option = (name: string, isReturn: boolean) => ({
    name,
    price_type: "flat" as const,
    service_zone_id: set.service_zones[0]!.id,
    shipping_profile_id: profileId,
    provider_id: "manual_manual",
    type: { label: name, code: name, description: name },
    prices: [{ currency_code: "gbp", amount: 0 }],
    rules: [
      {
        attribute: "is_return",
        operator: "eq" as const,
        value: `${isReturn}`,
      },
    ],
  })
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [option("out", false), option("back", true)],
  })
  return { shipping_option_id: result[0]!.id, return_option_id: result[1]!.id }
}

async function createVariants(
  container: MedusaContainer,
  salesChannelId: string,
  profileId: string
): Promise<Record<number, string>> {
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: "Shirt",
          status: ProductStatus.PUBLISHED,
          shipping_profile_id: profileId,
          sales_channels: [{ id: salesChannelId }],
          options: [{ title: "Price", values: PRICES.map(String) }],
          variants: PRICES.map((price) => ({
            title: `Shirt ${price}`,
            manage_inventory: false,
            options: { Price: `${price}` },
            prices: [{ currency_code: "gbp", amount: price }],
          })),
        },
      ],
    },
  })
  return Object.fromEntries(
    products[0]!.variants.map((variant, index) => [PRICES[index]!, variant.id])
  )
}
