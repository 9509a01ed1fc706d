import type {
  IStoreModuleService,
  MedusaContainer,
  StoreDTO,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  ProductStatus,
} from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

export interface DemoStore {
  salesChannelId: string
  /** Region id by country code. */
  regions: Map<string, string>
  publishableKey: string
}

const CURRENCY = "gbp"
const CHANNEL = "Online Retail demo"
const KEY = "Online Retail demo storefront"
const LOCATION = "Online Retail demo warehouse"
const FULFILLMENT_SET = "Online Retail demo parcels"
const FULFILLMENT_PROVIDER = "manual_manual"
const PAYMENT_PROVIDER = "pp_system_default"
const STOCK = 1_000

const REGIONS = [
  { name: "United Kingdom", countries: ["gb"] },
  {
    name: "Europe",
    countries: [
      ...["at", "be", "ch", "cy", "cz", "de", "dk", "es", "fi", "fr", "gr"],
      ...["ie", "is", "it", "lt", "mt", "nl", "no", "pl", "pt", "se"],
    ],
  },
  {
    name: "Rest of the world",
    countries: [
      ...["ae", "au", "bh", "br", "ca", "hk", "il", "jp", "lb", "sa", "sg"],
      ...["us", "za"],
    ],
  },
]

const SHIPPING_OPTIONS = [
  { name: "Standard delivery", amount: 4.95, zone: "United Kingdom" },
  { name: "International delivery", amount: 14.95, zone: "International" },
]

const PRODUCTS = [
  { title: "Ceramic Mug", option: "Colour", values: { Red: 6.5, Blue: 6.5 } },
  { title: "Tote Bag", option: "Size", values: { Small: 12, Large: 16 } },
  { title: "Gift Box", option: "Size", values: { Small: 24, Large: 39.95 } },
]

/**
 * Sees to it that a cart can be bought: whatever of the demo's sales channel,
 * key, regions, shipping and products is missing is made, so a run that was
 * broken off is completed by the next.
 */
export async function ensureStore(
  container: MedusaContainer
): Promise<DemoStore> {
  const salesChannelId = await ensureSalesChannel(container)
  const publishableKey = await ensurePublishableKey(container, salesChannelId)
  const regions = await ensureRegions(container)
  const locationId = await ensureStockLocation(container, salesChannelId)
  const profileId = await ensureShippingProfile(container)
  await ensureShippingOptions(container, locationId, profileId)
  await ensureProducts(container, salesChannelId, profileId)
  await ensureStock(container, locationId)
  await ensureCurrency(container)
  return { salesChannelId, regions, publishableKey }
}

export async function retrieveStore(
  container: MedusaContainer
): Promise<StoreDTO> {
  const stores: IStoreModuleService = container.resolve(Modules.STORE)
  const [store] = await stores.listStores(
    {},
    { take: 1, relations: ["supported_currencies"] }
  )
  return store!
}

async function ensureCurrency(container: MedusaContainer) {
  const store = await retrieveStore(container)
  const known = store.supported_currencies ?? []
  if (known.some(({ currency_code }) => currency_code === CURRENCY)) {
    return
  }
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        supported_currencies: [
          ...known.map(({ currency_code }) => ({
            currency_code,
            is_default: false,
          })),
          { currency_code: CURRENCY, is_default: true },
        ],
      },
    },
  })
}

async function ensureSalesChannel(container: MedusaContainer) {
  const [known] = await container
    .resolve(Modules.SALES_CHANNEL)
    .listSalesChannels({ name: CHANNEL })
  if (known) {
    return known.id
  }
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: CHANNEL }] },
  })
  return result[0]!.id
}

async function ensurePublishableKey(
  container: MedusaContainer,
  salesChannelId: string
) {
  const [known] = await container
    .resolve(Modules.API_KEY)
    .listApiKeys({ title: KEY, type: "publishable" })
  const key = known ?? (await createPublishableKey(container))
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [salesChannelId] },
  })
  return key.token
}

async function createPublishableKey(container: MedusaContainer) {
  const { result } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ title: KEY, type: "publishable", created_by: "" }],
    },
  })
  return result[0]!
}

async function ensureRegions(container: MedusaContainer) {
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

async function ensureStockLocation(
  container: MedusaContainer,
  salesChannelId: string
) {
  const [known] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ name: LOCATION })
  const id = known?.id ?? (await createStockLocation(container))
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id, add: [salesChannelId] },
  })
  return id
}

async function createStockLocation(container: MedusaContainer) {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: LOCATION }] },
  })
  return result[0]!.id
}

async function ensureShippingProfile(container: MedusaContainer) {
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

async function ensureShippingOptions(
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

const handleOf = (title: string) =>
  `demo-${title.toLowerCase().replaceAll(" ", "-")}`

async function ensureProducts(
  container: MedusaContainer,
  salesChannelId: string,
  profileId: string
) {
  const known = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle: PRODUCTS.map(({ title }) => handleOf(title)) })
  const handles = new Set(known.map(({ handle }) => handle))
  const missing = PRODUCTS.filter(({ title }) => !handles.has(handleOf(title)))
  if (missing.length === 0) {
    return
  }
  await createProductsWorkflow(container).run({
    input: {
      products: missing.map(({ title, option, values }) => ({
        title,
        handle: handleOf(title),
        description: "A product of the demo store.",
        status: ProductStatus.PUBLISHED,
        metadata: { synthetic: true },
        shipping_profile_id: profileId,
        sales_channels: [{ id: salesChannelId }],
        options: [{ title: option, values: Object.keys(values) }],
        variants: Object.entries(values).map(([value, amount]) => ({
          title: value,
          sku: skuOf(title, value),
          options: { [option]: value },
          prices: [{ currency_code: CURRENCY, amount }],
        })),
      })),
    },
  })
}

const skuOf = (title: string, value: string) =>
  `DEMO-${title}-${value}`.toUpperCase().replaceAll(" ", "-")

async function ensureStock(container: MedusaContainer, locationId: string) {
  const inventory = container.resolve(Modules.INVENTORY)
  const items = await inventory.listInventoryItems({
    sku: PRODUCTS.flatMap(({ title, values }) =>
      Object.keys(values).map((value) => skuOf(title, value))
    ),
  })
  const levels = await inventory.listInventoryLevels({
    inventory_item_id: items.map(({ id }) => id),
    location_id: locationId,
  })
  const stocked = new Set(
    levels.map(({ inventory_item_id }) => inventory_item_id)
  )
  const missing = items.filter(({ id }) => !stocked.has(id))
  if (missing.length) {
    await createInventoryLevelsWorkflow(container).run({
      input: {
        inventory_levels: missing.map(({ id }) => ({
          inventory_item_id: id,
          location_id: locationId,
          stocked_quantity: STOCK,
        })),
      },
    })
  }
}
