import { CONVERSION_SOURCES, type SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { personOf } from "../fragments/person-of"
import {
  IS_NAMED,
  jsonList,
  keysOf,
  namedParams,
  type PersonScope,
} from "../fragments/person-scope"

/** Of which identifiers links follow from what was bought or sent. */
export type DerivedKind = "customer" | "visitor"

/** Whether a link follows from a conversion, and was not told. */
export const IS_DERIVED = `link.source IN (${CONVERSION_SOURCES.map((source) => `'${source}'`).join(", ")})`

// By whom a fact's customer or visitor is known.
const KNOWN_BY: Record<DerivedKind, string> = {
  customer: personOf({
    email: "fact.email_hash",
    customer: "NULL",
    visitor: "NULL",
    at: "fact.converted_at",
  }),
  visitor: personOf({
    email: "fact.email_hash",
    customer: "fact.customer_id",
    visitor: "NULL",
    at: "fact.converted_at",
  }),
}

/**
 * Makes the links of customers, or of visitors, equal to what purchases and
 * submissions show of them: whoever the e-mail (of a visitor also the customer)
 * belongs to had the identifier at that time. Each identifier of the scope gets
 * its whole set anew, so a link goes with the fact that showed it. Of facts that
 * show the same the first key is the evidence. What a person of the store
 * revoked is not shown again by the same fact, and links that were told stay.
 *
 * @returns the identifiers in scope
 */
export function deriveLinksSql(
  kind: DerivedKind,
  scope: PersonScope
): SqlStatement {
  const column = `${kind}_id`
  return {
    sql: `
      WITH named AS (
        SELECT idempotency_key, ${column} AS value FROM conversion WHERE ${IS_NAMED}
      ),
      identifier AS (
        SELECT value FROM named WHERE value IS NOT NULL
        UNION
        SELECT jsonb_array_elements_text(?::jsonb)
        UNION
        SELECT value FROM ad_planning_identity_link
         WHERE kind = '${kind}' AND evidence IS NOT NULL AND deleted_at IS NULL
           AND (evidence = ANY(${JSON_LIST}) OR evidence = ANY(ARRAY(SELECT idempotency_key FROM named)))
      ),
      shown AS (
        SELECT DISTINCT ON (value, person_id, valid_from) *
          FROM (
            SELECT fact.${column} AS value, ${KNOWN_BY[kind]} AS person_id,
                   fact.converted_at AS valid_from, fact.source, fact.idempotency_key AS evidence, fact.created_at
              FROM conversion fact
             WHERE fact.${column} = ANY(ARRAY(SELECT value FROM identifier))
               AND fact.conversion_type IN ('purchase', 'lead_form_submission')
               AND fact.deleted_at IS NULL
               AND NOT EXISTS (
                 SELECT 1 FROM ad_planning_identity_link refused
                  WHERE refused.kind = '${kind}' AND refused.value = fact.${column}
                    AND refused.evidence = fact.idempotency_key
                    AND refused.revoked_at IS NOT NULL AND refused.deleted_at IS NULL)
          ) fact
         WHERE person_id IS NOT NULL
         ORDER BY value, person_id, valid_from, evidence
      ),
      gone AS (
        DELETE FROM ad_planning_identity_link link
         WHERE link.kind = '${kind}' AND link.value = ANY(ARRAY(SELECT value FROM identifier))
           AND ${IS_DERIVED} AND link.revoked_at IS NULL
           AND NOT EXISTS (
             SELECT 1 FROM shown
              WHERE (shown.value, shown.person_id, shown.valid_from)
                    = (link.value, link.person_id, link.valid_from))
      ),
      written AS (
        INSERT INTO ad_planning_identity_link AS link
               (id, kind, value, person_id, valid_from, source, evidence, created_at)
        -- The same link is the same row, however often it goes and comes back.
        SELECT 'idlink_' || md5(jsonb_build_array('${kind}', value, person_id, EXTRACT(EPOCH FROM valid_from))::text),
               '${kind}', value, person_id, valid_from, source, evidence, created_at
          FROM shown
         ORDER BY value, person_id, valid_from
        ON CONFLICT (kind, value, person_id, valid_from)
        DO UPDATE SET source = excluded.source, evidence = excluded.evidence,
                      created_at = excluded.created_at, updated_at = now()
                WHERE ${IS_DERIVED} AND link.revoked_at IS NULL
                  AND (link.source, link.evidence) IS DISTINCT FROM (excluded.source, excluded.evidence)
      )
      SELECT value FROM identifier`,
    params: [
      ...namedParams(scope),
      jsonList(kind === "customer" ? scope.customer_ids : scope.visitor_ids),
      jsonList(keysOf(scope)),
    ],
  }
}
