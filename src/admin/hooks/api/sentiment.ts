import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { fetchJson, type Query, sendJson } from "../../lib/client"

const SENTIMENT = ["ad-planning", "sentiment"]

export type Label = "positive" | "negative" | "neutral" | "mixed"

export interface SentimentItem {
  id: string
  text: string | null
  source_type: string
  order_id: string | null
  person_id: string | null
  customer_value: number | null
  occurred_at: string
  language: string | null
  sentiment_score: number
  sentiment_label: Label
  overridden_at: string | null
}

interface Figures {
  key: string | null
  texts: number
  mean: number | null
  lower: number | null
  upper: number | null
}

export interface SentimentStats {
  stats: (Figures & { labels: Record<Label, number> })[]
  totals: Figures & { labels: Record<Label, number> }
  aspects: Figures[]
}

export interface SentimentPage {
  sentiments: SentimentItem[]
  count: number
  offset: number
  limit: number
}

/** How texts feel by month, and what they speak of. */
export function useSentimentStats() {
  const query = { group_by: "month" }
  return useQuery({
    queryKey: [...SENTIMENT, "stats", query],
    queryFn: () => fetchJson<SentimentStats>("/sentiment/stats", query),
  })
}

export function useSentiments(query: Query) {
  return useQuery({
    queryKey: [...SENTIMENT, query],
    queryFn: () => fetchJson<SentimentPage>("/sentiment", query),
    placeholderData: keepPreviousData,
  })
}

/** A person's word on a text. */
export function useOverrideSentiment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, label }: { id: string; label: Label }) =>
      sendJson("POST", `/sentiment/${encodeURIComponent(id)}`, {
        sentiment_label: label,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: SENTIMENT }),
  })
}
