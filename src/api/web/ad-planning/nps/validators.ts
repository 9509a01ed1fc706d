import { z } from "@medusajs/framework/zod"

const MAX_TOKEN = 256

export const WebNpsParams = z.object({
  token: z.string().min(1).max(MAX_TOKEN),
})
export type WebNpsParamsType = z.infer<typeof WebNpsParams>

/** Of a form every value is text. */
export const WebNpsAnswer = z.strictObject({
  token: z.string().min(1).max(MAX_TOKEN),
  value: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(0).max(10)),
  comment: z.string().max(4_000).nullable().optional(),
})
export type WebNpsAnswerType = z.infer<typeof WebNpsAnswer>
