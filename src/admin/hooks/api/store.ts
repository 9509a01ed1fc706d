import { useQuery } from "@tanstack/react-query"
import { fetchStoreMetadata } from "../../lib/client"

// Where the demo store's seed notes how much it loaded.
const DEMO_KEY = "ad_planning_demo"

/** Whether what the pages show is, in part, made up. */
export function useIsDemo(): boolean {
  const { data } = useQuery({
    queryKey: ["ad-planning", "store-metadata"],
    queryFn: fetchStoreMetadata,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return ["newest", "full"].includes(`${data?.[DEMO_KEY]}`)
}
