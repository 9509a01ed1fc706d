import type { IdentityKind, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/** An identifier that a person of the store says names nobody. */
export interface Refusal {
  kind: IdentityKind
  value: string
}

/** Notes that an identifier names nobody; once is enough. */
export function refuseIdentitySql({ kind, value }: Refusal): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_identity_status (id, kind, value, status)
      VALUES (${newId("idstat")}, ?, ?, 'refused')
      ON CONFLICT (kind, value, status) DO NOTHING`,
    params: [kind, value],
  }
}

/** Takes that back. */
export function admitIdentitySql({ kind, value }: Refusal): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_identity_status
       WHERE kind = ? AND value = ? AND status = 'refused'`,
    params: [kind, value],
  }
}

/** The refusal as it is, for a compensation. */
export function snapshotRefusalSql({ kind, value }: Refusal): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object('statuses', jsonb_agg(refusal))::text AS snapshot
        FROM ad_planning_identity_status refusal
       WHERE kind = ? AND value = ? AND status = 'refused'`,
    params: [kind, value],
  }
}
