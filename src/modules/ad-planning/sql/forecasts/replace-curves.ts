import type { SqlStatement, StoredCurve } from "../../types"
import { newId } from "../fragments/new-id"

/** The curves fitted on a day; made anew on it, they are replaced. */
export function replaceCurvesSql(
  curves: readonly StoredCurve[],
  fittedOn: string
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_response_curve (
        id, ad_campaign_id, fitted_on, currency, is_usable, refusal, curve)
      SELECT ${newId("apcurve")}, ad_campaign_id, ?, currency, is_usable, refusal, curve
        FROM jsonb_to_recordset(?::jsonb) AS fresh(
          ad_campaign_id text, currency text, is_usable boolean, refusal text, curve jsonb)
      ON CONFLICT (ad_campaign_id, fitted_on) DO UPDATE SET
        currency = excluded.currency, is_usable = excluded.is_usable,
        refusal = excluded.refusal, curve = excluded.curve,
        deleted_at = NULL, updated_at = now()`,
    params: [fittedOn, JSON.stringify(curves)],
  }
}
