import { z } from "@medusajs/framework/zod"
import {
  IDENTITY_KINDS,
  IDENTITY_STATUSES,
} from "../../../../modules/ad-planning/types"
import { listParams, oneOrMore } from "../../../utils/list-params"
import { IDENTITY_FIELDS, REFUSAL_FIELDS } from "./query-config"

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

export const AdminGetRefusedParams = listParams(
  {
    kind: oneOrMore(z.enum(IDENTITY_KINDS)),
    value: oneOrMore(text),
    status: oneOrMore(z.enum(IDENTITY_STATUSES)),
  },
  REFUSAL_FIELDS
)
export type AdminGetRefusedParamsType = z.infer<typeof AdminGetRefusedParams>

export const AdminRefuseIdentity = z.strictObject({
  kind: z.enum(IDENTITY_KINDS),
  /** Of an e-mail the e-mail itself, or its keyed hash. */
  value: text,
})
export type AdminRefuseIdentityType = z.infer<typeof AdminRefuseIdentity>

/** What takes no field. */
export const AdminEmptyBody = z.strictObject({})
