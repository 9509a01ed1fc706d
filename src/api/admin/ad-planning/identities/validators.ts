import { z } from "@medusajs/framework/zod"
import { IDENTITY_KINDS } from "../../../../modules/ad-planning/types"
import { listParams, oneOrMore } from "../../../utils/list-params"
import { IDENTITY_FIELDS } from "./query-config"

const text = z.string().min(1).max(512)

export const AdminGetIdentitiesParams = listParams(
  {
    person_id: oneOrMore(text),
    kind: oneOrMore(z.enum(IDENTITY_KINDS)),
    value: oneOrMore(text),
    source: oneOrMore(text),
    evidence: oneOrMore(text),
  },
  IDENTITY_FIELDS
)
export type AdminGetIdentitiesParamsType = z.infer<
  typeof AdminGetIdentitiesParams
>

/** What takes no field. */
export const AdminEmptyBody = z.strictObject({})
