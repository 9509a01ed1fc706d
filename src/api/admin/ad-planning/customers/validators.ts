import { z } from "@medusajs/framework/zod"

export const AdminMergePersons = z.strictObject({
  /** The person who both are. */
  into: z.string().min(1).max(512),
})
export type AdminMergePersonsType = z.infer<typeof AdminMergePersons>

export const AdminUnmergePerson = z.strictObject({})
