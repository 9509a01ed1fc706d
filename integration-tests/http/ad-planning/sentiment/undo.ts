import { analyzeSentimentWorkflow } from "../../../../src/workflows/ad-planning/sentiment/analyze-sentiment"
import { overrideSentimentWorkflow } from "../../../../src/workflows/ad-planning/sentiment/override-sentiment"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { describeUndo } from "../../../helpers/failing-workflow"
import { feedback } from "../../../helpers/host"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ getContainer }: StoreContext) {
  let source_id: string

  beforeAll(async () => {
    const row = await feedback(getContainer()).createFeedbacks({
      rating: "five",
      comment: "Lovely mug, very pleased.",
      submitted_by: "x",
      submitted_at: new Date("2026-10-20T12:00:00Z"),
    })
    source_id = row.id
    await eventually(async () => {
      const now = await feedback(getContainer()).retrieveFeedback(source_id)
      return now.sentiment_label !== null
    })
  })

  describeUndo(getContainer, analyzeSentimentWorkflow, [
    [
      "a text that another version has read",
      async (container) => {
        await sql(
          container,
          "UPDATE sentiment_analysis SET model_version = 'local-0'"
        )
        return {
          source_type: "feedback" as const,
          source_ids: [source_id],
          redo: true,
        }
      },
      ["sentiment_analysis"],
    ],
  ])
  describeUndo(getContainer, overrideSentimentWorkflow, [
    [
      "a confirmed label",
      async (container) => {
        const [row] = await adPlanning(container).listSentimentAnalyses({})
        return {
          id: row!.id,
          sentiment_label: row!.analyzer_label,
          overridden_by: "user_1",
        }
      },
      ["sentiment_analysis"],
    ],
  ])
}
