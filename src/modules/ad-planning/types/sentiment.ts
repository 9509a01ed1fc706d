/** What an analysed text is of; the plan's names. */
export const SENTIMENT_SOURCES = [
  "feedback",
  "form_response",
  "social_mention",
  "comment",
] as const
export type SentimentSource = (typeof SENTIMENT_SOURCES)[number]

export const SENTIMENT_LABELS = [
  "positive",
  "negative",
  "neutral",
  "mixed",
] as const
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number]

export const SENTIMENT_ITEM_STATUSES = ["open", "parked", "unscored"] as const
export type SentimentItemStatus = (typeof SENTIMENT_ITEM_STATUSES)[number]

/** What of a shop a text can speak of. */
export const SENTIMENT_ASPECTS = [
  "delivery",
  "price",
  "quality",
  "size",
  "service",
  "product",
  "website",
] as const
export type SentimentAspect = (typeof SENTIMENT_ASPECTS)[number]

export interface AspectScore {
  aspect: SentimentAspect
  /** -1 to 1. */
  score: number
}

/** What an analyser says of one text. */
export interface TextSentiment {
  /** ISO 639-1; null where nothing tells it. */
  language: string | null
  /** -1 to 1. */
  score: number
  label: SentimentLabel
  /** 0 to 1: how sure the analyser is of the label. */
  confidence: number
  keywords: string[]
  entities: string[]
  aspects: AspectScore[]
}

/** Names one text. */
export interface SentimentKey {
  source_type: SentimentSource
  source_id: string
}

/** A text as its source has it now, before it is analysed. */
export interface SentimentText extends SentimentKey {
  text: string
  text_hash: string
  /** When it was written. */
  occurred_at: Date
  email_hash: string | null
  customer_id: string | null
  visitor_id: string | null
  order_id: string | null
}
