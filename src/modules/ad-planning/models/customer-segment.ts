import { model } from "@medusajs/framework/utils"
import { SEGMENT_TYPES } from "../types/segments"
import SegmentMember from "./segment-member"

/** A group of people by rules; `criteria` says who, `segment_member` has them. */
const CustomerSegment = model
  .define("customer_segment", {
    id: model.id({ prefix: "custseg" }).primaryKey(),
    name: model.text().searchable(),
    description: model.text().nullable(),
    segment_type: model.enum([...SEGMENT_TYPES]).default("custom"),
    // SegmentCriteria, validated and in the form of react-querybuilder.
    criteria: model.json(),
    // The template it was made from.
    template: model.text().nullable(),
    is_active: model.boolean().default(true),
    // False: only a person or a request calculates it, no job.
    auto_update: model.boolean().default(true),
    customer_count: model.number().default(0),
    last_calculated_at: model.dateTime().nullable(),
    // Why the last calculation failed; null after one that did not.
    last_error: model.text().nullable(),

    // Mirrors the members to a customer group of the store.
    sync_customer_group: model.boolean().default(false),
    // The group that we created for it; never one that was there before.
    customer_group_id: model.text().nullable(),
    group_synced_at: model.dateTime().nullable(),
    // Members with an account, who are in the group, and those without.
    group_member_count: model.number().nullable(),
    group_without_account: model.number().nullable(),
    // Changes by hand that the last syncs undid, and when last.
    group_edits_undone: model.number().default(0),
    group_edited_at: model.dateTime().nullable(),

    members: model.hasMany<() => typeof SegmentMember>(() => SegmentMember, {
      mappedBy: "segment",
    }),
  })
  .cascades({ delete: ["members"] })
  .indexes([
    { on: ["is_active"] },
    {
      on: ["customer_group_id"],
      unique: true,
      where: "customer_group_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default CustomerSegment
