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

/** Which analysed texts are meant. */
export interface SentimentFilters {
  id?: string[]
  /** Only greater ids. */
  after_id?: string
  /** ISO 8601, of when a text was written; `to` is not in it. */
  from?: string
  to?: string
  /** IANA zone in which days begin. */
  timezone: string
  source_type?: SentimentSource[]
  source_id?: string[]
  label?: SentimentLabel[]
  language?: string[]
  person_id?: string[]
  order_id?: string[]
  model_version?: string[]
  is_overridden?: boolean
  aspect?: SentimentAspect
  /** Part of a keyword or name. */
  q?: string
  product_id?: string
  ad_campaign_id?: string
  /** Texts about a buyer's first purchase, or about later ones. */
  first_purchase?: boolean
  nps_group?: "promoter" | "passive" | "detractor"
}

/** Counts and sums of one group of texts. */
export interface SentimentStatsRow {
  key: string | null
  texts: number
  sum: number
  sum_squares: number
  positive: number
  negative: number
  neutral: number
  mixed: number
}

export type SentimentTermRow = Pick<
  SentimentStatsRow,
  "texts" | "sum" | "sum_squares"
> & { key: string }

/** An analysed text as lists show it. */
export interface ListedSentiment extends SentimentKey {
  id: string
  order_id: string | null
  person_id: string | null
  occurred_at: Date
  language: string | null
  sentiment_score: number
  sentiment_label: SentimentLabel
  analyzer_score: number
  analyzer_label: SentimentLabel
  confidence: number
  keywords: string[]
  entities: string[]
  aspects: AspectScore[]
  model_version: string
  analyzed_at: Date
  overridden_by: string | null
  overridden_at: Date | null
  /** Net purchases so far in the reporting currency. */
  customer_value: number | null
}

/** How often an analyser said one label where a person meant another. */
export interface LabelPair {
  model_version: string
  said: SentimentLabel
  meant: SentimentLabel
  texts: number
}

/** What a list can be in the order of. */
export const SENTIMENT_ORDERS = [
  "occurred_at",
  "sentiment_score",
  "analyzed_at",
  "confidence",
  "customer_value",
  "id",
] as const
export type SentimentOrder = (typeof SENTIMENT_ORDERS)[number]

/** What texts can be counted by. */
export const SENTIMENT_GROUPS = [
  "source_type",
  "label",
  "language",
  "day",
  "week",
  "month",
  "product",
  "campaign",
  "model_version",
] as const
export type SentimentGroup = (typeof SENTIMENT_GROUPS)[number]

export type SentimentTerm = "keywords" | "entities" | "aspects"
