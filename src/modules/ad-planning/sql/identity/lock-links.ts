import type { SqlStatement } from "../../types"

// What follows is planned for many rows and finds few: compiling it would take
// longer than running it.
const NO_JIT = "set_config('jit', 'off', true)"

const KEY = "hashtextextended('ad_planning_identity_link', 0)"

/**
 * For the beginning of a transaction that may change links: until it ends no
 * other one reads links to assign persons by them, or writes facts that links
 * follow from. So none of them misses what another is about to write, and none
 * waits for another's rows while that waits for its own.
 */
export function lockLinksSql(): SqlStatement {
  return { sql: `SELECT ${NO_JIT}, pg_advisory_xact_lock(${KEY})`, params: [] }
}

/** For one that only assigns persons by links: such run beside each other. */
export function shareLinksSql(): SqlStatement {
  return {
    sql: `SELECT ${NO_JIT}, pg_advisory_xact_lock_shared(${KEY})`,
    params: [],
  }
}
