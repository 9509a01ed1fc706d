import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext, write } from "../effects/sql-context"
import {
  knownProductsSql,
  replaceCategoriesSql,
  upsertProductsSql,
} from "../sql/segments/upsert-products"
import type { CategoryFact, ProductFact } from "../types"

/** What rules about products go by. */
export class Products extends Capability {
  /**
   * Makes products what they are now; those in `gone` are forgotten.
   *
   * @returns how many changed
   */
  @InjectTransactionManager()
  async sync(
    facts: ProductFact[],
    gone: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, upsertProductsSql(facts, gone))
    return rows.length
  }

  /** Makes the categories equal to the facts. */
  @InjectTransactionManager()
  async syncCategories(
    facts: CategoryFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, replaceCategoriesSql(facts))
    return rows.length
  }

  /** The ids of all products that are known. */
  @InjectManager()
  async knownIds(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ product_id: string }>(
      sharedContext,
      knownProductsSql()
    )
    return rows.map((row) => row.product_id)
  }
}
