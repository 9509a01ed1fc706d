import type { Context, MedusaContainer } from "@medusajs/framework/types"
import { MedusaContextType } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { optionalDate, readGraph } from "./graph"
import { PERSON_MODULE } from "./person-module"

/** What a person's own record says of their engagement. */
export interface EngagementTold {
  id: string
  engagement_score: number
  last_interaction_at: Date | null
}

const schema = z.object({
  id: z.string(),
  engagement_score: z.coerce
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  last_interaction_at: optionalDate,
})

/** By person; of those that the store has. */
export async function readToldEngagement(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, EngagementTold>> {
  const rows = ids.length
    ? await readGraph(container, schema, {
        entity: "person",
        fields: Object.keys(schema.shape),
        filters: { id: ids },
      })
    : []
  return new Map(rows.map((row) => [row.id, row]))
}

interface EngagementModule {
  updatePeople(
    people: Partial<EngagementTold>[],
    sharedContext: Context
  ): Promise<unknown>
}

// With a context of its own its events are sent at once, not kept until a workflow
// ends.
const OWN_CONTEXT: Context = { __type: MedusaContextType }

/** Writes it through the host's own service; an unknown time is left as it is. */
export async function updateEngagement(
  container: MedusaContainer,
  rows: EngagementTold[]
): Promise<void> {
  await container.resolve<EngagementModule>(PERSON_MODULE).updatePeople(
    rows.map(({ last_interaction_at, ...row }) => ({
      ...row,
      ...(last_interaction_at ? { last_interaction_at } : {}),
    })),
    OWN_CONTEXT
  )
}
