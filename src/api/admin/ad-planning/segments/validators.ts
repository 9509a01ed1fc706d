import { z } from "@medusajs/framework/zod"
import {
  MEMBER_REASONS,
  SEGMENT_TYPES,
  SUGGESTED_VALUES,
} from "../../../../modules/ad-planning/types"
import {
  AUDIENCE_PLATFORMS,
  segmentCriteriaSchema,
} from "../../../../modules/ad-planning/utils/segmentation-engine"
import { flag, listParams, oneOrMore } from "../../../utils/list-params"
import { MEMBER_FIELDS, SEGMENT_FIELDS } from "./query-config"

const MAX_ID = 128
const MAX_NAME = 255
const MAX_DESCRIPTION = 2_000
const MAX_CHANGED = 1_000
const MAX_IMPORT = 10_000
const MAX_OVERLAP = 10
const MAX_EMAIL = 320

const id = z.string().min(1).max(MAX_ID)
const name = z.string().trim().min(1).max(MAX_NAME)
const on = z.boolean({ error: "must be true or false" })

export const AdminGetSegmentsParams = listParams(
  {
    id: oneOrMore(id),
    name: oneOrMore(name),
    q: z.string().min(1).max(MAX_NAME).optional(),
    segment_type: oneOrMore(z.enum(SEGMENT_TYPES)),
    is_active: flag.optional(),
    auto_update: flag.optional(),
    customer_group_id: oneOrMore(id),
  },
  SEGMENT_FIELDS
)
export type AdminGetSegmentsParamsType = z.infer<typeof AdminGetSegmentsParams>

export const AdminNoParams = z.strictObject({})

const optional = {
  description: z.string().max(MAX_DESCRIPTION).nullable().optional(),
  segment_type: z.enum(SEGMENT_TYPES).optional(),
  is_active: on.optional(),
  auto_update: on.optional(),
}

export const AdminCreateSegment = z.strictObject({
  name,
  criteria: segmentCriteriaSchema,
  ...optional,
})
export type AdminCreateSegmentType = z.infer<typeof AdminCreateSegment>

export const AdminUpdateSegment = z
  .strictObject({
    name: name.optional(),
    // Absent criteria stay; `undefined` would be read as rules.
    criteria: z.unknown().optional(),
    ...optional,
  })
  .refine((body) => Object.keys(body).length > 0, {
    error: "nothing to change",
  })
  .transform(({ criteria, ...rest }, context) => {
    if (criteria === undefined) {
      return rest
    }
    const parsed = segmentCriteriaSchema.safeParse(criteria)
    for (const issue of parsed.error?.issues ?? []) {
      context.addIssue({
        code: "custom",
        path: ["criteria", ...issue.path],
        message: issue.message,
      })
    }
    return parsed.success ? { ...rest, criteria: parsed.data } : z.NEVER
  })
export type AdminUpdateSegmentType = z.infer<typeof AdminUpdateSegment>

export const AdminDeleteSegmentParams = z.strictObject({
  group: z.enum(["keep", "delete"]).optional(),
})

export const AdminPreviewSegment = z.strictObject({
  criteria: segmentCriteriaSchema,
})
export type AdminPreviewSegmentType = z.infer<typeof AdminPreviewSegment>

export const AdminGetOverlapParams = z.strictObject({
  ids: z
    .string()
    .transform((value) => [...new Set(value.split(","))])
    .pipe(
      z
        .array(id)
        .min(2, "must be at least 2 segments")
        .max(MAX_OVERLAP, `must be at most ${MAX_OVERLAP} segments`)
    ),
})

export const AdminGetFieldValuesParams = z.strictObject({
  of: z.enum(SUGGESTED_VALUES),
  q: z.string().max(MAX_NAME).default(""),
})

export const AdminCreateFromTemplate = z.strictObject({
  template: id,
  name: name.optional(),
  ad_campaign_id: id.optional(),
})
export type AdminCreateFromTemplateType = z.infer<
  typeof AdminCreateFromTemplate
>

export const AdminGetMembersParams = listParams(
  {
    person_id: oneOrMore(id),
    added_reason: oneOrMore(z.enum(MEMBER_REASONS)),
  },
  MEMBER_FIELDS
)
export type AdminGetMembersParamsType = z.infer<typeof AdminGetMembersParams>

const people = z.array(id).max(MAX_CHANGED).default([])

export const AdminChangeMembers = z
  .strictObject({ add: people, remove: people })
  .refine(({ add, remove }) => add.length + remove.length > 0, {
    error: "nothing to change",
  })
  .refine(({ add, remove }) => !add.some((one) => remove.includes(one)), {
    path: ["add"],
    error: "must not have anybody who is in remove",
  })
export type AdminChangeMembersType = z.infer<typeof AdminChangeMembers>

export const AdminImportMembers = z
  .strictObject({
    emails: z
      .array(z.string().min(1).max(MAX_EMAIL))
      .max(MAX_IMPORT)
      .default([]),
    customer_ids: z.array(id).max(MAX_IMPORT).default([]),
  })
  .refine(
    ({ emails, customer_ids }) => emails.length + customer_ids.length > 0,
    {
      error: "nothing to import",
    }
  )
export type AdminImportMembersType = z.infer<typeof AdminImportMembers>

export const AdminDuplicateSegment = z.strictObject({ name: name.optional() })
export type AdminDuplicateSegmentType = z.infer<typeof AdminDuplicateSegment>

export const AdminSyncSegment = z.strictObject({
  is_on: on,
  group: z.enum(["keep", "delete"]).default("keep"),
})
export type AdminSyncSegmentType = z.infer<typeof AdminSyncSegment>

export const AdminGetAudienceParams = z.strictObject({
  platform: z.enum(AUDIENCE_PLATFORMS),
})
