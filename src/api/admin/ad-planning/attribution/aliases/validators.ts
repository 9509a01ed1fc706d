import { z } from "@medusajs/framework/zod"
import { ALIAS_KINDS } from "../../../../../modules/ad-planning/types"
import { listParams, oneOrMore } from "../../../../utils/list-params"
import { ALIAS_COLUMNS } from "./query-config"

const id = z.string().min(1).max(512)

export const AdminGetAliasesParams = listParams(
  {
    kind: oneOrMore(z.enum(ALIAS_KINDS)),
    ad_campaign_id: oneOrMore(id),
    website_id: oneOrMore(id),
    /** A part of the value, as it is compared. */
    q: id.optional(),
  },
  ALIAS_COLUMNS
).omit({ fields: true })
export type AdminGetAliasesParamsType = z.infer<typeof AdminGetAliasesParams>

export const AdminSettleAlias = z.strictObject({
  kind: z.enum(ALIAS_KINDS).default("utm_campaign"),
  value: id,
  ad_campaign_id: id,
  /** Only there; everywhere without one. */
  website_id: id.nullable().optional(),
})
export type AdminSettleAliasType = z.infer<typeof AdminSettleAlias>
