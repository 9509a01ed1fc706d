import { useQuery } from "@tanstack/react-query"
import { fetchJson } from "../../lib/client"

// As many as the API gives at once.
const PAGE_SIZE = 200

export interface Campaign {
  id: string
  name: string
  platform: string
  status: string | null
}

/** All campaigns by name, for filters, to choose from and to name them. */
export function useCampaigns() {
  return useQuery({
    queryKey: ["ad-planning", "campaigns"],
    queryFn: async () => {
      const campaigns: Campaign[] = []
      let page: { campaigns: Campaign[]; count: number }
      do {
        page = await fetchJson("/campaigns", {
          fields: "id,name,platform,status",
          order: "name",
          limit: PAGE_SIZE,
          offset: campaigns.length,
        })
        campaigns.push(...page.campaigns)
      } while (page.campaigns.length > 0 && campaigns.length < page.count)
      return { campaigns }
    },
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
