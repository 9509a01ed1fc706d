import { writeFileSync } from "node:fs"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  ProductStatus,
} from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type PersonService from "../modules/person/service"

/**
 * The least a cart needs to be bought through the store API, and one person who
 * was known before the plugin came. Writes the ids to the file it is given.
 */
export default async function createStore({ container, args }: ExecArgs) {
  const channel = await createChannel(container)
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Germany",
          currency_code: "eur",
          countries: ["de"],
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  const { result: profiles } = await createShippingProfilesWorkflow(
    container
  ).run({ input: { data: [{ name: "Default", type: "default" }] } })
  const profileId = profiles[0]!.id
  const store = {
    publishable_key: channel.publishable_key,
    region_id: regions[0]!.id,
    shipping_option_id: await createShipping(container, channel.id, profileId),
    variant_id: await createVariant(container, channel.id, profileId),
  }
  await container.resolve<PersonService>("person").createPeople({
    first_name: "Ann",
    last_name: "Lee",
    email: "Ann@Example.com",
    loyalty: "gold",
  })
  writeFileSync(args[0]!, JSON.stringify(store))
}

async function createChannel(container: MedusaContainer) {
  const { result: channels } = await createSalesChannelsWorkflow(container).run(
    { input: { salesChannelsData: [{ name: "Web" }] } }
  )
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ title: "Web", type: "publishable", created_by: "" }],
    },
  })
  const id = channels[0]!.id
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: keys[0]!.id, add: [id] },
  })
  return { id, publishable_key: keys[0]!.token }
}

async function createShipping(
  container: MedusaContainer,
  channelId: string,
  profileId: string
): Promise<string> {
  const { result: locations } = await createStockLocationsWorkflow(
    container
  ).run({ input: { locations: [{ name: "Warehouse" }] } })
  const locationId = locations[0]!.id
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [channelId] },
  })
  const set = await container
    .resolve(Modules.FULFILLMENT)
    .createFulfillmentSets({
      name: "Parcel",
      type: "shipping",
      service_zones: [
        {
          name: "Germany",
          geo_zones: [{ type: "country", country_code: "de" }],
        },
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
  const { result: options } = await createShippingOptionsWorkflow(
    container
  ).run({
    input: [
      {
        name: "Parcel",
        price_type: "flat",
        service_zone_id: set.service_zones[0]!.id,
        shipping_profile_id: profileId,
        provider_id: "manual_manual",
        type: { label: "Parcel", code: "parcel", description: "Parcel" },
        prices: [{ currency_code: "eur", amount: 5 }],
      },
    ],
  })
  return options[0]!.id
}

async function createVariant(
  container: MedusaContainer,
  channelId: string,
  profileId: string
): Promise<string> {
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: "Shirt",
          status: ProductStatus.PUBLISHED,
          shipping_profile_id: profileId,
          sales_channels: [{ id: channelId }],
          options: [{ title: "Size", values: ["M"] }],
          variants: [
            {
              title: "Shirt M",
              manage_inventory: false,
              options: { Size: "M" },
              prices: [{ currency_code: "eur", amount: 40 }],
            },
          ],
        },
      ],
    },
  })
  return products[0]!.variants[0]!.id
}
