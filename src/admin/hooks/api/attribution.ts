import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { ReportQuery } from "../../../api/utils/report-params"
import type {
  AliasAnswer,
  AliasesAnswer,
  ChangesAnswer,
  ClaimedAnswer,
  CohortsAnswer,
  CompareAnswer,
  DataDrivenAnswer,
  DeletedAliasAnswer,
  ExplanationAnswer,
} from "../../lib/api-types"
import { fetchJson, isNotFound, sendJson } from "../../lib/client"
import type { StatsGroup } from "../../../modules/ad-planning/types/reports"

const KEY = "ad-planning"
const EXPLANATION = [KEY, "explanation"]

type PeriodQuery = Omit<ReportQuery, "compare">

/** All models side by side. */
export function useCompare(query: PeriodQuery & { group_by: StatsGroup }) {
  return useAttribution<CompareAnswer>("/attribution/compare", query)
}

/** What the data-driven model has learnt; null asks for nothing. */
export function useDataDriven(query: PeriodQuery | null) {
  return useAttribution<DataDrivenAnswer>("/attribution/data-driven", query)
}

/** What the platforms claim, beside what is counted here. */
export function useClaimed(query: PeriodQuery) {
  return useAttribution<ClaimedAnswer>("/attribution/claimed", query)
}

/** First-time buyers of a period, and what they are worth since. */
export function useCohorts(query: PeriodQuery) {
  return useAttribution<CohortsAnswer>("/attribution/cohorts", query)
}

/** What moved a period's figures after a day. */
export function useAttributionChanges(query: PeriodQuery & { since?: string }) {
  return useAttribution<ChangesAnswer>("/attribution/changes", query)
}

export function useAliases(query: { limit: number; offset: number }) {
  return useAttribution<AliasesAnswer>("/attribution/aliases", {
    ...query,
    order: "-created_at",
  })
}

export interface AliasBody {
  kind: "utm_campaign" | "utm_id"
  value: string
  ad_campaign_id: string
  website_id?: string
}

/** Settles a utm value, for the past too. */
export function useCreateAlias() {
  return useChange((body: AliasBody) =>
    sendJson<AliasAnswer>("POST", "/attribution/aliases", body)
  )
}

/** Takes a settled value back, for the past too. */
export function useDeleteAlias() {
  return useChange((id: string) =>
    sendJson<DeletedAliasAnswer>(
      "DELETE",
      `/attribution/aliases/${encodeURIComponent(id)}`
    )
  )
}

/** Why a conversion, or an order, is credited as it is; null asks for none. */
export function useExplanation(id: string | null) {
  return useQuery({
    queryKey: [...EXPLANATION, id],
    queryFn: () => fetchJson<ExplanationAnswer>(explanationPath(id ?? "")),
    enabled: id !== null,
    retry: (count, error) => count < 3 && !isNotFound(error),
  })
}

export interface ChoiceBody {
  ad_campaign_id: string
}

/** Gives one conversion to a campaign; null takes such a choice back. */
export function useChooseCampaign(id: string) {
  return useChange((body: ChoiceBody | null) =>
    body
      ? sendJson<ExplanationAnswer>("POST", explanationPath(id), body)
      : sendJson<ExplanationAnswer>("DELETE", explanationPath(id))
  )
}

function explanationPath(id: string) {
  return `/attribution/conversions/${encodeURIComponent(id)}`
}

/** The former figures stay while others are fetched: nothing jumps. */
function useAttribution<Answer>(path: string, query: object | null) {
  return useQuery({
    queryKey: [KEY, path, query],
    queryFn: () => fetchJson<Answer>(path, { ...query }),
    placeholderData: keepPreviousData,
    enabled: query !== null,
  })
}

/** Something after which any figure may be another. */
function useChange<Body, Answer>(send: (body: Body) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY] }),
  })
}
