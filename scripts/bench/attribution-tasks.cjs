/** Tasks that measure attribution; see `tasks.cjs`. */
const { runTasks, timed, workflowOf } = require("./tasks.cjs")

const LOOKBACK = "30 days"
// The joined period: every touch in the lookback of every purchase.
const JOINED = `
    FROM conversion
    JOIN campaign_attribution touch
      ON touch.visitor_id = conversion.visitor_id
     AND touch.started_at <= conversion.converted_at
     AND touch.started_at >= conversion.converted_at - interval '${LOOKBACK}'
   WHERE conversion.converted_at >= $1 AND conversion.converted_at < $2
     AND conversion.deleted_at IS NULL AND touch.deleted_at IS NULL`
// As other reports are measured, and what the least is that joins them at all.
const SCAN = `SELECT COUNT(*), COUNT(DISTINCT conversion.id), SUM(conversion.net_value) ${JOINED}`
const JOIN = `SELECT COUNT(*), SUM(conversion.net_value) ${JOINED}`

const FORGET = `
  UPDATE campaign_attribution
     SET ad_campaign_id = NULL, is_resolved = false, resolution_method = NULL,
         unresolved_reason = NULL, resolved_at = NULL
   WHERE id LIKE 'attr_ask_%'`
const UNTELL = `
  UPDATE analytics_session SET ad_campaign_id = NULL, attribution_resolved = false
   WHERE attribution_resolved`
// What the rules answered, to be written again by one plain statement.
const ANSWERS = `
  CREATE TEMP TABLE answer ON COMMIT PRESERVE ROWS AS
  SELECT id, ad_campaign_id, is_resolved, resolution_method, unresolved_reason
    FROM campaign_attribution WHERE id LIKE 'attr_ask_%'`
const PLAIN = `
  UPDATE campaign_attribution touch
     SET ad_campaign_id = answer.ad_campaign_id, is_resolved = answer.is_resolved,
         resolution_method = answer.resolution_method,
         unresolved_reason = answer.unresolved_reason,
         resolved_at = now(), updated_at = now()
    FROM answer
   WHERE touch.id = answer.id`

function tasksOf(container, client) {
  const service = container.resolve("ad_planning")
  const bulkResolve = workflowOf(
    container,
    "attribution/bulk-resolve-attributions"
  )
  /**
   * Every touch that asked has to ask again, of a table without dead rows, and the
   * store's sessions have to be told again.
   */
  const forget = async () => {
    await client.query(FORGET)
    await client.query(UNTELL)
    await client.query("VACUUM ANALYZE campaign_attribution")
    await client.query("VACUUM ANALYZE conversion")
  }
  return {
    /** Milliseconds of a model's report and of scans of its joined period. */
    async report({ group_by, model, from, to, from_date, to_date }) {
      const request = {
        periods: [
          { from: new Date(from), to: new Date(to), from_date, to_date },
        ],
        timezone: "UTC",
        currency: "eur",
        revenue_basis: "total",
        basis: "order_date",
        filters: {},
        group_by: "none",
      }
      return {
        scan: await timed(() => client.query(SCAN, [from, to])),
        join: await timed(() => client.query(JOIN, [from, to])),
        report: await timed(() =>
          service.attributionCompare(request, group_by, [model], new Date(to))
        ),
      }
    },
    /** Milliseconds of a bulk resolve, and what it answered. */
    async resolve() {
      await forget()
      let counts
      const ms = await timed(async () => {
        const { result } = await bulkResolve.run({ input: {} })
        counts = result
      })
      return { ms, ...counts }
    },
    /** Of one plain UPDATE that writes the same answers to the same rows. */
    async plain() {
      await client.query("DROP TABLE IF EXISTS answer")
      await client.query(ANSWERS)
      await client.query("ANALYZE answer")
      await forget()
      return { ms: await timed(() => client.query(PLAIN)) }
    },
  }
}

runTasks(tasksOf)
