import { model } from "@medusajs/framework/utils"

/**
 * What Meta reports for one day of an account, campaign, ad set or ad.
 *
 * Rows with a breakdown share the table: a total is a row of one `level` with
 * time_increment "1" whose seven breakdown columns are all null.
 */
export const AdInsights = model
  .define("AdInsights", {
    id: model.id({ prefix: "adins" }).primaryKey(),
    // UTC midnight of the day in the account's time zone.
    date_start: model.dateTime(),
    date_stop: model.dateTime(),
    time_increment: model.text().default("1"),
    level: model.enum(["account", "campaign", "adset", "ad"]),
    // Our ids.
    ad_account_id: model.text().nullable(),
    campaign_id: model.text().nullable(),
    adset_id: model.text().nullable(),
    ad_id: model.text().nullable(),
    meta_account_id: model.text().nullable(),
    meta_campaign_id: model.text().nullable(),
    meta_adset_id: model.text().nullable(),
    meta_ad_id: model.text().nullable(),
    // Major units of `currency`, the account's.
    spend: model.bigNumber().default(0),
    currency: model.text().nullable(),
    impressions: model.number().default(0),
    clicks: model.number().default(0),
    reach: model.number().default(0),
    leads: model.number().default(0),
    conversions: model.number().default(0),
    age: model.text().nullable(),
    gender: model.text().nullable(),
    country: model.text().nullable(),
    region: model.text().nullable(),
    platform_position: model.text().nullable(),
    publisher_platform: model.text().nullable(),
    device_platform: model.text().nullable(),
    synced_at: model.dateTime().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    { on: ["date_start"] },
    { on: ["campaign_id", "date_start"] },
    { on: ["meta_campaign_id", "date_start"] },
    { on: ["updated_at"] },
  ])
