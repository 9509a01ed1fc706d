import { CONVERSION_SOURCES } from "../../types"

/**
 * Begins the key of a touch that is a person's choice for one conversion; the
 * conversion's own key follows. It is the whole path of that conversion.
 */
export const MANUAL_TOUCH = "manual:"

/**
 * Whether a touch is such a choice. What a person entered as a conversion carries
 * touches that begin alike; no source's name follows there.
 */
export function isChoice(alias: string): string {
  return `${alias}.touch_key ~ '^${MANUAL_TOUCH}(${CONVERSION_SOURCES.join("|")}):'`
}

/** A CTE that forgets the choices for conversions that another one deleted. */
export function forgottenChoicesCte(gone: string): string {
  return `
      choices AS (
        DELETE FROM campaign_attribution
         WHERE touch_key = ANY(ARRAY(SELECT '${MANUAL_TOUCH}' || idempotency_key FROM ${gone}))
      )`
}
