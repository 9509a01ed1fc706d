import type { SqlStatement } from "../../types"

/** In which currencies people have bought. */
export function purchaseCurrenciesSql(): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT currency FROM conversion
       WHERE conversion_type = 'purchase' AND currency IS NOT NULL AND deleted_at IS NULL
       ORDER BY currency`,
    params: [],
  }
}
