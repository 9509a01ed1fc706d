import type { CategoryFact, ProductFact, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

const COLUMNS = ["title", "collection_id", "collection", "category_ids", "tags"]
const rows = (alias: string) =>
  COLUMNS.map((column) => `${alias}.${column}`).join(", ")

/**
 * Makes products what they are now, and forgets those that are gone.
 *
 * @returns the products that changed
 */
export function upsertProductsSql(
  facts: ProductFact[],
  gone: string[]
): SqlStatement {
  return {
    sql: `
      WITH removed AS (
        DELETE FROM ad_planning_product WHERE product_id = ANY(${JSON_LIST}) RETURNING product_id
      ),
      written AS (
        INSERT INTO ad_planning_product AS product (id, product_id, ${COLUMNS.join(", ")})
        SELECT ${newId("approd")}, product_id, title, collection_id, collection,
               ARRAY(SELECT jsonb_array_elements_text(category_ids)),
               ARRAY(SELECT jsonb_array_elements_text(tags))
          FROM jsonb_to_recordset(?::jsonb) AS fact (
            product_id text, title text, collection_id text, collection text, category_ids jsonb, tags jsonb)
        ON CONFLICT (product_id) DO UPDATE SET
          ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}, updated_at = now()
        WHERE (${rows("product")}) IS DISTINCT FROM (${rows("excluded")})
        RETURNING product_id
      )
      SELECT product_id FROM removed UNION ALL SELECT product_id FROM written`,
    params: [JSON.stringify(gone), JSON.stringify(facts)],
  }
}

/** Makes the categories equal to the facts, all of them. */
export function replaceCategoriesSql(facts: CategoryFact[]): SqlStatement {
  return {
    sql: `
      WITH fact AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fact (category_id text, name text)
      ),
      removed AS (
        DELETE FROM ad_planning_product_category
         WHERE category_id NOT IN (SELECT category_id FROM fact)
      )
      INSERT INTO ad_planning_product_category AS category (id, category_id, name)
      SELECT ${newId("apcat")}, category_id, name FROM fact
      ON CONFLICT (category_id) DO UPDATE SET name = excluded.name, updated_at = now()
       WHERE category.name <> excluded.name
      RETURNING category_id`,
    params: [JSON.stringify(facts)],
  }
}

/** The known products after one, by id. */
export function knownProductsSql(): SqlStatement {
  return { sql: "SELECT product_id FROM ad_planning_product", params: [] }
}
