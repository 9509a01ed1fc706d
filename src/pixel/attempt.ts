/** For the shop's developer. */
export function warn(reason: unknown): void {
  // oxlint-disable-next-line no-console
  console.warn("adPlanning:", reason)
}

/** What the shop hands us must break neither this script nor the shop. */
export function attempt(act: () => void): void {
  try {
    act()
  } catch (error) {
    warn(error)
  }
}
