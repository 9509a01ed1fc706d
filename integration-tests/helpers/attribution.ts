import type { MedusaContainer } from "@medusajs/framework/types"
import { resolveSessionAttributionWorkflow } from "../../src/workflows/ad-planning/attribution/resolve-session-attribution"
import { adPlanning, sql } from "./ad-planning"
import { purchaseFact } from "./facts"
import { visit, type Visit } from "./host"

export async function readSessions(
  container: MedusaContainer,
  ...analytics_session_ids: string[]
) {
  await resolveSessionAttributionWorkflow(container).run({
    input: { analytics_session_ids },
  })
}

/** A visit of the host by `v-<session id>`, whose event has been handled. */
export async function readVisit(
  container: MedusaContainer,
  session_id: string,
  query: string,
  other: Partial<Visit> = {}
) {
  const session = await visit(container, {
    visitor_id: `v-${session_id}`,
    session_id,
    started_at: "2026-10-01T10:00:00Z",
    query,
    ...other,
  })
  await readSessions(container, session.id)
  return session
}

/** A purchase by the visitor of `readVisit`, two days later, known for long. */
export async function purchaseAfter(
  container: MedusaContainer,
  sessionId: string
) {
  await adPlanning(container).purchases.syncPurchases(
    [purchaseFact(`order_${sessionId}`, { visitor_id: `v-${sessionId}` })],
    []
  )
  await settle(container)
}

/** Makes every conversion one whose moves are noted: known for two hours. */
export async function settle(container: MedusaContainer): Promise<void> {
  await sql(
    container,
    `UPDATE conversion SET created_at = created_at - interval '2 hours'
      WHERE created_at > now() - interval '1 hour'`
  )
}

/** What moved, in order: why, whence and whither. */
export async function changesOf(
  container: MedusaContainer
): Promise<(string | null)[][]> {
  const rows = await sql<Record<string, string | null>>(
    container,
    `SELECT cause, from_key, to_key FROM ad_planning_attribution_change
      ORDER BY changed_at, conversion_id`
  )
  return rows.map(({ cause, from_key, to_key }) => [cause!, from_key!, to_key!])
}

/** A session's campaign, how or why not, and the campaign of its purchase. */
export async function outcomeOf(
  container: MedusaContainer,
  sessionId: string
): Promise<(string | null)[]> {
  const [row] = await sql<Record<string, string | null>>(
    container,
    `SELECT touch.ad_campaign_id, COALESCE(resolution_method, unresolved_reason) AS why,
            conversion.ad_campaign_id AS credited
       FROM campaign_attribution touch
       LEFT JOIN conversion ON conversion.attribution_id = touch.id
      WHERE touch.session_id = ?`,
    [sessionId]
  )
  const { ad_campaign_id, why, credited } = row!
  return [ad_campaign_id!, why!, credited!]
}
