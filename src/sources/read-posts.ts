import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { readGraph } from "./graph"
import type { SourcePost } from "./post-to-journeys"

const postSchema = z.object({
  id: z.string(),
  insights: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? null),
})

/** Posts of the host's socials module, with the comments in them. */
export async function readPosts(
  container: MedusaContainer,
  ids: string[]
): Promise<SourcePost[]> {
  return await readGraph(container, postSchema, {
    entity: "social_post",
    fields: Object.keys(postSchema.shape),
    filters: { id: ids },
  })
}
