import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { bulkAnalyzeHere } from "../../../../src/runners/bulk-analyze"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { feedback, forms, people, socials } from "../../../helpers/host"
import type { StoreContext } from "../../../helpers/test-store"

const AT = new Date("2026-10-20T12:00:00Z")
const REQUEST = {
  rating: "three" as const,
  status: "pending" as const,
  submitted_by: "ada@example.com",
  submitted_at: AT,
}

export default function suite({ api, getContainer }: StoreContext) {
  const service = () => adPlanning(getContainer())
  const analyses = () =>
    service().listSentimentAnalyses({}, { order: { source_id: "ASC" } })
  const analysisOf = (source_id: string) =>
    eventually(async () => {
      const [row] = await service().listSentimentAnalyses({ source_id })
      return row
    })

  it("reads feedback when its answer arrives, and tells the row once", async () => {
    const host = feedback(getContainer())
    const person = await people(getContainer()).createPeople({
      first_name: "Ada",
      last_name: "L",
      email: "ada@example.com",
    })
    const row = await host.createFeedbacks(REQUEST)
    await host.updateFeedbacks({
      id: row.id,
      rating: "five",
      comment: "Wunderschöne Tasse, sehr schnelle Lieferung!",
    })
    const analysis = await analysisOf(row.id)
    expect(analysis).toMatchObject({
      source_type: "feedback",
      language: "de",
      sentiment_label: "positive",
      model_version: "local-1",
      person_id: person.id,
      occurred_at: AT,
      overridden_at: null,
    })
    expect(analysis.aspects).toContainEqual({
      aspect: "delivery",
      score: expect.any(Number),
    })
    const told = await eventually(async () => {
      const now = await host.retrieveFeedback(row.id)
      return now.sentiment_label === null ? null : now
    })
    expect(told).toMatchObject({
      sentiment_label: "positive",
      person_id: person.id,
    })
    expect(told.sentiment_score).toBeCloseTo(analysis.sentiment_score, 3)
    const admin = await adminHeaders(getContainer())
    const { data } = await api.get(
      `/admin/ad-planning/customers/${person.id}/profile`,
      admin
    )
    expect(data.profile.sentiment).toMatchObject({
      texts: 1,
      mean: analysis.sentiment_score,
      lower: null,
      last: { id: analysis.id, sentiment_label: "positive" },
    })
    // Both names of the event, again: nothing is read or told anew.
    const bus = getContainer().resolve(Modules.EVENT_BUS)
    await bus.emit([
      { name: "feedback.updated", data: { id: row.id } },
      { name: "feedback.feedback.updated", data: { id: row.id } },
    ])
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await analyses()).toEqual([analysis])
    expect((await host.retrieveFeedback(row.id)).updated_at).toEqual(
      told.updated_at
    )
  })

  it("reads no request that nobody answered, and forgets a text that is gone", async () => {
    const host = feedback(getContainer())
    await host.createFeedbacks(REQUEST)
    const row = await host.createFeedbacks({
      ...REQUEST,
      rating: "one",
      comment: "Broke after one day, terrible.",
    })
    await analysisOf(row.id)
    expect(await analyses()).toHaveLength(1)
    await host.updateFeedbacks({ id: row.id, comment: null })
    await eventually(async () => (await analyses()).length === 0)
  })

  it("reads forms, comments of three shapes and mentions in one run, each once", async () => {
    const container = getContainer()
    const form = await forms(container).createForms({ name: "Contact" })
    await forms(container).createFormFields([
      { form_id: form.id, name: "message", type: "textarea" },
      { form_id: form.id, name: "full_name", type: "text" },
    ])
    await forms(container).createFormResponses([
      {
        form_id: form.id,
        email: "ada@example.com",
        data: {
          full_name: "Ada Terrible Awful",
          message: "My parcel never arrived and nobody replies.",
        },
        submitted_at: AT,
      },
      {
        form_id: form.id,
        data: { full_name: "Nobody At All" },
        submitted_at: AT,
      },
    ])
    const time = AT.toISOString()
    await socials(container).createSocialPosts([
      {
        insights: {
          comments: [{ id: "c1", message: "Love it!", created_time: time }],
          instagram_comments: [
            { id: "c2", text: "Schade, kaputt", created_at: time },
          ],
          comments_data: [{ id: "c3", text: "asdkjh qwpoei", timestamp: time }],
        },
      },
      { insights: { comments: 12 } },
    ])
    await service().journeys.syncJourneys(
      [
        {
          source_type: "social_mention",
          source_id: "x:1",
          event_type: "social_engage",
          event_data: { text: "Great shop, fast delivery" },
          channel: "social",
          stage: "awareness",
          timestamp: AT,
          email_hash: null,
          customer_id: null,
          visitor_id: null,
          session_id: null,
          value: null,
          currency: null,
          website_id: null,
        },
      ],
      []
    )
    await eventually(
      async () =>
        (await service().listCustomerJourneys({ channel: "social" })).length ===
        4
    )
    const first = await bulkAnalyzeHere(container, {})
    expect(first).toMatchObject({ failed: 0, waiting: 0, stopped: null })
    const rows = await analyses()
    expect(
      rows.map((row) => [row.source_type, row.source_id, row.sentiment_label])
    ).toEqual([
      ["comment", "c1", "positive"],
      ["comment", "c2", "negative"],
      ["form_response", expect.any(String), "negative"],
      ["social_mention", "x:1", "positive"],
    ])
    expect(await service().listAdPlanningSentimentItems({})).toMatchObject([
      { source_id: "c3", status: "unscored", error_count: 0 },
    ])
    const again = await bulkAnalyzeHere(container, {})
    expect(again).toMatchObject({ scored: 0, reused: 0, unscored: 0 })
    expect(await analyses()).toEqual(rows)
  })

  it("does again what another version has read, and keeps a person's word", async () => {
    const container = getContainer()
    const host = feedback(container)
    const row = await host.createFeedbacks({
      ...REQUEST,
      rating: "two",
      comment: "Not bad, works well.",
    })
    const analysis = await analysisOf(row.id)
    await service().sentiment.override(
      analysis.id,
      { label: "negative", score: -0.5, by: "user_1" },
      AT
    )
    await sql(
      container,
      "UPDATE sentiment_analysis SET model_version = 'local-0', analyzer_label = 'mixed'"
    )
    expect(await bulkAnalyzeHere(container, {})).toMatchObject({ scored: 0 })
    expect(
      await bulkAnalyzeHere(container, { model_version: "older" })
    ).toMatchObject({ scored: 1 })
    expect(await analyses()).toMatchObject([
      {
        model_version: "local-1",
        sentiment_label: "negative",
        sentiment_score: -0.5,
        analyzer_label: "positive",
        overridden_by: "user_1",
      },
    ])
    // Of another text it is nobody's word.
    await host.updateFeedbacks({ id: row.id, comment: "Excellent, love it!" })
    await eventually(
      async () => (await analyses())[0]?.sentiment_label === "positive"
    )
    expect(await analyses()).toMatchObject([{ overridden_by: null }])
  })

  it("leads to its feedback, and feedback to it", async () => {
    const row = await feedback(getContainer()).createFeedbacks({
      ...REQUEST,
      rating: "five",
      comment: "Lovely mug, very pleased.",
    })
    const analysis = await analysisOf(row.id)
    const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
    const { data: texts } = await query.graph({
      entity: "sentiment_analysis",
      fields: ["id", "feedback.comment"],
    })
    expect(texts).toMatchObject([
      { id: analysis.id, feedback: { comment: row.comment } },
    ])
    const { data: rows } = await query.graph({
      entity: "feedback",
      fields: ["id", "sentiment_analyses.sentiment_label"],
    })
    expect(rows).toMatchObject([
      { id: row.id, sentiment_analyses: [{ sentiment_label: "positive" }] },
    ])
  })

  it("is erased with whoever wrote it, and comes back with nothing", async () => {
    const container = getContainer()
    const person = await people(container).createPeople({
      first_name: "Ada",
      last_name: "L",
      email: "ada@example.com",
    })
    const row = await feedback(container).createFeedbacks({
      ...REQUEST,
      rating: "one",
      comment: "Terrible, broke at once.",
    })
    await eventually(async () => (await analyses())[0]?.person_id === person.id)
    await service().erasure.erase({
      person_id: person.id,
      customer_id: null,
      names: [],
      reason: "request",
      requested_by: null,
    })
    expect(await analyses()).toEqual([])
    await bulkAnalyzeHere(container, {})
    expect(await analyses()).toEqual([])
    expect(row.comment).toBe("Terrible, broke at once.")
  })
}
