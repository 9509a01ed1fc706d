import { networkOf } from "../attribution/networks"

/**
 * One name for one network, however it is spelt; what names none in lower case.
 *
 * @example
 * platformName("Google Ads") // "google"
 * platformName("Newsletter") // "newsletter"
 */
export function platformName(platform: string): string {
  return networkOf(platform) ?? platform.trim().toLowerCase()
}
