import type { Context, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaContextType,
} from "@medusajs/framework/utils"
import { errorMessage } from "../../../lib/error-message"
import { isModulePresent } from "../../../lib/host-modules"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import {
  writeBack,
  type WriteBackTarget,
  type WrittenRow,
} from "../attribution/write-back"

const FEEDBACK_MODULE = "feedback"
const DECIMALS = 4

// A call with a context of its own has its events sent at once.
const OWN_CONTEXT: Context = { __type: MedusaContextType }

/** What we call of the host's feedback module. */
interface FeedbackModule {
  updateFeedbacks(rows: WrittenRow[], sharedContext: Context): Promise<unknown>
}

const FEEDBACK: WriteBackTarget = {
  entity: "feedback",
  defaults: { sentiment_score: null, sentiment_label: null, person_id: null },
  update: (container, rows) =>
    container
      .resolve<FeedbackModule>(FEEDBACK_MODULE)
      .updateFeedbacks(rows, OWN_CONTEXT),
}

/**
 * Tells the host's feedback what was read out of it, only where it differs: our own
 * subscriber, which the update wakes, finds nothing to do. A courtesy: where it
 * fails that is logged, the score stays, and the next bulk run tells it again.
 */
export async function writeBackFeedback(
  container: MedusaContainer,
  ids: string[]
): Promise<number> {
  if (ids.length === 0 || !isModulePresent(FEEDBACK_MODULE)) {
    return 0
  }
  const service = serviceOf(container)
  try {
    const written = await writeBack(container, FEEDBACK, ids, async (some) => {
      const rows = await service.listSentimentAnalyses(
        { source_type: "feedback", source_id: some },
        { take: some.length }
      )
      return rows.map((row) => ({
        id: row.source_id,
        sentiment_score: Number(row.sentiment_score.toFixed(DECIMALS)),
        sentiment_label: row.sentiment_label,
        person_id: row.person_id,
      }))
    })
    return written.reduce((sum, former) => sum + former.ids.length, 0)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `ad-planning: feedback ${ids.join(", ")}: sentiment is not written back: ${errorMessage(error)}`
      )
    return 0
  }
}
