import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type {
  OrderChangeRow,
  OrderTotals,
} from "../modules/ad-planning/utils/conversions/order-rows"
import { toDecimal } from "./to-decimal"

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
          return_received_total: decimal,
          return_dismissed_total: decimal,
          detail: z
            .object({
              return_received_quantity: decimal,
              return_dismissed_quantity: decimal,
            })
            .nullish(),
        })
        .transform(({ detail, is_giftcard, ...item }) => ({
          ...item,
          is_giftcard: is_giftcard ?? false,
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
  shipping_methods: z
    .array(z.object({ adjustments: discounts }).nullable())
    .nullish(),
  payment_collections: z
    .array(z.object({ captured_amount: decimal }).nullable())
    .nullish(),
  returns: z
    .array(
      z.object({
        id: z.string(),
        received_at: z.coerce
          .date()
          .nullish()
          .transform((at) => at ?? null),
        updated_at: z.coerce.date(),
        items: z
          .array(
            z.object({
              item_id: z.string(),
              received_quantity: decimal,
              damaged_quantity: decimal,
            })
          )
          .nullish()
          .transform((items) => items ?? []),
      })
    )
    .nullish()
    .transform((returns) => returns ?? []),
})

const changeSchema = z.object({
  order_id: z.string(),
  version: z.number(),
  change_type: text,
  return_id: text,
  confirmed_at: z.coerce.date(),
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
  "items.return_received_total",
  "items.return_dismissed_total",
  "items.detail.return_received_quantity",
  "items.detail.return_dismissed_quantity",
  "credit_lines.*",
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
  "returns.received_at",
  "returns.updated_at",
  // Single columns of a return's item come without their quantities.
  "returns.items.*",
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
    fields: ["order_id", "version", "change_type", "return_id", "confirmed_at"],
    filters: { order_id: ids, status: "confirmed" },
  })
  const changes = new Map<string, OrderChangeRow[]>()
  for (const { order_id, ...change } of z.array(changeSchema).parse(data)) {
    changes.set(order_id, [...(changes.get(order_id) ?? []), change])
  }
  return changes
}
