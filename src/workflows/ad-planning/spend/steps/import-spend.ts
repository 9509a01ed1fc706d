import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type {
  OnExistingDays,
  SpendDay,
  SpendLeftOut,
  SpendName,
} from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface ImportSpendInput {
  lines: SpendDay[]
  names?: SpendName[]
  file_name?: string | null
  accounts?: string[]
  time_zone?: string | null
  left_out?: SpendLeftOut[]
  on_existing?: OnExistingDays
  /** The user of the store who does it. */
  actor_id?: string | null
}

export const importSpendStepId = "import-spend"

/**
 * Writes imported campaign days as one import. A campaign named without an id is the
 * known one of that platform and name, if there is exactly one. Undone by taking the
 * import back and forgetting it.
 */
export const importSpendStep = createStep(
  importSpendStepId,
  async (input: ImportSpendInput, { container }) => {
    const result = await serviceOf(container).spend.importSpend({
      days: input.lines,
      names: input.names ?? [],
      file_name: input.file_name ?? null,
      accounts: input.accounts ?? [],
      time_zone: input.time_zone ?? null,
      left_out: input.left_out ?? [],
      on_existing: input.on_existing,
      imported_by: input.actor_id ?? null,
      imported_at: new Date().toISOString(),
    })
    return new StepResponse(result, result.is_new ? result.id : null)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).spend.revokeImport(id)
    }
  }
)
