import type { LoaderOptions } from "@medusajs/framework/types"
import { isModulePresent } from "../../../lib/host-modules"

// Whose rows we read where the store has them.
const HOST_MODULES = [
  "custom_analytics",
  "feedback",
  "forms",
  "person",
  "socials",
]

/** One line at boot for what is off because the store does not have it. */
export default async function reportAbsentModules({
  logger,
}: LoaderOptions): Promise<void> {
  const absent = HOST_MODULES.filter((key) => !isModulePresent(key))
  if (absent.length > 0) {
    logger?.info(
      `ad-planning: off, because the store lacks these modules: ${absent.join(", ")}`
    )
  }
}
