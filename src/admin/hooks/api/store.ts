import { useQuery } from "@tanstack/react-query"
import { fetchStoreMetadata } from "../../lib/client"

// Where the demo store's seed notes how much it loaded.
const DEMO_KEY = "ad_planning_demo"

/** Whether what the pages show is, in part, made up; undefined until known. */
export function useIsDemo(): boolean | undefined {
  const { data, isPending } = useQuery({
    queryKey: ["ad-planning", "store-metadata"],
    queryFn: fetchStoreMetadata,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return isPending
    ? undefined
    : ["newest", "full"].includes(`${data?.[DEMO_KEY]}`)
}
