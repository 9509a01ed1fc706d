import type { CampaignBudget, SqlStatement } from "../../types"
import {
  bigNumberAssignments,
  bigNumberColumns,
  bigNumberValues,
} from "../fragments/big-number"
import { newId } from "../fragments/new-id"

const AMOUNTS = ["daily_amount", "monthly_amount", "lifetime_amount"] as const

/** Budgets of campaigns, one of each source; what is known is replaced if it differs. */
export function setBudgetsSql(
  budgets: readonly CampaignBudget[]
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign_budget AS budget (
        id, ad_campaign_id, source, currency, ${bigNumberColumns(AMOUNTS)})
      SELECT ${newId("apbud")}, ad_campaign_id, source, currency, ${bigNumberValues("fresh", AMOUNTS)}
        FROM jsonb_to_recordset(?::jsonb) AS fresh(
          ad_campaign_id text, source text, currency text,
          ${AMOUNTS.map((column) => `${column} numeric`).join(", ")})
      ON CONFLICT (ad_campaign_id, source) DO UPDATE SET
        currency = excluded.currency, ${bigNumberAssignments(AMOUNTS)},
        deleted_at = NULL, updated_at = now()
      WHERE (budget.currency, budget.deleted_at, ${AMOUNTS.map((column) => `budget.${column}`).join(", ")})
            IS DISTINCT FROM (excluded.currency, NULL, ${AMOUNTS.map((column) => `excluded.${column}`).join(", ")})
      RETURNING id`,
    params: [JSON.stringify(budgets)],
  }
}

/** Every budget; of a campaign with both, the store's own. */
export function campaignBudgetsSql(): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT ON (ad_campaign_id) ad_campaign_id, source, currency,
             daily_amount::float8 AS daily_amount, monthly_amount::float8 AS monthly_amount,
             lifetime_amount::float8 AS lifetime_amount
        FROM ad_planning_campaign_budget
       WHERE deleted_at IS NULL
       ORDER BY ad_campaign_id, source DESC`,
    params: [],
  }
}
