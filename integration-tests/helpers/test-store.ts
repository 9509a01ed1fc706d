import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { EventEmitter } from "node:events"
import { adPlanning, sql } from "./ad-planning"

// The runner has no place for a copier of one's own.
jest.mock(
  "@medusajs/test-utils/dist/medusa-test-runner-utils/postgres-template",
  () => {
    const { quickCopier } = jest.requireActual("./database-copies")
    return quickCopier(
      jest.requireActual(
        "@medusajs/test-utils/dist/medusa-test-runner-utils/postgres-template"
      )
    )
  }
)

type Runner = Parameters<typeof medusaIntegrationTestRunner>[0]

/** What tests of a store are given. */
export type StoreContext = Parameters<Runner["testSuite"]>[0]

const TIMEOUT_MS = 60_000

/**
 * Boots one store and runs suites in it, each under its own name and as if the
 * store were new: a suite begins with the database as it was after the boot, and
 * each of its tests with what the suite's own `beforeAll` hooks made of that.
 * Those of a `describe` within it are too late to be kept.
 *
 * A test ends when the events it gave rise to are dealt with. Medusa's runner
 * itself waits for workflows only: a subscriber that has not begun its workflow
 * would write into the next test's database.
 */
export function testStore(
  suites: Record<string, (context: StoreContext) => void>
) {
  medusaIntegrationTestRunner({
    testSuite: (context) => {
      const { dbUtils, getContainer, utils } = context
      const deliveries = new Set<Promise<unknown>>()
      const booted = { templateName: `${context.dbConfig.dbName}-booted` }

      async function quiet() {
        await allSettled(deliveries)
        await utils.waitWorkflowExecutions()
        await adPlanning(getContainer()).pixel.flushPixelCalls()
      }

      // Within the runner's own, so that its hooks are the outer ones.
      describe("", () => {
        beforeAll(async () => {
          observeDeliveries(getContainer(), deliveries)
          await dbUtils.snapshot(booted)
        })
        afterEach(() => allSettled(deliveries), TIMEOUT_MS)
        afterAll(() =>
          sql(getContainer(), `DROP DATABASE "${booted.templateName}"`)
        )

        for (const [name, suite] of Object.entries(suites)) {
          describe(name, () => {
            beforeAll(() => dbUtils.restore(booted))
            suite(context)
            beforeAll(async () => {
              await quiet()
              await dbUtils.snapshot()
            }, TIMEOUT_MS)
            afterAll(async () => {
              jest.restoreAllMocks()
              await quiet()
            }, TIMEOUT_MS)
          })
        }
      })
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
