import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { EventEmitter } from "node:events"

type Suite = Parameters<typeof medusaIntegrationTestRunner>[0]

const TIMEOUT_MS = 60_000

/**
 * Medusa's runner of a store, whose tests end when the events they gave rise to
 * are dealt with. The runner itself waits for workflows only: a subscriber that
 * has not begun its workflow would write into the next test's database.
 */
export function testStore(suite: Suite) {
  medusaIntegrationTestRunner({
    ...suite,
    testSuite: (context) => {
      const deliveries = new Set<Promise<unknown>>()
      beforeAll(() => observeDeliveries(context.getContainer(), deliveries))
      afterEach(() => allSettled(deliveries), TIMEOUT_MS)
      suite.testSuite(context)
    },
  })
}

/** Keeps in `deliveries` what subscribers are busy with. */
function observeDeliveries(
  container: MedusaContainer,
  deliveries: Set<Promise<unknown>>
) {
  const { eventEmitter_: emitter } = container.resolve<{
    eventEmitter_: EventEmitter
  }>(Modules.EVENT_BUS)
  emitter.emit = (name, ...messages) => {
    const listeners = emitter.listeners(name)
    for (const listener of listeners) {
      const delivery = Promise.resolve(listener(...messages))
      deliveries.add(delivery)
      void delivery.finally(() => deliveries.delete(delivery))
    }
    return listeners.length > 0
  }
}

async function allSettled(deliveries: Set<Promise<unknown>>) {
  do {
    await Promise.allSettled(deliveries)
    // What a subscriber said last is handed over in a later turn.
    await new Promise((resolve) => setImmediate(resolve))
  } while (deliveries.size > 0)
}
