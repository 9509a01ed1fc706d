import type { RememberedHeader, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/** Remembers how a file with this header row is read; what is not said stays. */
export function rememberHeaderSql(header: RememberedHeader): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_spend_header AS known (
        id, header_hash, platform, mapping, number_format, date_format, currency, answers, used_at)
      SELECT ${newId("aphead")}, header_hash, platform, mapping, number_format, date_format, currency, answers, now()
        FROM jsonb_to_record(?::jsonb) AS header(
               header_hash text, platform text, mapping jsonb, number_format text, date_format text,
               currency text, answers jsonb)
      ON CONFLICT (header_hash) DO UPDATE SET
        platform = COALESCE(excluded.platform, known.platform),
        mapping = known.mapping || excluded.mapping,
        number_format = COALESCE(excluded.number_format, known.number_format),
        date_format = COALESCE(excluded.date_format, known.date_format),
        currency = COALESCE(excluded.currency, known.currency),
        answers = known.answers || excluded.answers, used_at = now(), updated_at = now()
      RETURNING id`,
    params: [JSON.stringify(header)],
  }
}

/** Forgets a header row, or puts back what was remembered of it. */
export function forgetHeaderSql(hash: string): SqlStatement {
  return {
    sql: "DELETE FROM ad_planning_spend_header WHERE header_hash = ? RETURNING id",
    params: [hash],
  }
}

export function rememberedHeaderSql(hash: string): SqlStatement {
  return {
    sql: `
      SELECT header_hash, platform, mapping, number_format, date_format, currency, answers
        FROM ad_planning_spend_header
       WHERE header_hash = ? AND deleted_at IS NULL`,
    params: [hash],
  }
}
