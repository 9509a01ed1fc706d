import { z } from "@medusajs/framework/zod"
import {
  DATE_FORMATS,
  NUMBER_FORMATS,
  SPEND_FIELDS,
  SPEND_QUESTIONS,
} from "../../../../modules/ad-planning/types"
import { isCurrency } from "../../../../modules/ad-planning/utils/spend/currencies"
import { flag, listParams } from "../../../utils/list-params"
import { SPEND_IMPORT_FIELDS } from "./query-config"

/** Lines of one list of rows; a larger history comes in several or as a file. */
export const MAX_SPEND_LINES = 10_000
const MAX_TEXT = 512
const NO_JSON = "must be a JSON object"

/** Undefined for what is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined
    }
    throw error
  }
}

/** In a query or a form an object is a JSON text. */
const asObject = (value: unknown, context: z.RefinementCtx) => {
  if (typeof value !== "string") {
    return value
  }
  const read = readJson(value)
  if (read === undefined) {
    context.addIssue({ code: "custom", message: NO_JSON })
    return z.NEVER
  }
  return read
}

const name = z.string().min(1).max(MAX_TEXT)

/** How a file is to be read, where it does not say so itself. */
const answers = {
  platform: name.optional(),
  mapping: z
    .unknown()
    .transform(asObject)
    .pipe(z.partialRecord(z.enum(SPEND_FIELDS), name))
    .optional(),
  number_format: z.enum(NUMBER_FORMATS).optional(),
  date_format: z.enum(DATE_FORMATS).optional(),
  currency: z
    .string()
    .refine(isCurrency, "must be a currency of ISO 4217")
    .optional(),
  answers: z
    .unknown()
    .transform(asObject)
    .pipe(z.partialRecord(z.enum(SPEND_QUESTIONS), name))
    .optional(),
  file_name: name.optional(),
}

/** Beside a file in the body, or in the fields of a form. */
export const AdminSpendFileParams = z.strictObject({
  ...answers,
  partial: flag.optional(),
})
export type AdminSpendFileParamsType = z.infer<typeof AdminSpendFileParams>

/** A file as text in JSON. */
export const AdminSpendText = z.strictObject({
  ...answers,
  text: z.string().min(1),
  partial: z.boolean().optional(),
})

export const AdminSpendRows = z.strictObject({
  rows: z.array(z.unknown()).min(1).max(MAX_SPEND_LINES),
  partial: z.boolean().optional(),
})

export const AdminGetSpendImportsParams = listParams(
  { platform: name.optional(), file_name: name.optional() },
  SPEND_IMPORT_FIELDS
)
export type AdminGetSpendImportsParamsType = z.infer<
  typeof AdminGetSpendImportsParams
>
