import type { MedusaContainer } from "@medusajs/framework/types"
import type { NpsAnswer } from "../modules/ad-planning/types"
import { trackCustomerJourneyEventWorkflow } from "../workflows/ad-planning/journeys/track-customer-journey-event"
import { rescore } from "./rescore"

/** Takes one answer on 0 to 10, and scores its person anew. */
export async function answerNps(
  container: MedusaContainer,
  answer: NpsAnswer
): Promise<void> {
  await trackCustomerJourneyEventWorkflow(container).run({
    input: { nps_answers: [answer] },
  })
  await rescore(container, "nps_answer", [answer.id])
}
