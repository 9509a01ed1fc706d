import type AdPlanningService from "../../../../modules/ad-planning/service"
import type { JsonSection } from "../../../utils/json-export"
import { keysetPages, type ListRows } from "../../../utils/keyset-pages"

type Row = Record<string, unknown>

/** Every table that has rows of a person, as the person may have them. */
export function personSections(
  service: AdPlanningService,
  personId: string
): JsonSection[] {
  const ofPerson = (list: ListRows): AsyncIterable<Row[]> =>
    keysetPages(
      (filters, config) => list({ ...filters, person_id: personId }, config),
      "id",
      "ASC"
    )
  const links = ofPerson((filters, config) =>
    service.listAdPlanningIdentityLinks(filters, config)
  )
  const conversions = ofPerson((filters, config) =>
    service.listConversions(filters, config)
  )
  const touches = ofPerson((filters, config) =>
    service.listCampaignAttributions(filters, config)
  )
  const journeys = ofPerson((filters, config) =>
    service.listCustomerJourneys(filters, config)
  )
  const profile = ofPerson((filters, config) =>
    service.listAdPlanningPersonProfiles(filters, config)
  )
  const ratings = ofPerson((filters, config) =>
    service.listAdPlanningRatings(filters, config)
  )
  const scores = ofPerson((filters, config) =>
    service.listCustomerScores(filters, config)
  )
  const history = ofPerson((filters, config) =>
    service.listAdPlanningScoreHistories(filters, config)
  )
  const sentiments = ofPerson((filters, config) =>
    service.listSentimentAnalyses(filters, config)
  )
  const memberships = ofPerson((filters, config) =>
    service.listSegmentMembers(filters, config)
  )
  const exclusions = ofPerson((filters, config) =>
    service.listAdPlanningSegmentExclusions(filters, config)
  )
  const changes = ofPerson((filters, config) =>
    service.listAdPlanningSegmentHistories(filters, config)
  )
  return [
    { name: "sentiments", pages: withoutOurOwn(sentiments) },
    { name: "identities", pages: withoutOurOwn(links) },
    { name: "conversions", pages: withDetails(service, conversions) },
    { name: "touches", pages: withoutOurOwn(touches) },
    { name: "touchpoints", pages: withoutOurOwn(journeys) },
    {
      name: "experiments",
      pages: withoutOurOwn(exposuresOf(service, personId)),
    },
    { name: "profile", pages: withoutOurOwn(profile) },
    { name: "ratings", pages: withoutOurOwn(ratings) },
    { name: "scores", pages: withoutOurOwn(scores) },
    { name: "score_history", pages: withoutOurOwn(history) },
    { name: "segments", pages: withoutOurOwn(memberships) },
    { name: "segment_exclusions", pages: withoutOurOwn(exclusions) },
    { name: "segment_history", pages: withoutOurOwn(changes) },
  ]
}

/** What the person's own devices saw; one that several share names nobody. */
async function* exposuresOf(
  service: AdPlanningService,
  personId: string
): AsyncGenerator<Row[]> {
  const visitor_id = await service.experiments.visitorsOf(personId)
  yield* keysetPages(
    (filters, config) =>
      service.listAdPlanningExperimentExposures(
        { ...filters, visitor_id },
        config
      ),
    "id",
    "ASC"
  )
}

async function* withDetails(
  service: AdPlanningService,
  pages: AsyncIterable<Row[]>
): AsyncGenerator<Row[]> {
  for await (const page of pages) {
    const adjustments: Row[] =
      await service.listAdPlanningConversionAdjustments(
        { conversion_id: page.map((row) => `${row.id}`) },
        { take: null, order: { occurred_at: "ASC", id: "ASC" } }
      )
    const orderIds = page.flatMap((row) =>
      row.order_id === null ? [] : [`${row.order_id}`]
    )
    const lines: Row[] = await service.listAdPlanningOrderLines(
      { order_id: orderIds },
      { take: null, order: { order_id: "ASC", line_item_id: "ASC" } }
    )
    const claims: Row[] = await service.listAdPlanningPurchaseClaims(
      { order_id: orderIds },
      { take: null, order: { claimed_at: "ASC", id: "ASC" } }
    )
    yield page.map((row) => ({
      ...itsOwn(row),
      adjustments: adjustments
        .filter((one) => one.conversion_id === row.id)
        .map(itsOwn),
      lines: lines.filter((one) => one.order_id === row.order_id).map(itsOwn),
      purchase_claims: claims
        .filter((one) => one.order_id === row.order_id)
        .map(itsOwn),
    }))
  }
}

async function* withoutOurOwn(
  pages: AsyncIterable<Row[]>
): AsyncGenerator<Row[]> {
  for await (const page of pages) {
    yield page.map(itsOwn)
  }
}

/** A row without our twins of amounts and without our hashes of e-mails. */
function itsOwn(row: Row): Row {
  const columns = Object.entries(row).filter(
    ([name]) =>
      !name.startsWith("raw_") && name !== "email_hash" && name !== "deleted_at"
  )
  return {
    ...Object.fromEntries(columns),
    ...(row.kind === "email" ? { value: null } : {}),
  }
}
