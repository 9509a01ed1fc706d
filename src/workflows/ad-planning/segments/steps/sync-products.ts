import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { productToFact } from "../../../../sources/product-to-fact"
import { readCategories, readProducts } from "../../../../sources/read-products"

export interface SyncProductsInput {
  /** Those that changed; without them all are read. */
  product_ids?: string[]
}

export const syncProductsStepId = "sync-products"

/**
 * Makes our copy of products and categories what they are now. There is nothing to
 * undo: it is a copy, and right whatever else happens.
 */
export const syncProductsStep = createStep(
  syncProductsStepId,
  async ({ product_ids }: SyncProductsInput, { container }) => {
    const { products } = serviceOf(container)
    const rows = await readCategories(container)
    const categories = new Map(rows.map((row) => [row.id, row]))
    let changed = await products.syncCategories(
      rows.map(({ id, name }) => ({ category_id: id, name }))
    )
    const gone = new Set(product_ids ?? (await products.knownIds()))
    for await (const page of readProducts(container, product_ids)) {
      page.forEach(({ id }) => gone.delete(id))
      changed += await products.sync(
        page.map((product) => productToFact(product, categories)),
        []
      )
    }
    changed += await products.sync([], [...gone])
    return new StepResponse({ changed })
  }
)
