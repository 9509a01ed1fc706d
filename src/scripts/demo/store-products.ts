import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { CURRENCY } from "./store-regions"

const STOCK = 1_000

const PRODUCTS = [
  { title: "Ceramic Mug", option: "Colour", values: { Red: 6.5, Blue: 6.5 } },
  { title: "Tote Bag", option: "Size", values: { Small: 12, Large: 16 } },
  { title: "Gift Box", option: "Size", values: { Small: 24, Large: 39.95 } },
]

const handleOf = (title: string) =>
  `demo-${title.toLowerCase().replaceAll(" ", "-")}`

export async function ensureProducts(
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

export async function ensureStock(
  container: MedusaContainer,
  locationId: string
) {
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
