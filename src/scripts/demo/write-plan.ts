import { DEMO_SEGMENTS, writeSegments } from "./write-segments"
import type { MedusaContainer } from "@medusajs/framework/types"
import { DEMO_CAMPAIGNS } from "./campaigns"
import { makeFacts, SETTLING_MS } from "./facts"
import {
  makeForecasts,
  PAST_SUNDAYS,
  writeStoreBudgets,
} from "./make-forecasts"
import type { DemoCredit, DemoPlan } from "./plan-demo"
import { planFeedback, planNpsAnswers } from "./plan-feedback"
import type { Progress } from "./progress"
import type { DemoStore } from "./store"
import { scorePeople } from "./score-people"
import { writeGoogleAds, writeMetaAds } from "./write-ads"
import { writeCancellations, writeRefunds } from "./write-corrections"
import {
  writeFeedback,
  writeFormResponses,
  writeNpsAnswers,
  writeTags,
} from "./write-feedback"
import { writeCustomers, writeOrders } from "./write-orders"
import { DEMO_EXPOSURES, writeExperiments } from "./write-experiments"
import { hasQuery, writeVisits } from "./write-visits"

/** Writes the rows that a host would have, then makes the facts of them. */
export async function writePlan(
  container: MedusaContainer,
  store: DemoStore,
  plan: DemoPlan,
  progress: Progress
) {
  const { phase } = progress
  const customerIds = await phase(
    "Customers",
    plan.customers.length,
    (advance) => writeCustomers(container, plan.customers, advance)
  )
  const orderIds = await phase("Orders", plan.orders.length, (advance) =>
    writeOrders(container, plan.orders, store, customerIds, advance)
  )
  const correction = (credit: DemoCredit) => ({
    orderId: orderIds.get(credit.invoice)!,
    note: credit.note,
    at: credit.at,
    amount: credit.pence / 100,
    orderAmount: credit.orderPence / 100,
  })
  await phase("Cancellations", plan.cancellations.length, (advance) =>
    writeCancellations(container, plan.cancellations.map(correction), advance)
  )
  await phase("Refunds", plan.refunds.length, (advance) =>
    writeRefunds(container, plan.refunds.map(correction), advance)
  )
  // What is written from here on seems older than this moment.
  const settledAt = Date.now() + SETTLING_MS
  await phase("Visits", plan.visits.length, (advance) =>
    writeVisits(container, plan.visits, advance)
  )
  const googleDays = await phase("Google-like spend", 5, () =>
    writeGoogleAds(container, plan.days, plan.period)
  )
  const metaDays = plan.days.length - googleDays
  await phase("Meta-like spend", metaDays, (advance) =>
    writeMetaAds(container, plan.days, plan.period, advance)
  )
  const feedback = planFeedback(plan.orders, new Date(settledAt))
  await phase("Feedback", feedback.length, () =>
    writeFeedback(container, feedback, orderIds)
  )
  await writeTags(container, plan.customers)
  const formResponses = await writeFormResponses(
    container,
    plan.customers,
    plan.period.from,
    plan.period.to
  )
  await makeFacts(
    container,
    {
      person: plan.customers.length,
      campaign: DEMO_CAMPAIGNS.filter(({ platform }) => platform === "meta")
        .length,
      insight: metaDays,
      session: plan.visits.length,
      // The demo store has no leads and no posts.
      lead: 0,
      form_response: formResponses,
      feedback: feedback.length,
      social_post: 0,
      analytics_event: plan.visits.filter(hasQuery).length,
      order: plan.orders.length,
    },
    settledAt,
    progress
  )
  await phase("Forecasts", PAST_SUNDAYS + 1, async (advance) => {
    await writeStoreBudgets(container, plan.days)
    await makeForecasts(container, new Date(), advance)
  })
  await phase("Experiments", DEMO_EXPOSURES, (advance) =>
    writeExperiments(container, new Date(), advance)
  )
  const answers = planNpsAnswers(plan.orders, new Date(settledAt))
  await phase("NPS answers", answers.length, (advance) =>
    writeNpsAnswers(container, answers, orderIds, advance)
  )
  await phase("Scores", plan.customers.length, () => scorePeople(container))
  await phase("Segments", DEMO_SEGMENTS, () =>
    writeSegments(container, new Date())
  )
}
