import type { JourneyFact, Mention } from "../modules/ad-planning/types"
import { cleanText } from "../modules/ad-planning/utils/text/normalise"
import { socialTouchpoint } from "./social-touchpoint"

/** The touchpoint a mention is. */
export function mentionToJourney(mention: Mention): JourneyFact {
  const { platform, id, text, author, url, time } = mention
  return socialTouchpoint(
    "social_mention",
    `${platform}:${id}`,
    new Date(time),
    {
      platform,
      text: cleanText(text),
      author: cleanText(author),
      url: cleanText(url),
    }
  )
}
