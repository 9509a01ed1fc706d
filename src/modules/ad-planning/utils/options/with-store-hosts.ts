import type { AdPlanningOptions } from "../../types"
import { hostsOfOrigins } from "../attribution/referrer"

/**
 * The options with the store's own hosts among `own_domains`: those of the origins that
 * may call its Store API.
 *
 * @param storeCors - the store's `http.storeCors`
 */
export function withStoreHosts(
  options: AdPlanningOptions,
  storeCors = ""
): AdPlanningOptions {
  const { attribution } = options
  const hosts = hostsOfOrigins(storeCors)
  return {
    ...options,
    attribution: {
      ...attribution,
      own_domains: [...new Set([...attribution.own_domains, ...hosts])],
    },
  }
}
