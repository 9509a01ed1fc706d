import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { inChunks } from "../../../lib/in-chunks"
import { readGraph } from "../../../sources/graph"

const CHUNKS = { size: 500 }

type FieldValue = string | number | boolean | null

/** The fields of a host's row that we fill in, beside its id. */
export type WrittenRow = { id: string } & Record<string, FieldValue>

/** Rows of a host's module that have the plan's fields. */
export interface WriteBackTarget {
  entity: string
  /** The fields, and what they are where nothing was written yet. */
  defaults: Record<string, FieldValue>
  update(container: MedusaContainer, rows: WrittenRow[]): Promise<unknown>
}

/** Rows that said the same, as little as undoing needs. */
export interface FormerRows {
  fields: Record<string, FieldValue>
  ids: string[]
}

const rowSchema = z.looseObject({ id: z.string() })
const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

/**
 * Tells rows of a host's module what we found, only where it differs: a
 * courtesy, nothing of ours reads it. Left out, with one line, where the host's
 * model has no such fields. Read and written in chunks, whatever there is to tell.
 *
 * @param rowsOf - what the rows that belong to some of `about` should say
 * @returns the rows it changed, as they were before
 */
export async function writeBack(
  container: MedusaContainer,
  target: WriteBackTarget,
  about: string[],
  rowsOf: (some: string[]) => Promise<WrittenRow[]>
): Promise<FormerRows[]> {
  const former = new Map<string, FormerRows>()
  await inChunks(about, CHUNKS, async (some) => {
    await inChunks(await rowsOf(some), CHUNKS, async (wanted) => {
      for (const { id, ...fields } of await writeChunk(
        container,
        target,
        wanted
      )) {
        const key = JSON.stringify(fields)
        const same = former.get(key) ?? { fields, ids: [] }
        same.ids.push(id)
        former.set(key, same)
      }
    })
  })
  return [...former.values()]
}

/** Has rows say again what they said before; of one that changed twice, the first. */
export async function undoWriteBack(
  container: MedusaContainer,
  target: WriteBackTarget,
  former: FormerRows[]
): Promise<void> {
  for (const { fields, ids } of former.toReversed()) {
    await inChunks(ids, CHUNKS, (some) =>
      target.update(
        container,
        some.map((id) => ({ ...fields, id }))
      )
    )
  }
}

async function writeChunk(
  container: MedusaContainer,
  target: WriteBackTarget,
  wanted: WrittenRow[]
): Promise<WrittenRow[]> {
  const fields = Object.keys(target.defaults)
  const current = await readGraph(container, rowSchema, {
    entity: target.entity,
    fields: ["id", ...fields],
    filters: { id: wanted.map((row) => row.id) },
  })
  if (current.some((row) => fields.some((field) => row[field] === undefined))) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(
        `ad-planning: ${target.entity} has no ${fields.join(" and ")}, its rows are not written back`
      )
    return []
  }
  const before = new Map(
    current.map((row) => [row.id, writtenRow(row, target.defaults)])
  )
  const changed = wanted.filter((row) => {
    const known = before.get(row.id)
    return known && fields.some((field) => known[field] !== row[field])
  })
  if (changed.length > 0) {
    await target.update(container, changed)
  }
  return changed.flatMap((row) => before.get(row.id) ?? [])
}

function writtenRow(
  row: z.infer<typeof rowSchema>,
  defaults: WriteBackTarget["defaults"]
): WrittenRow {
  const values = Object.entries(defaults).map(
    ([field, value]) => [field, fieldValue.parse(row[field]) ?? value] as const
  )
  return { ...Object.fromEntries(values), id: row.id }
}
