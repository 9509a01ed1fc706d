import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import { serviceOf } from "../modules/ad-planning/service-of"
import { optionalText, readGraph } from "./graph"
import { PERSON_MODULE } from "./person-module"

const detailSchema = z.object({ id: z.string(), person_id: optionalText })

/**
 * Whose an address, a tag or a customer is that an event names; of nobody known,
 * nobody.
 *
 * @param event - the event's name, which says what the ids are of
 */
export async function personIdsOfDetails(
  container: MedusaContainer,
  event: string,
  ids: string[]
): Promise<string[]> {
  if (ids.length === 0 || !isModulePresent(PERSON_MODULE)) {
    return []
  }
  const rows = event.startsWith("customer.")
    ? await serviceOf(container).listAdPlanningIdentityLinks(
        { kind: "customer", value: ids, revoked_at: null },
        { select: ["person_id"], take: null }
      )
    : await readGraph(container, detailSchema, {
        entity: event.includes("address") ? "person_address" : "person_tags",
        fields: ["id", "person_id"],
        filters: { id: ids },
      })
  return [...new Set(rows.flatMap((row) => row.person_id ?? []))]
}
