import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

interface EventMessage {
  name: string
  data: unknown
}

/**
 * Lets no event reach a subscriber, so that only the test says what runs when.
 * What would have been said is remembered.
 *
 * @returns a function that answers the events of one name since the last call
 */
export function silenceEvents(container: MedusaContainer) {
  const messages: EventMessage[] = []
  jest
    .spyOn(container.resolve(Modules.EVENT_BUS), "emit")
    .mockImplementation(async (events) => {
      messages.push(...([events].flat() as EventMessage[]))
    })
  return (name: string): EventMessage[] => {
    const found = messages.filter((message) => message.name === name)
    messages.length = 0
    return found
  }
}
