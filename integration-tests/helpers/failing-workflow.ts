import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { changedTables, readTables } from "./tables"

const REASON = "broken on purpose"

const breakStep = createStep("break-on-purpose", async () => {
  throw new Error(REASON)
})

/**
 * What a workflow finds, what it is told, and which tables it changes when
 * nothing fails.
 */
export type UndoCase<Input> = [
  name: string,
  prepare: (container: MedusaContainer) => Promise<Input>,
  changes: string[],
]

/** Runs a workflow as the first step of one whose second step fails. */
export function failingAfter<Input extends object>(
  // Its result is of no interest, nor are its hooks.
  workflow: ReturnWorkflow<Input, unknown, []>,
  // One workflow of a name per process.
  purpose = "undo"
) {
  const failing = createWorkflow(
    `failing-after-${workflow.getName()}-${purpose}`,
    (input: WorkflowData<Input>) => {
      const result = workflow.runAsStep({ input })
      breakStep()
      return new WorkflowResponse(result)
    }
  )
  return async (container: MedusaContainer, input: Input): Promise<void> => {
    const { errors } = await failing(container).run({
      input,
      throwOnError: false,
    })
    expect(errors.map(({ error }) => error.message)).toEqual([REASON])
  }
}

/**
 * What an undo puts back. That a person is to be looked at once more stays noted: it
 * is harmless, and done within a minute.
 */
export async function readUndone(container: MedusaContainer) {
  const { ad_planning_stale_person: _noted, ...tables } =
    await readTables(container)
  return tables
}

/** Tests of one workflow: what fails after it leaves every row as it was. */
export function describeUndo<Input extends object>(
  getContainer: () => MedusaContainer,
  workflow: ReturnWorkflow<Input, unknown, []>,
  cases: UndoCase<Input>[]
) {
  const runAndFail = failingAfter(workflow)
  describe(workflow.getName(), () => {
    it.each(cases)("undoes its work on %s", async (_name, prepare, changes) => {
      const container = getContainer()
      const input = await prepare(container)
      const before = await readUndone(container)
      await runAndFail(container, input)
      expect(await readUndone(container)).toEqual(before)
      // So that the test means something: without the failure it writes.
      await workflow(container).run({ input })
      const after = await readUndone(container)
      expect(changedTables(before, after).toSorted()).toEqual(
        changes.toSorted()
      )
    })
  })
}
