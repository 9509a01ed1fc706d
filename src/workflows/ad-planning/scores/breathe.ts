import { setImmediate } from "node:timers/promises"

/** Lets requests have their turn between two steps of a long calculation. */
export async function breathe(): Promise<void> {
  await setImmediate()
}
