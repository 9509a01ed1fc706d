import { model } from "@medusajs/framework/utils"

/** A lead from a Meta lead ad, or typed in. */
export const Lead = model
  .define("Lead", {
    id: model.id({ prefix: "lead" }).primaryKey(),
    meta_lead_id: model.text().nullable(),
    email: model.text().nullable(),
    phone: model.text().nullable(),
    full_name: model.text().nullable(),
    first_name: model.text().nullable(),
    last_name: model.text().nullable(),
    // Meta's own ids, as in AdCampaign.meta_campaign_id; not ours.
    campaign_id: model.text().nullable(),
    adset_id: model.text().nullable(),
    ad_id: model.text().nullable(),
    form_id: model.text().nullable(),
    source_platform: model.text().nullable(),
    // When the person sent the form; leads are synced later.
    created_time: model.dateTime(),
    status: model.text().default("new"),
    estimated_value: model.bigNumber().nullable(),
    utm_source: model.text().nullable(),
    utm_medium: model.text().nullable(),
    utm_campaign: model.text().nullable(),
    utm_term: model.text().nullable(),
    utm_content: model.text().nullable(),
    person_id: model.text().nullable(),
    resolved_campaign_id: model.text().nullable(),
    field_data: model.json().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    {
      on: ["meta_lead_id"],
      unique: true,
      where: "meta_lead_id IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["email"] },
    { on: ["created_time"] },
    { on: ["updated_at"] },
    { on: ["resolved_campaign_id"] },
  ])
