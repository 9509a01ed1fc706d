import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { fetchJson, sendJson } from "../../lib/client"
import type { CampaignRow } from "../../lib/spend-types"

const ROOT = ["ad-planning"]

export interface CampaignPage {
  campaigns: CampaignRow[]
  count: number
  offset: number
  limit: number
}

/** Campaigns with what they cost, their last click and the names they had. */
export function useCampaignPage(query: {
  limit: number
  offset: number
  q?: string
}) {
  return useQuery({
    queryKey: [...ROOT, "campaign-page", query],
    queryFn: () =>
      fetchJson<CampaignPage>("/campaigns", { ...query, details: true }),
    placeholderData: keepPreviousData,
  })
}

/** Whatever is done to a campaign may change every report. */
function useCampaignChange<Input, Answer>(
  change: (input: Input) => Promise<Answer>
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ROOT }),
  })
}

/** Makes a campaign, or with an id changes that one. */
export function useSaveCampaign(id?: string) {
  return useCampaignChange((body: object) =>
    sendJson<{ campaign: CampaignRow }>(
      "POST",
      id === undefined ? "/campaigns" : pathOf(id),
      body
    )
  )
}

export function useDeleteCampaign() {
  return useCampaignChange((id: string) => sendJson("DELETE", pathOf(id)))
}

export function useMergeCampaign(id: string) {
  return useCampaignChange((into: string) =>
    sendJson("POST", `${pathOf(id)}/merge`, { into })
  )
}

export function useUnmergeCampaign() {
  return useCampaignChange((id: string) =>
    sendJson("POST", `${pathOf(id)}/unmerge`)
  )
}

export function useAddSpend(id: string) {
  return useCampaignChange((body: object) =>
    sendJson<{ spread_over: number }>("POST", `${pathOf(id)}/spend`, body)
  )
}

function pathOf(id: string): string {
  return `/campaigns/${encodeURIComponent(id)}`
}
