import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { optionalText, readGraph } from "./graph"

const productSchema = z.object({
  id: z.string(),
  title: z.string(),
  collection_id: optionalText,
  collection: z.object({ title: z.string() }).nullish(),
  tags: z.array(z.object({ value: z.string() })).nullish(),
  categories: z.array(z.object({ id: z.string() })).nullish(),
})

const categorySchema = z.object({
  id: z.string(),
  name: z.string(),
  parent_category_id: optionalText,
})

export type SourceProduct = z.infer<typeof productSchema>
export type SourceCategory = z.infer<typeof categorySchema>

const FIELDS = [
  "id",
  "title",
  "collection_id",
  "collection.title",
  "tags.value",
  "categories.id",
]
const PAGE_SIZE = 1_000

/** Products by id, or all of them, page by page. */
export async function* readProducts(
  container: MedusaContainer,
  ids?: string[]
): AsyncGenerator<SourceProduct[]> {
  let page: SourceProduct[] = []
  do {
    const after = page.at(-1)?.id ?? ""
    page = await readGraph(container, productSchema, {
      entity: "product",
      fields: FIELDS,
      filters: ids
        ? { $and: [{ id: ids }, { id: { $gt: after } }] }
        : { id: { $gt: after } },
      pagination: { take: PAGE_SIZE, order: { id: "ASC" } },
    })
    yield page
  } while (page.length === PAGE_SIZE)
}

/** Every category; a shop has few. */
export async function readCategories(
  container: MedusaContainer
): Promise<SourceCategory[]> {
  return await readGraph(container, categorySchema, {
    entity: "product_category",
    fields: ["id", "name", "parent_category_id"],
    filters: {},
  })
}
