import type { ProductFact } from "../modules/ad-planning/types"
import type { SourceCategory, SourceProduct } from "./read-products"

/** What rules go by: a product is in its categories and in all that these are in. */
export function productToFact(
  product: SourceProduct,
  categories: ReadonlyMap<string, SourceCategory>
): ProductFact {
  const ids = new Set<string>()
  const follow = (id: string | null | undefined): void => {
    // A circle, which Medusa does not allow, would never end.
    if (id && !ids.has(id)) {
      ids.add(id)
      follow(categories.get(id)?.parent_category_id)
    }
  }
  product.categories?.forEach(({ id }) => follow(id))
  return {
    product_id: product.id,
    title: product.title,
    collection_id: product.collection_id,
    collection: product.collection?.title ?? null,
    category_ids: [...ids].toSorted(),
    tags: (product.tags ?? []).map(({ value }) => value).toSorted(),
  }
}
