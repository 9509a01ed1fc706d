import type { JourneyFact } from "../modules/ad-planning/types"
import { readInstant } from "../modules/ad-planning/utils/period/read-instant"
import { cleanText } from "../modules/ad-planning/utils/text/normalise"
import { socialTouchpoint } from "./social-touchpoint"

/** A post of the host's socials module. */
export interface SourcePost {
  id: string
  /** Comments sit here, under names that depend on the platform. */
  insights: Record<string, unknown> | null
}

const COMMENT_LISTS = ["comments", "instagram_comments", "comments_data"]

/**
 * The comments of a post as touchpoints, each once by its own id, however many
 * lists name it. What has no id or no time is left out.
 */
export function postToJourneys(post: SourcePost): JourneyFact[] {
  const facts = new Map<string, JourneyFact>()
  for (const comment of commentsOf(post.insights ?? {})) {
    const id = cleanText(comment.id)
    const timestamp = readInstant(
      comment.created_time ?? comment.created_at ?? comment.timestamp
    )
    if (id && timestamp && !facts.has(id)) {
      facts.set(
        id,
        socialTouchpoint("social_comment", id, timestamp, {
          post_id: post.id,
          text: cleanText(comment.message ?? comment.text),
          author: authorOf(comment),
        })
      )
    }
  }
  return [...facts.values()]
}

type Comment = Record<string, unknown>

/** `comments` may be only how many there are. */
function commentsOf(insights: Record<string, unknown>): Comment[] {
  return COMMENT_LISTS.flatMap((name) => {
    const value = insights[name]
    const list = isRecord(value) ? value.data : value
    return Array.isArray(list) ? list.filter(isRecord) : []
  })
}

function authorOf({ from, username }: Comment): string | null {
  const author = isRecord(from) ? (from.name ?? from.username) : from
  return cleanText(author ?? username)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
