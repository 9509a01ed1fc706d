import { useQuery } from "@tanstack/react-query"
import { fetchJson } from "../../lib/client"

/** All campaigns by name, for filters and to name them. */
export function useCampaigns() {
  return useQuery({
    queryKey: ["ad-planning", "campaigns"],
    queryFn: () =>
      fetchJson<{ campaigns: { id: string; name: string }[] }>("/campaigns", {
        fields: "id,name",
        limit: 200,
      }),
  })
}

/** A campaign's link to a page; null asks for none. A bad one is not retried. */
export function useCampaignLink(id: string, url: string | null) {
  return useQuery({
    queryKey: ["ad-planning", "campaign-link", id, url],
    queryFn: () =>
      fetchJson<{ link: { url: string } }>(
        `/campaigns/${encodeURIComponent(id)}/link`,
        { url }
      ),
    enabled: url !== null,
    retry: false,
  })
}
