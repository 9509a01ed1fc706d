import type {
  IStoreModuleService,
  MedusaContainer,
  StoreDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createSalesChannelsWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { ensureForm } from "./store-form"
import { ensureProducts, ensureStock } from "./store-products"
import { CURRENCY, ensureRegions } from "./store-regions"
import { ensureShippingOptions, ensureShippingProfile } from "./store-shipping"

export interface DemoStore {
  salesChannelId: string
  /** Region id by country code. */
  regions: Map<string, string>
  publishableKey: string
}

const CHANNEL = "Online Retail demo"
const KEY = "Online Retail demo storefront"
const LOCATION = "Online Retail demo warehouse"

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
  await ensureForm(container)
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
