import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import { serviceOf } from "../modules/ad-planning/service-of"
import type { NpsAnswer } from "../modules/ad-planning/types"
import { emailHash } from "../modules/ad-planning/utils/identity/email-hash"
import { optionalText, readGraph } from "./graph"
import type { NpsGiver } from "./nps-answer-to-facts"
import { PERSON_MODULE } from "./person-module"
import { readPeople } from "./read-people"

const orderSchema = z.object({
  id: z.string(),
  email: optionalText,
  customer_id: optionalText,
})
const customerSchema = z.object({ id: z.string(), email: optionalText })

type Stated = Pick<
  NpsAnswer,
  "person_id" | "order_id" | "customer_id" | "email"
>

const NOBODY: NpsGiver = {
  named_person_id: null,
  email_hash: null,
  customer_id: null,
  order_id: null,
  asked_at: null,
  expires_at: null,
}

/**
 * Who gave an answer, as the store states it: a person, a customer, an e-mail, or
 * the buyer of an order.
 *
 * @throws MedusaError not_found for a person, customer or order that there is not
 */
export async function readNpsGiver(
  container: MedusaContainer,
  { person_id, order_id, customer_id, email }: Stated
): Promise<NpsGiver> {
  const { secret } = serviceOf(container).options
  const order = order_id ? await findOrder(container, order_id) : null
  const person = person_id ? await findPerson(container, person_id) : null
  const customer = customer_id
    ? await findCustomer(container, customer_id)
    : null
  const address =
    person?.email ?? customer?.email ?? email ?? order?.email ?? null
  return {
    ...NOBODY,
    named_person_id: person?.id ?? null,
    email_hash: emailHash(address, secret),
    customer_id:
      customer?.id ?? (person || email ? null : (order?.customer_id ?? null)),
    order_id: order?.id ?? null,
  }
}

async function findOrder(container: MedusaContainer, id: string) {
  const [order] = await readGraph(container, orderSchema, {
    entity: "order",
    fields: Object.keys(orderSchema.shape),
    filters: { id },
  })
  return order ?? notFound("Order", id)
}

async function findCustomer(container: MedusaContainer, id: string) {
  const [customer] = await readGraph(container, customerSchema, {
    entity: "customer",
    fields: Object.keys(customerSchema.shape),
    filters: { id },
  })
  return customer ?? notFound("Customer", id)
}

async function findPerson(container: MedusaContainer, id: string) {
  const [person] = isModulePresent(PERSON_MODULE)
    ? await readPeople(container, [id])
    : []
  return person ?? notFound("Person", id)
}

function notFound(entity: string, id: string): never {
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `${entity} with id: ${id} was not found`
  )
}
