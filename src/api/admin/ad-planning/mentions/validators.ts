import { z } from "@medusajs/framework/zod"
import { storableInstant } from "../../../utils/list-params"

const text = (max: number) => z.string().trim().min(1).max(max)

/** What somebody said about the shop on a social network. */
export const AdminCreateMention = z.strictObject({
  platform: text(64).transform((name) => name.toLowerCase()),
  /** The platform's own id: told twice, it counts once. */
  id: text(255),
  text: text(10_000),
  time: storableInstant,
  author: text(255).optional(),
  url: z
    .url({
      protocol: /^https?$/,
      error: "must be an address that begins with http:// or https://",
    })
    .max(512)
    .optional(),
})
export type AdminCreateMentionType = z.infer<typeof AdminCreateMention>
