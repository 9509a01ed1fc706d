import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { calendarDate } from "../../../../modules/ad-planning/utils/period/period"
import {
  npsLinkId,
  signNpsToken,
} from "../../../../modules/ad-planning/utils/scores/nps-token"
import { readNpsGiver } from "../../../../sources/read-nps-givers"
import { npsPageUrl } from "../nps-page-url"

export interface OpenNpsLinkInput {
  /** Exactly one of these two says who is asked, and about what. */
  order_id?: string
  person_id?: string
  /** Seconds that the link takes an answer; by default the option `nps.link_days`. */
  expires_in?: number
}

const DAY_SECONDS = 86_400

export const openNpsLinkStepId = "open-nps-link"

/**
 * Asks a customer for 0 to 10 by a signed link. The same order has the same question,
 * and a person one a day, so that a retry asks nobody twice. A new question is undone
 * by deleting it.
 */
export const openNpsLinkStep = createStep(
  openNpsLinkStepId,
  async (
    { order_id, person_id, expires_in }: OpenNpsLinkInput,
    { container }
  ) => {
    const service = serviceOf(container)
    const { secret, timezone, nps } = service.options
    const now = new Date()
    const giver = await readNpsGiver(
      container,
      order_id ? { order_id } : { person_id }
    )
    const subject = order_id
      ? `order:${order_id}`
      : `person:${person_id}:${calendarDate(now, timezone)}`
    const id = npsLinkId(subject, secret)
    const seconds = expires_in ?? nps.link_days * DAY_SECONDS
    const { expires_at, is_new } = await service.nps.openLink({
      ...giver,
      id,
      asked_at: now,
      expires_at: new Date(now.getTime() + seconds * 1_000),
    })
    const token = signNpsToken(id, secret)
    const url = npsPageUrl(token, nps.page_url)
    return new StepResponse(
      { id, token, url, expires_at: expires_at.toISOString() },
      is_new ? id : null
    )
  },
  async (newId, { container }) => {
    if (newId) {
      await serviceOf(container).deleteAdPlanningRatings({
        source_type: "nps_answer",
        source_id: newId,
      })
    }
  }
)
