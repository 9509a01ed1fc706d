import type { SentimentText } from "../../../modules/ad-planning/types"
import { textHash } from "../../../modules/ad-planning/utils/sentiment/text-hash"

/** Texts of sources, in the words that whoever asks has read there. */
export function statedTexts(
  texts: SentimentText[],
  stated: string | undefined,
  secret: string
): SentimentText[] {
  return stated === undefined
    ? texts
    : texts.map((text) => ({
        ...text,
        text: stated,
        text_hash: textHash(stated, secret),
      }))
}
