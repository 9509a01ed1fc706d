import { mergePersonsWorkflow } from "../../../../src/workflows/ad-planning/identity/merge-persons"
import { unmergePersonWorkflow } from "../../../../src/workflows/ad-planning/identity/unmerge-person"
import { trackCustomerJourneyEventWorkflow } from "../../../../src/workflows/ad-planning/journeys/track-customer-journey-event"
import { eventually, sql } from "../../../helpers/ad-planning"
import { describeUndo } from "../../../helpers/failing-workflow"
import { feedback, people } from "../../../helpers/host"
import type { Row } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const ASKED = new Date("2026-10-01T10:00:00Z")

export default function suite({ getContainer }: StoreContext) {
  const ratings = () =>
    sql<Row>(
      getContainer(),
      "SELECT * FROM ad_planning_rating ORDER BY source_id"
    )
  const rating = (state: string) =>
    eventually(async () => {
      const [row] = await ratings()
      return row?.state === state && row
    })
  const request = (other: Record<string, unknown> = {}) =>
    feedback(getContainer()).createFeedbacks({
      submitted_by: "ada@example.com",
      submitted_at: ASKED,
      order_id: "order_1",
      metadata: { source: "post_delivery_request" },
      ...other,
    })
  const answerBy = (person_id: string, id = "a1") =>
    trackCustomerJourneyEventWorkflow(getContainer()).run({
      input: {
        nps_answers: [
          {
            id,
            value: 9,
            comment: "Good",
            answered_at: "2026-10-02T10:00:00.000Z",
            person_id,
          },
        ],
      },
    })
  const journeyPersons = () =>
    sql<Row>(
      getContainer(),
      "SELECT person_id, event_type FROM customer_journey WHERE source_type = 'nps_answer'"
    )

  it("a request is asked; a comment answers it with three stars (case 18)", async () => {
    const row = await request()
    expect(await rating("asked")).toMatchObject({
      source_id: row.id,
      asked_at: ASKED,
      answered_at: null,
      value: null,
      scale: "1-5",
      order_id: "order_1",
    })
    await feedback(getContainer()).updateFeedbacks({
      id: row.id,
      comment: "ok",
    })
    const answered = await rating("answered")
    expect(answered).toMatchObject({ value: 3, comment: "ok", asked_at: ASKED })
    expect(answered.answered_at).not.toEqual(ASKED)
    const [told] = await sql<Row>(
      getContainer(),
      "SELECT * FROM customer_journey WHERE source_type = 'feedback'"
    )
    expect(told!.timestamp).toEqual(answered.answered_at)
    // Whatever happens to the row later: it was answered then.
    await feedback(getContainer()).updateFeedbacks({
      id: row.id,
      status: "resolved",
    })
    await trackCustomerJourneyEventWorkflow(getContainer()).run({
      input: { feedback_ids: [row.id] },
    })
    const [again] = await ratings()
    expect(again).toEqual({ ...answered, updated_at: again!.updated_at })
    const [still] = await sql<Row>(
      getContainer(),
      "SELECT * FROM customer_journey WHERE source_type = 'feedback'"
    )
    expect(still!.timestamp).toEqual(answered.answered_at)
  })

  it("a bare three whose status alone changed is counted, not scored", async () => {
    const row = await request({ status: "reviewed" })
    expect(await rating("undetermined")).toMatchObject({
      source_id: row.id,
      value: null,
      answered_at: null,
    })
  })

  it("staff's feedback is counted apart, and gone with its row", async () => {
    const row = await request({
      submitted_by: "staff_1",
      order_id: null,
      rating: "one",
      metadata: null,
    })
    await rating("not_customer")
    await feedback(getContainer()).deleteFeedbacks(row.id)
    await eventually(async () => (await ratings()).length === 0)
  })

  it("the same answer twice changes nothing", async () => {
    const person = await people(getContainer()).createPeople({
      first_name: "Ada",
      last_name: "L",
      email: "ada@example.com",
    })
    await answerBy(person.id)
    const before = await ratings()
    const { result } = await answerBy(person.id)
    expect(result.changed).toBe(0)
    expect(await ratings()).toEqual(before)
    expect(before).toMatchObject([
      { person_id: person.id, value: 9, scale: "0-10", state: "answered" },
    ])
  })

  it("an answer follows its person through merges and back, without an e-mail too", async () => {
    const [one, two] = await people(getContainer()).createPeople([
      { first_name: "No", last_name: "Mail", metadata: { visitor_id: "v9" } },
      { first_name: "Ada", last_name: "L", email: "ada@example.com" },
    ])
    // Its visitor is what the merge moves.
    await eventually(
      async () =>
        (
          await sql(
            getContainer(),
            "SELECT id FROM ad_planning_identity_link WHERE person_id = ?",
            [one!.id]
          )
        ).length > 0
    )
    await answerBy(one!.id)
    expect(await ratings()).toMatchObject([{ person_id: one!.id }])
    expect(await journeyPersons()).toEqual([
      { person_id: one!.id, event_type: "feedback" },
    ])
    await mergePersonsWorkflow(getContainer()).run({
      input: { from: one!.id, into: two!.id },
    })
    expect(await ratings()).toMatchObject([{ person_id: two!.id }])
    expect(await journeyPersons()).toMatchObject([{ person_id: two!.id }])
    await unmergePersonWorkflow(getContainer()).run({
      input: { from: one!.id },
    })
    expect(await ratings()).toMatchObject([{ person_id: one!.id }])
    expect(await journeyPersons()).toMatchObject([{ person_id: one!.id }])
  })

  describeUndo(getContainer, trackCustomerJourneyEventWorkflow, [
    [
      "an answer on 0 to 10",
      async () => ({
        nps_answers: [
          {
            id: "a1",
            value: 0,
            comment: null,
            answered_at: "2026-10-02T10:00:00.000Z",
            email: "ada@example.com",
          },
        ],
      }),
      ["ad_planning_rating", "customer_journey"],
    ],
  ])
}
