import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isFieldPresent, isModulePresent } from "../lib/host-modules"
import { emailHash } from "../modules/ad-planning/utils/identity/email-hash"
import { cleanId } from "../modules/ad-planning/utils/text/normalise"
import type { FeedbackGiver } from "./feedback-to-journey"
import { optionalDate, optionalText, readGraph } from "./graph"
import { readPeople, readPeopleByEmail } from "./read-people"
import { serviceOf } from "../modules/ad-planning/service-of"

const feedbackSchema = z.object({
  id: z.string(),
  rating: optionalText,
  comment: optionalText,
  status: optionalText,
  submitted_by: optionalText,
  submitted_at: optionalDate,
  order_id: optionalText,
  person_id: optionalText,
  metadata: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? null),
  created_at: z.coerce.date(),
  updated_at: z.coerce.date(),
})

export type SourceFeedback = z.infer<typeof feedbackSchema>

/** Rows of the host's feedback module, answered or not. */
export async function readFeedback(
  container: MedusaContainer,
  ids: string[]
): Promise<SourceFeedback[]> {
  return await readGraph(container, feedbackSchema, {
    entity: "feedback",
    // Not every host's feedback has the person, and a field asked for has to be there.
    fields: Object.keys(feedbackSchema.shape).filter(
      (field) =>
        field !== "person_id" || isFieldPresent("feedback", "Feedback", field)
    ),
    filters: { id: ids },
  })
}

const buyerSchema = z.object({
  id: z.string(),
  email: optionalText,
  customer_id: optionalText,
})
const customerSchema = z.object({ id: z.string(), email: optionalText })

/**
 * Who gave each feedback, by its id: whom it names itself, else the buyer of its
 * order. No entry for a name that is neither a customer nor a person: staff and
 * partners write too.
 */
export async function readFeedbackGivers(
  container: MedusaContainer,
  rows: SourceFeedback[],
  secret: string
): Promise<Map<string, FeedbackGiver>> {
  const named = await readNamed(
    container,
    rows.flatMap((row) => cleanId(row.submitted_by) ?? []),
    secret
  )
  const orderIds = rows.flatMap((row) => row.order_id ?? [])
  const buyers = orderIds.length
    ? await readGraph(container, buyerSchema, {
        entity: "order",
        fields: Object.keys(buyerSchema.shape),
        filters: { id: [...new Set(orderIds)] },
      })
    : []
  const buyerOf = new Map(
    buyers.map((order) => [
      order.id,
      giver(order.email, order.customer_id, secret),
    ])
  )
  return new Map(
    rows.flatMap((row) => {
      const found = giverOf(row, named, buyerOf, secret)
      return found ? [[row.id, found] as const] : []
    })
  )
}

function giverOf(
  { submitted_by, order_id }: SourceFeedback,
  named: Map<string, FeedbackGiver>,
  buyerOf: Map<string, FeedbackGiver>,
  secret: string
): FeedbackGiver | undefined {
  const name = cleanId(submitted_by)
  const known = name ? named.get(keyOf(name, secret)) : undefined
  if (known || order_id === null) {
    return known
  }
  // An e-mail beside an order is a customer's, known to us or not.
  const email_hash = emailHash(name, secret)
  return email_hash ? { email_hash, customer_id: null } : buyerOf.get(order_id)
}

/** Customers and persons by what names them: their id, or their e-mail's hash. */
async function readNamed(
  container: MedusaContainer,
  names: string[],
  secret: string
): Promise<Map<string, FeedbackGiver>> {
  const emails = names.filter((name) => emailHash(name, secret) !== null)
  const ids = names.filter((name) => emailHash(name, secret) === null)
  const spellings = emails.flatMap((email) => [email, email.toLowerCase()])
  const customers = [
    ...(await readCustomers(container, { id: ids })),
    ...(await readCustomers(container, { email: spellings })),
  ]
  const people = isModulePresent("person")
    ? [
        ...(ids.length ? await readPeople(container, ids) : []),
        ...(emails.length ? await readPeopleByEmail(container, emails) : []),
      ]
    : []
  const givers = await readLinked(container, emails, secret)
  for (const person of people) {
    const known = giver(person.email, null, secret)
    const found = known.email_hash ? known : { ...known, person_id: person.id }
    givers.set(person.id, found)
    givers.set(keyOf(person.email ?? person.id, secret), found)
  }
  for (const customer of customers) {
    const found = giver(customer.email, customer.id, secret)
    givers.set(customer.id, found)
    // Of an e-mail, whose account it is can be anybody's guess: guests have
    // customers of their own.
    givers.set(keyOf(customer.email ?? customer.id, secret), {
      ...found,
      customer_id: null,
    })
  }
  return givers
}

/** Givers of e-mails that are somebody's by now, however the store spells them. */
async function readLinked(
  container: MedusaContainer,
  emails: string[],
  secret: string
): Promise<Map<string, FeedbackGiver>> {
  const hashes = emails.flatMap((email) => emailHash(email, secret) ?? [])
  const unlinked =
    await serviceOf(container).identity.listUnlinkedEmails(hashes)
  return new Map(
    hashes
      .filter((hash) => !unlinked.has(hash))
      .map((hash) => [hash, { email_hash: hash, customer_id: null }])
  )
}

async function readCustomers(
  container: MedusaContainer,
  filters: Record<string, string[]>
) {
  return Object.values(filters).flat().length
    ? await readGraph(container, customerSchema, {
        entity: "customer",
        fields: Object.keys(customerSchema.shape),
        filters,
      })
    : []
}

function giver(
  email: string | null,
  customer_id: string | null,
  secret: string
): FeedbackGiver {
  return { email_hash: emailHash(email, secret), customer_id }
}

function keyOf(name: string, secret: string): string {
  return emailHash(name, secret) ?? name
}
