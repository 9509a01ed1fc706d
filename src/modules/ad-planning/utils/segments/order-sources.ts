import type { RuleParams, SqlStatement } from "../../types"
import type { CompileContext } from "./compile-context"
import { COUNTED_PURCHASE, rateOf } from "./purchase-parts"
import { joinParts, part, TEXTS } from "./sql-parts"
import { ofPeople, oneOf, windowConditions } from "./window"

/** Orders by person. */
export function ordersSource(
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  const rate = rateOf("conversion.currency", context)
  const where = joinParts(
    [
      part(COUNTED_PURCHASE),
      ...windowConditions("conversion.converted_at", params, context),
      ...oneOf("conversion.channel_group", params.channel_group),
      ...oneOf("conversion.platform", params.platform),
      ...oneOf("conversion.ad_campaign_id", params.ad_campaign_id),
      ...ofPeople("conversion.person_id", context),
    ],
    " AND "
  )
  return {
    sql: `
        SELECT person_id, COUNT(*) AS count,
               COALESCE(SUM(net * rate), 0) AS net_revenue,
               AVG(net * rate) AS average,
               MIN(converted_at) AS first_at, MAX(converted_at) AS last_at,
               (SUM(placed) - SUM(net)) / NULLIF(SUM(placed), 0) AS refund_rate
          FROM (SELECT conversion.person_id, conversion.converted_at,
                       ${context.net_amount} AS net, ${context.placed_amount} AS placed,
                       ${rate.sql} AS rate
                  FROM conversion
                 WHERE ${where.sql}) purchase
         GROUP BY person_id`,
    params: [...rate.params, ...where.params],
  }
}

/** Lines of orders by person, net of what came back. */
export function linesSource(
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  const rate = rateOf("line.currency", context)
  const where = joinParts(
    [
      part(
        `${COUNTED_PURCHASE} AND line.deleted_at IS NULL AND line.quantity > line.returned`
      ),
      ...windowConditions("conversion.converted_at", params, context),
      ...oneOf("line.product_id", params.product_id),
      ...oneOf("line.collection", params.collection),
      ...oneOf("line.product_type", params.product_type),
      ...overlaps("product.category_ids", params.category_id),
      ...overlaps("product.tags", params.product_tag),
      ...overlaps("line.discount_codes", params.discount_code),
      ...(params.discounted === undefined
        ? []
        : [
            part(
              `(cardinality(line.discount_codes) > 0) = ?::boolean`,
              params.discounted
            ),
          ]),
      ...ofPeople("conversion.person_id", context),
    ],
    " AND "
  )
  const product =
    params.category_id || params.product_tag
      ? `JOIN ad_planning_product product
                    ON product.product_id = line.product_id AND product.deleted_at IS NULL`
      : ""
  return {
    sql: `
        SELECT person_id, SUM(quantity) AS quantity, COUNT(DISTINCT order_id) AS orders,
               COALESCE(SUM(net * rate), 0) AS net_revenue, MAX(converted_at) AS last_at
          FROM (SELECT conversion.person_id, conversion.converted_at, line.order_id, line.net,
                       line.quantity - line.returned AS quantity, ${rate.sql} AS rate
                  FROM ad_planning_order_line line
                  JOIN conversion ON conversion.order_id = line.order_id
                  ${product}
                 WHERE ${where.sql}) bought
         GROUP BY person_id`,
    params: [...rate.params, ...where.params],
  }
}

function overlaps(
  column: string,
  values: readonly string[] | undefined
): SqlStatement[] {
  return values ? [part(`${column} && ${TEXTS}`, JSON.stringify(values))] : []
}
