import type {
  Context,
  CreateOrderDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PERSON_MODULE } from "../../host-modules/person"
import type PersonService from "../../host-modules/person/service"
import { inChunks } from "../../lib/in-chunks"
import { DAY_MS } from "./period"
import type { DemoCustomer, DemoOrder } from "./plan-demo"
import { quietly } from "./quietly"
import { randomFor } from "./random"
import type { DemoStore } from "./store"

type Advance = (rows: number) => void

const CUSTOMER_CHUNKS = { size: 500 }
// One after the other: the orders' display ids rise with their dates.
const ORDER_CHUNKS = { size: 250 }
const RECENT_MS = 7 * DAY_MS
const OTHER_SPELLING_CHANCE = 0.1

const emailOf = (customer: string) => `customer-${customer}@example.com`

/** One person and one customer per known customer; returns customer ids. */
export async function writeCustomers(
  container: MedusaContainer,
  customers: readonly DemoCustomer[],
  advance: Advance
): Promise<Map<string, string>> {
  const people = container.resolve<PersonService>(PERSON_MODULE)
  const customerService = container.resolve(Modules.CUSTOMER)
  const ids = new Map<string, string>()
  await inChunks(customers, CUSTOMER_CHUNKS, (chunk) =>
    quietly(container, async (context) => {
      await people.createPeople(chunk.map(personRow), context)
      const created = await customerService.createCustomers(
        chunk.map(customerRow),
        context
      )
      created.forEach(({ id }, index) => ids.set(chunk[index]!.number, id))
      advance(chunk.length)
    })
  )
  return ids
}

function customerRow({ number, since }: DemoCustomer) {
  return {
    email: emailOf(number),
    first_name: "Customer",
    last_name: number,
    has_account: true,
    ...asOf(since),
  }
}

/** Some e-mails are spelt in another case, as hosts keep what was typed. */
function personRow({ number, since }: DemoCustomer) {
  const random = randomFor(`person ${number}`)
  const isOther = random.chance(OTHER_SPELLING_CHANCE)
  return {
    email: isOther ? emailOf(number).replace("c", "C") : emailOf(number),
    first_name: "Customer",
    last_name: number,
    ...asOf(since),
  }
}

/** Writes the orders; returns their ids by invoice number. */
export async function writeOrders(
  container: MedusaContainer,
  orders: readonly DemoOrder[],
  store: DemoStore,
  customerIds: ReadonlyMap<string, string>,
  advance: Advance
): Promise<Map<string, string>> {
  const service = container.resolve(Modules.ORDER)
  const newest = orders.at(-1)!.at
  const ids = new Map<string, string>()
  await inChunks(orders, ORDER_CHUNKS, (chunk) =>
    quietly(container, async (context: Context) => {
      const rows = chunk.map((order) =>
        orderRow(order, store, customerIds, newest)
      )
      for (const { id, metadata } of await service.createOrders(
        rows,
        context
      )) {
        ids.set(`${metadata?.invoice}`, id)
      }
      advance(chunk.length)
    })
  )
  return ids
}

function orderRow(
  order: DemoOrder,
  store: DemoStore,
  customerIds: ReadonlyMap<string, string>,
  newest: Date
): CreateOrderDTO {
  const { customer, countryCode, source, at } = order
  return {
    currency_code: "gbp",
    status: +newest - +at < RECENT_MS ? "pending" : "completed",
    sales_channel_id: store.salesChannelId,
    metadata: order.metadata,
    items: [
      {
        title: `Invoice ${source.number}`,
        quantity: 1,
        unit_price: source.amount,
        metadata: { lines: source.lines, units: source.units },
        ...asOf(at),
      },
    ],
    ...(customer
      ? { customer_id: customerIds.get(customer)!, email: emailOf(customer) }
      : {}),
    ...(countryCode
      ? {
          region_id: store.regions.get(countryCode),
          shipping_address: { country_code: countryCode },
        }
      : {}),
    ...asOf(at),
  }
}

/**
 * Back-dates a row. `updated_at` too: what seems to have changed just now is
 * read again by every reconcile of the next ten minutes.
 */
export function asOf(at: Date) {
  return { created_at: at, updated_at: at }
}
