import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AtRiskAnswer, ModelAnswer } from "../../lib/at-risk-types"
import { fetchJson } from "../../lib/client"

const KEY = "ad-planning"

/** Customers at risk, the most value at stake first. */
export function useAtRisk(query: { limit: number; offset: number }) {
  return useQuery({
    queryKey: [KEY, "at-risk", query],
    queryFn: () => fetchJson<AtRiskAnswer>("/customers/at-risk", query),
    placeholderData: keepPreviousData,
  })
}

/** The model card of a type of score; asked for when it is opened. */
export function useScoreModel(type: "clv" | "churn_risk", isOpen: boolean) {
  return useQuery({
    queryKey: [KEY, "score-model", type],
    queryFn: () => fetchJson<ModelAnswer>("/scores/model", { type }),
    enabled: isOpen,
  })
}
