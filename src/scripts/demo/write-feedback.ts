import type { MedusaContainer } from "@medusajs/framework/types"
import { FEEDBACK_MODULE } from "../../host-modules/feedback"
import type FeedbackService from "../../host-modules/feedback/service"
import { FORMS_MODULE } from "../../host-modules/forms"
import type FormsService from "../../host-modules/forms/service"
import { PERSON_MODULE } from "../../host-modules/person"
import type PersonService from "../../host-modules/person/service"
import { inChunks } from "../../lib/in-chunks"
import { trackCustomerJourneyEventWorkflow } from "../../workflows/ad-planning/journeys/track-customer-journey-event"
import { DAY_MS } from "./period"
import type { DemoCustomer } from "./plan-demo"
import type { DemoFeedback, DemoNpsAnswer } from "./plan-feedback"
import { asOf } from "./write-orders"
import { quietly } from "./quietly"
import { randomFor } from "./random"

const CHUNKS = { size: 500 }
const NPS_CHUNKS = { size: 50 }
const SYNTHETIC = { synthetic: true }
const TAGS = [
  ["wholesale", 0.3],
  ["newsletter", 0.45],
  ["vip", 0.05],
] as const
const FORM_CHANCE = 0.06
const MESSAGES = [
  "Do you ship pallets to Germany?",
  "Could you send me your new catalogue?",
  "When will the red retrospot bags be back?",
]

const emailOf = (customer: string) => `customer-${customer}@example.com`

/** Requests for feedback and the answers, as a host keeps them. */
export async function writeFeedback(
  container: MedusaContainer,
  rows: readonly DemoFeedback[],
  orderIds: ReadonlyMap<string, string>
): Promise<number> {
  const service = container.resolve<FeedbackService>(FEEDBACK_MODULE)
  await inChunks(rows, CHUNKS, (chunk) =>
    quietly(container, (context) =>
      service.createFeedbacks(
        chunk.map((row) => ({
          rating: row.answer?.rating ?? ("three" as const),
          comment: row.answer?.comment ?? null,
          status: row.isUndetermined
            ? ("reviewed" as const)
            : ("pending" as const),
          submitted_by: emailOf(row.customer),
          submitted_at: row.asked_at,
          order_id: orderIds.get(row.invoice) ?? null,
          metadata: {
            ...SYNTHETIC,
            source: "post_delivery_request",
            ...(row.answer ? { answered_at: row.answer.at.toISOString() } : {}),
          },
          ...asOf(row.answer?.at ?? row.asked_at),
        })),
        context
      )
    )
  )
  return rows.length
}

/** Answers on 0 to 10, as somebody's survey would hand them over. */
export async function writeNpsAnswers(
  container: MedusaContainer,
  rows: readonly DemoNpsAnswer[],
  orderIds: ReadonlyMap<string, string>,
  advance: (rows: number) => void
): Promise<void> {
  await inChunks(rows, NPS_CHUNKS, async (chunk) => {
    await trackCustomerJourneyEventWorkflow(container).run({
      input: {
        nps_answers: chunk.map(({ invoice, value, comment, at }) => ({
          id: `demo-${invoice}`,
          value,
          comment,
          answered_at: at.toISOString(),
          order_id: orderIds.get(invoice)!,
        })),
      },
    })
    advance(chunk.length)
  })
}

/** Labels on some known customers. */
export async function writeTags(
  container: MedusaContainer,
  customers: readonly DemoCustomer[]
): Promise<void> {
  const service = container.resolve<PersonService>(PERSON_MODULE)
  const people = await service.listPeople({}, { select: ["id", "last_name"] })
  const known = new Set(customers.map(({ number }) => number))
  const tags = people
    .filter((person) => known.has(person.last_name))
    .flatMap((person) => {
      const random = randomFor(`tags ${person.last_name}`)
      return TAGS.filter(([, chance]) => random.chance(chance)).map(
        ([name]) => ({
          person_id: person.id,
          name: { name, ...SYNTHETIC },
        })
      )
    })
  await inChunks(tags, CHUNKS, (chunk) =>
    quietly(container, (context) => service.createPersonTags(chunk, context))
  )
}

/** What some known customers wrote through the contact form. */
export async function writeFormResponses(
  container: MedusaContainer,
  customers: readonly DemoCustomer[],
  from: Date,
  to: Date
): Promise<number> {
  const service = container.resolve<FormsService>(FORMS_MODULE)
  const [form] = await service.listForms({ handle: "contact" }, { take: 1 })
  const rows = form
    ? customers.flatMap(({ number }) => {
        const random = randomFor(`form ${number}`)
        const days = Math.max(1, Math.floor((+to - +from) / DAY_MS))
        const at = new Date(+from + random.int(0, days - 1) * DAY_MS)
        return random.chance(FORM_CHANCE)
          ? [
              {
                form_id: form.id,
                email: emailOf(number),
                data: {
                  name: `Customer ${number}`,
                  message: random.pick(MESSAGES),
                },
                submitted_at: at,
                page_url: "/contact",
                metadata: SYNTHETIC,
                ...asOf(at),
              },
            ]
          : []
      })
    : []
  await inChunks(rows, CHUNKS, (chunk) =>
    quietly(container, (context) => service.createFormResponses(chunk, context))
  )
  return rows.length
}
