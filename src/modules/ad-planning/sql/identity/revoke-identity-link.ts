import type { SqlStatement } from "../../types"

/** Whether, when and by whom a link was revoked; nulls = it is valid. */
export interface Revocation {
  revoked_at: string | null
  revoked_by: string | null
}

/** Revokes one link, or makes it valid again. */
export function setRevocationSql(
  linkId: string,
  { revoked_at, revoked_by }: Revocation
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_identity_link
         SET revoked_at = ?::timestamptz, revoked_by = ?, updated_at = now()
       WHERE id = ? AND deleted_at IS NULL
      RETURNING kind, value`,
    params: [revoked_at, revoked_by, linkId],
  }
}
