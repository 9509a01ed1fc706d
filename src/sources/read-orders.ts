import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type {
  OrderChangeRow,
  OrderTotals,
} from "../modules/ad-planning/utils/conversions/order-rows"
import { toDecimal } from "./to-decimal"

/** Of a claim: something is sent instead of what comes back. */
const REPLACING = "replace"

const decimal = z.unknown().transform(toDecimal)
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const name = z
  .object({ first_name: text, last_name: text, country_code: text })
  .partial()
  .nullish()
  .transform((value) => value ?? null)

const discounts = z
  .array(z.object({ code: z.string().nullish() }).nullable())
  .nullish()

const totalsSchema = z.object({
  id: z.string(),
  total: decimal,
  tax_total: decimal,
  shipping_total: decimal,
  shipping_tax_total: decimal,
  discount_total: decimal,
  credit_line_total: decimal,
  items: z
    .array(
      z
        .object({
          id: z.string(),
          is_giftcard: z.boolean().nullish(),
          product_id: z.string().nullish(),
          variant_id: z.string().nullish(),
          product_title: z.string().nullish(),
          product_collection: z.string().nullish(),
          product_type: z.string().nullish(),
          adjustments: discounts,
          quantity: decimal,
          total: decimal,
          tax_total: decimal,
          return_requested_total: decimal,
          return_received_total: decimal,
          return_dismissed_total: decimal,
          detail: z
            .object({
              return_requested_quantity: decimal,
              return_received_quantity: decimal,
              return_dismissed_quantity: decimal,
            })
            .nullish(),
        })
        .transform(({ detail, is_giftcard, ...item }) => ({
          ...item,
          is_giftcard: is_giftcard ?? false,
          return_requested_quantity: detail?.return_requested_quantity ?? "0",
          return_received_quantity: detail?.return_received_quantity ?? "0",
          return_dismissed_quantity: detail?.return_dismissed_quantity ?? "0",
        }))
    )
    .nullish()
    .transform((items) => items ?? []),
  credit_lines: z
    .array(
      z
        .object({
          id: z.string(),
          amount: decimal,
          reference: text,
          reference_id: text,
          created_at: z.coerce.date(),
          metadata: z.record(z.string(), z.unknown()).nullish(),
        })
        .transform(({ metadata, ...line }) => ({
          ...line,
          created_in_version: z
            .number()
            .nullable()
            .catch(null)
            .parse(metadata?.created_in_version ?? null),
        }))
    )
    .nullish()
    .transform((lines) => lines ?? []),
  shipping_methods: z
    .array(
      z.object({
        id: z.string(),
        total: decimal,
        tax_total: decimal,
        adjustments: discounts,
      })
    )
    .nullish()
    .transform((methods) => methods ?? []),
})

const orderSchema = totalsSchema.extend({
  version: z.number(),
  status: z.string(),
  is_draft_order: z.boolean().nullish(),
  email: text,
  customer_id: text,
  currency_code: z.string(),
  sales_channel_id: text,
  metadata: z.record(z.string(), z.unknown()).nullish(),
  created_at: z.coerce.date(),
  updated_at: z.coerce.date(),
  canceled_at: z.coerce.date().nullish(),
  billing_address: name,
  shipping_address: name,
  customer: z
    .object({
      first_name: text,
      last_name: text,
      groups: z.array(z.object({ id: z.string(), name: z.string() })).nullish(),
    })
    .nullish(),
  payment_collections: z
    .array(z.object({ captured_amount: decimal }).nullable())
    .nullish(),
  returns: z
    .array(
      z.object({
        id: z.string(),
        exchange_id: text,
        claim: z.object({ type: text }).nullish(),
      })
    )
    .nullish()
    .transform((returns) =>
      (returns ?? []).map(({ id, exchange_id, claim }) => ({
        id,
        is_swap: exchange_id !== null || claim?.type === REPLACING,
      }))
    ),
  transactions: z
    .array(z.object({ amount: decimal, created_at: z.coerce.date() }))
    .nullish()
    .transform((transactions) => transactions ?? []),
})

const actionSchema = z
  .object({
    action: z.string(),
    return_id: text,
    reference_id: text,
    details: z
      .object({ reference_id: text, return_id: text, quantity: decimal })
      .partial()
      .nullish(),
  })
  .transform(({ details, ...action }) => ({
    ...action,
    return_id: action.return_id ?? details?.return_id ?? null,
    item_id: details?.reference_id ?? null,
    quantity: details?.quantity ?? "0",
  }))

const changeSchema = z.object({
  order_id: z.string(),
  version: z.number(),
  return_id: text,
  confirmed_at: z.coerce.date(),
  actions: z
    .array(actionSchema)
    .nullish()
    .transform((actions) => actions ?? []),
})

type OrderRow = z.infer<typeof orderSchema>

/** An order with its first version and the confirmed changes since. */
export interface SourceOrder extends OrderRow {
  original: OrderTotals
  changes: OrderChangeRow[]
}

const TOTAL_FIELDS = [
  "id",
  "total",
  "tax_total",
  "shipping_total",
  "shipping_tax_total",
  "discount_total",
  "credit_line_total",
  "items.id",
  "items.is_giftcard",
  "items.quantity",
  "items.total",
  "items.tax_total",
  "items.return_requested_total",
  "items.return_received_total",
  "items.return_dismissed_total",
  "items.detail.return_requested_quantity",
  "items.detail.return_received_quantity",
  "items.detail.return_dismissed_quantity",
  "credit_lines.*",
  "shipping_methods.id",
  "shipping_methods.total",
  "shipping_methods.tax_total",
]

const ORDER_FIELDS = [
  ...TOTAL_FIELDS,
  "items.product_id",
  "items.variant_id",
  "items.product_title",
  "items.product_collection",
  "items.product_type",
  "items.adjustments.code",
  "shipping_methods.adjustments.code",
  "version",
  "status",
  "is_draft_order",
  "email",
  "customer_id",
  "currency_code",
  "sales_channel_id",
  "metadata",
  "created_at",
  "updated_at",
  "canceled_at",
  "billing_address.first_name",
  "billing_address.last_name",
  "billing_address.country_code",
  "shipping_address.first_name",
  "shipping_address.last_name",
  "shipping_address.country_code",
  "customer.first_name",
  "customer.last_name",
  "payment_collections.captured_amount",
  "returns.id",
  "returns.exchange_id",
  "returns.claim.type",
  "transactions.amount",
  "transactions.created_at",
]

const GROUP_FIELDS = ["customer.groups.id", "customer.groups.name"]

export interface ReadOrdersOptions {
  /** Read the customers' groups too: only where an option asks for them. */
  withCustomerGroups: boolean
}

/**
 * Reads orders with all that their facts are made of, drafts included. Totals
 * are only right through query.graph, and only version 1 has what the order was
 * placed for.
 */
export async function readOrders(
  container: MedusaContainer,
  ids: string[],
  { withCustomerGroups }: ReadOrdersOptions
): Promise<SourceOrder[]> {
  const query = queryOf(container)
  const { data } = await query.graph({
    entity: "order",
    fields: [...ORDER_FIELDS, ...(withCustomerGroups ? GROUP_FIELDS : [])],
    filters: { id: ids },
  })
  const orders = z.array(orderSchema).parse(data)
  const changedIds = orders
    .filter((order) => order.version > 1)
    .map((order) => order.id)
  const originals = await readOriginals(query, changedIds)
  const changes = await readChanges(query, changedIds)
  return orders.map((order) => ({
    ...order,
    original: originals.get(order.id) ?? order,
    changes: changes.get(order.id) ?? [],
  }))
}

type Query = ReturnType<typeof queryOf>

function queryOf(container: MedusaContainer) {
  return container.resolve(ContainerRegistrationKeys.QUERY)
}

async function readOriginals(
  query: Query,
  ids: string[]
): Promise<Map<string, OrderTotals>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "order",
    fields: TOTAL_FIELDS,
    filters: { id: ids, version: 1 },
  })
  const rows = z.array(totalsSchema).parse(data)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Confirmed changes by order. */
async function readChanges(
  query: Query,
  ids: string[]
): Promise<Map<string, OrderChangeRow[]>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "order_change",
    fields: [
      "order_id",
      "version",
      "return_id",
      "confirmed_at",
      "actions.action",
      "actions.return_id",
      "actions.reference_id",
      "actions.details",
    ],
    filters: { order_id: ids, status: "confirmed" },
  })
  const changes = new Map<string, OrderChangeRow[]>()
  for (const row of z.array(changeSchema).parse(data)) {
    const { order_id, return_id, ...change } = row
    // An action that names no return is of its change's.
    const actions = change.actions.map((action) => ({
      ...action,
      return_id: action.return_id ?? return_id,
    }))
    changes.set(order_id, [
      ...(changes.get(order_id) ?? []),
      { ...change, actions },
    ])
  }
  return changes
}
