import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type {
  ConversionInput,
  JourneyFact,
  JourneyKey,
  Mention,
  NpsAnswer,
} from "../../../../modules/ad-planning/types"
import { eventToConversion } from "../../../../sources/event-to-conversion"
import { eventToJourney } from "../../../../sources/event-to-journey"
import { isIdentify } from "../../../../sources/identify-to-link"
import { mentionToJourney } from "../../../../sources/mention-to-journey"
import { postToJourneys } from "../../../../sources/post-to-journeys"
import { readAnalyticsEvents } from "../../../../sources/read-analytics-events"
import { readPosts } from "../../../../sources/read-posts"
import type { RatingChanges } from "../../../../modules/ad-planning/effects/sync-ratings"
import { tellFeedback, tellNpsAnswers } from "../tell-answers"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface TrackJourneysInput {
  /** AnalyticsEvent ids. */
  analytics_event_ids?: string[]
  /** Feedback ids of the host's feedback module. */
  feedback_ids?: string[]
  /** SocialPost ids of the host's socials module. */
  social_post_ids?: string[]
  mentions?: Mention[]
  /** Answers on 0 to 10, by our own link or as the store states them. */
  nps_answers?: NpsAnswer[]
}

interface Told {
  facts: JourneyFact[]
  /** What is told no more. */
  gone: JourneyKey[]
  /** Conversions of the events that meet a goal. */
  conversions: ConversionInput[]
  /** Events that tell who their visitor is. */
  identify_ids: string[]
  /** The questions and answers that some of the facts are. */
  ratings: RatingChanges
}

const DAY_MS = 86_400_000

// Waiting for another event of the same row.
const LOCK_TIMEOUT_SECONDS = 60

export const trackJourneysStepId = "track-journeys"

/**
 * Writes the touchpoints that these rows are. What can change is read and
 * written under a lock each, so that of two events at the same time the one that
 * writes last has also read last. Undone by putting back what was there.
 */
export const trackJourneysStep = createStep(
  trackJourneysStepId,
  async (input: TrackJourneysInput, { container }) => {
    const keys = lockKeys(input)
    const { undo, ...result } = keys.length
      ? await container
          .resolve(Modules.LOCKING)
          .execute(keys, () => sync(container, input), {
            timeout: LOCK_TIMEOUT_SECONDS,
          })
      : await sync(container, input)
    return new StepResponse(result, undo)
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).journeys.putBackJourneys(
        undo.keys,
        undo.before
      )
    }
  }
)

/** Of the rows that can change: events and mentions never do. */
function lockKeys({
  feedback_ids = [],
  social_post_ids = [],
  nps_answers = [],
}: TrackJourneysInput): string[] {
  return [
    ...feedback_ids.map((id) => `ad-planning:feedback:${id}`),
    ...social_post_ids.map((id) => `ad-planning:social_post:${id}`),
    ...nps_answers.map(({ id }) => `ad-planning:nps_answer:${id}`),
  ].toSorted()
}

async function sync(container: MedusaContainer, input: TrackJourneysInput) {
  const service = serviceOf(container)
  const told = [
    await tellEvents(container, input.analytics_event_ids ?? []),
    {
      ...NOTHING,
      ...(await tellFeedback(container, input.feedback_ids ?? [])),
    },
    await tellPosts(container, input.social_post_ids ?? []),
    tellMentions(input.mentions ?? []),
    {
      ...NOTHING,
      ...(await tellNpsAnswers(container, input.nps_answers ?? [])),
    },
  ]
  const facts = told.flatMap((part) => part.facts)
  const gone = told.flatMap((part) => part.gone)
  const ratings = {
    facts: told.flatMap((part) => part.ratings.facts),
    gone: told.flatMap((part) => part.ratings.gone),
  }
  const keys = [...facts, ...gone, ...ratings.facts, ...ratings.gone].map(
    ({ source_type, source_id }) => ({
      source_type,
      source_id,
    })
  )
  const before = await service.journeys.snapshotJourneys(keys)
  return {
    changed: await service.journeys.syncJourneys(facts, gone, ratings),
    conversions: told.flatMap((part) => part.conversions),
    identify_ids: told.flatMap((part) => part.identify_ids),
    undo: { keys, before },
  }
}

const NOTHING: Told = {
  facts: [],
  gone: [],
  conversions: [],
  identify_ids: [],
  ratings: { facts: [], gone: [] },
}

/** An event that the host deleted stays: some hosts keep them for 90 days only. */
async function tellEvents(
  container: MedusaContainer,
  ids: string[]
): Promise<Told> {
  if (ids.length === 0 || !isModulePresent("custom_analytics")) {
    return NOTHING
  }
  const service = serviceOf(container)
  const { page_view_days } = service.options.retention
  const keptSince = new Date(Date.now() - page_view_days * DAY_MS)
  const goals = await service.goals.activeGoals()
  const events = await readAnalyticsEvents(container, ids)
  return {
    ...NOTHING,
    identify_ids: events.filter(isIdentify).map((event) => event.id),
    facts: events.flatMap((event) => eventToJourney(event, keptSince) ?? []),
    conversions: events.flatMap(
      (event) => eventToConversion(event, goals) ?? []
    ),
  }
}

/** Comments that a post no longer lists stay: platforms hand over the newest. */
async function tellPosts(
  container: MedusaContainer,
  ids: string[]
): Promise<Told> {
  if (ids.length === 0 || !isModulePresent("socials")) {
    return NOTHING
  }
  const posts = await readPosts(container, ids)
  return { ...NOTHING, facts: posts.flatMap(postToJourneys) }
}

function tellMentions(mentions: Mention[]): Told {
  return { ...NOTHING, facts: mentions.map(mentionToJourney) }
}
