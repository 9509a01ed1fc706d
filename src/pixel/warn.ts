/** For the shop's developer. Nothing of ours may break the shop's own code. */
export function warn(reason: unknown): void {
  // oxlint-disable-next-line no-console
  console.warn("adPlanning:", reason)
}
