import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122161107 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "conversion" drop constraint if exists "conversion_idempotency_key_unique";`
    )
    this.addSql(
      `alter table if exists "campaign_attribution" drop constraint if exists "campaign_attribution_touch_key_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_sync_cursor" drop constraint if exists "ad_planning_sync_cursor_name_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_order_placement" drop constraint if exists "ad_planning_order_placement_order_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_identity_link" drop constraint if exists "ad_planning_identity_link_kind_value_person_id_valid_from_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_conversion_adjustment" drop constraint if exists "ad_planning_conversion_adjustment_conversion_id_source_type_source_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign_metric" drop constraint if exists "ad_planning_campaign_metric_ad_campaign_id_date_currency_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign_alias" drop constraint if exists "ad_planning_campaign_alias_kind_normalised_value_website_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign" drop constraint if exists "ad_planning_campaign_platform_external_id_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_campaign" ("id" text not null, "platform" text not null, "external_id" text not null, "name" text not null, "normalised_name" text not null, "status" text null, "started_at" timestamptz null, "stopped_at" timestamptz null, "currency" text null, "account_id" text null, "is_host_campaign" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_campaign_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_deleted_at" ON "ad_planning_campaign" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_platform_external_id_unique" ON "ad_planning_campaign" ("platform", "external_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_normalised_name" ON "ad_planning_campaign" ("normalised_name") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_campaign_alias" ("id" text not null, "kind" text check ("kind" in ('utm_campaign', 'utm_id')) not null, "normalised_value" text not null, "website_id" text not null default '', "ad_campaign_id" text not null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_campaign_alias_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_alias_deleted_at" ON "ad_planning_campaign_alias" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_alias_kind_normalised_value_website_id_unique" ON "ad_planning_campaign_alias" ("kind", "normalised_value", "website_id");`
    )

    this.addSql(
      `create table if not exists "ad_planning_campaign_metric" ("id" text not null, "ad_campaign_id" text not null, "date" text not null, "currency" text not null, "spend" numeric not null, "impressions" numeric not null, "clicks" numeric not null, "claimed_conversions" numeric null, "claimed_value" numeric null, "raw_spend" jsonb not null, "raw_impressions" jsonb not null, "raw_clicks" jsonb not null, "raw_claimed_conversions" jsonb null, "raw_claimed_value" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_campaign_metric_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_metric_deleted_at" ON "ad_planning_campaign_metric" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_metric_ad_campaign_id_date_currency_unique" ON "ad_planning_campaign_metric" ("ad_campaign_id", "date", "currency");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_metric_date" ON "ad_planning_campaign_metric" ("date") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_conversion_adjustment" ("id" text not null, "conversion_id" text not null, "source_type" text check ("source_type" in ('credit_line', 'return', 'cancellation', 'order_change')) not null, "source_id" text not null, "amount" numeric not null, "tax_amount" numeric not null, "shipping_amount" numeric not null, "currency" text not null, "occurred_at" timestamptz not null, "raw_amount" jsonb not null, "raw_tax_amount" jsonb not null, "raw_shipping_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_conversion_adjustment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_conversion_adjustment_deleted_at" ON "ad_planning_conversion_adjustment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_conversion_adjustment_conversion_id_source_type_source_id_unique" ON "ad_planning_conversion_adjustment" ("conversion_id", "source_type", "source_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_conversion_adjustment_occurred_at" ON "ad_planning_conversion_adjustment" ("occurred_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_identity_link" ("id" text not null, "kind" text check ("kind" in ('visitor', 'customer', 'email')) not null, "value" text not null, "person_id" text not null, "valid_from" timestamptz not null, "source" text not null, "revoked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_identity_link_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_identity_link_deleted_at" ON "ad_planning_identity_link" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_identity_link_kind_value_person_id_valid_from_unique" ON "ad_planning_identity_link" ("kind", "value", "person_id", "valid_from");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_identity_link_person_id" ON "ad_planning_identity_link" ("person_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_order_placement" ("id" text not null, "order_id" text not null, "placed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_order_placement_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_order_placement_deleted_at" ON "ad_planning_order_placement" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_order_placement_order_id_unique" ON "ad_planning_order_placement" ("order_id");`
    )

    this.addSql(
      `create table if not exists "ad_planning_sync_cursor" ("id" text not null, "name" text not null, "cursor" timestamptz null, "last_started_at" timestamptz null, "last_succeeded_at" timestamptz null, "rows_read" numeric not null default 0, "last_error" text null, "last_error_at" timestamptz null, "failed_ids" jsonb null, "raw_rows_read" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_sync_cursor_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_sync_cursor_deleted_at" ON "ad_planning_sync_cursor" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_sync_cursor_name_unique" ON "ad_planning_sync_cursor" ("name");`
    )

    this.addSql(
      `create table if not exists "campaign_attribution" ("id" text not null, "touch_key" text not null, "source" text check ("source" in ('session', 'order')) not null, "session_id" text null, "analytics_session_id" text null, "order_id" text null, "visitor_id" text null, "person_id" text null, "website_id" text null, "started_at" timestamptz not null, "confidence" text check ("confidence" in ('dated', 'undated')) not null default 'dated', "is_duplicate" boolean not null default false, "utm_source" text null, "utm_medium" text null, "utm_campaign" text null, "utm_term" text null, "utm_content" text null, "utm_id" text null, "click_ids" jsonb not null, "landing_page" text null, "referrer" text null, "other_campaigns" jsonb null, "channel_group" text check ("channel_group" in ('Direct', 'Cross-network', 'Paid Shopping', 'Paid Search', 'Paid Social', 'Paid Video', 'Display', 'Paid Other', 'Organic Shopping', 'Organic Social', 'Organic Video', 'Organic Search', 'Email', 'Affiliates', 'Referral', 'Audio', 'SMS', 'Mobile Push Notifications', 'Unassigned')) not null, "platform" text check ("platform" in ('meta', 'google', 'generic', 'direct')) not null, "is_paid" boolean not null, "claims_campaign" boolean not null, "ad_campaign_id" text null, "ad_set_id" text null, "ad_id" text null, "is_resolved" boolean not null default false, "resolution_method" text check ("resolution_method" in ('manual', 'platform_id', 'alias', 'name')) null, "unresolved_reason" text check ("unresolved_reason" in ('not_claimed', 'no_match', 'ambiguous')) null, "resolved_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "campaign_attribution_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_deleted_at" ON "campaign_attribution" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_campaign_attribution_touch_key_unique" ON "campaign_attribution" ("touch_key");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_visitor_id_started_at" ON "campaign_attribution" ("visitor_id", "started_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_session_id" ON "campaign_attribution" ("session_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_order_id" ON "campaign_attribution" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_started_at" ON "campaign_attribution" ("started_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_ad_campaign_id_started_at" ON "campaign_attribution" ("ad_campaign_id", "started_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_utm_campaign" ON "campaign_attribution" ("utm_campaign") WHERE is_resolved = false AND claims_campaign AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "conversion" ("id" text not null, "conversion_type" text check ("conversion_type" in ('lead_form_submission', 'add_to_cart', 'begin_checkout', 'purchase', 'page_engagement', 'custom')) not null, "idempotency_key" text not null, "goal_id" text null, "order_id" text null, "person_id" text null, "customer_id" text null, "email_hash" text null, "visitor_id" text null, "session_id" text null, "analytics_session_id" text null, "website_id" text null, "sales_channel_id" text null, "country_code" text null, "converted_at" timestamptz not null, "canceled_at" timestamptz null, "is_first_purchase" boolean not null default false, "currency" text null, "conversion_value" numeric null, "tax_value" numeric null, "shipping_value" numeric null, "discount_value" numeric null, "net_value" numeric null, "net_tax_value" numeric null, "net_shipping_value" numeric null, "fx_currency" text null, "fx_rate" numeric null, "fx_date" text null, "utm_source" text null, "utm_medium" text null, "utm_campaign" text null, "utm_term" text null, "utm_content" text null, "attribution_id" text null, "ad_campaign_id" text null, "ad_set_id" text null, "ad_id" text null, "channel_group" text check ("channel_group" in ('Direct', 'Cross-network', 'Paid Shopping', 'Paid Search', 'Paid Social', 'Paid Video', 'Display', 'Paid Other', 'Organic Shopping', 'Organic Social', 'Organic Video', 'Organic Search', 'Email', 'Affiliates', 'Referral', 'Audio', 'SMS', 'Mobile Push Notifications', 'Unassigned')) null, "platform" text check ("platform" in ('meta', 'google', 'generic', 'direct')) null, "is_paid" boolean null, "claims_campaign" boolean null, "metadata" jsonb null, "raw_conversion_value" jsonb null, "raw_tax_value" jsonb null, "raw_shipping_value" jsonb null, "raw_discount_value" jsonb null, "raw_net_value" jsonb null, "raw_net_tax_value" jsonb null, "raw_net_shipping_value" jsonb null, "raw_fx_rate" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "conversion_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_deleted_at" ON "conversion" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_conversion_idempotency_key_unique" ON "conversion" ("idempotency_key");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_converted_at" ON "conversion" ("converted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_ad_campaign_id_converted_at" ON "conversion" ("ad_campaign_id", "converted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_order_id" ON "conversion" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_person_id_converted_at" ON "conversion" ("person_id", "converted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_email_hash" ON "conversion" ("email_hash") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_customer_id" ON "conversion" ("customer_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_visitor_id_converted_at" ON "conversion" ("visitor_id", "converted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_session_id" ON "conversion" ("session_id") WHERE deleted_at IS NULL;`
    )
    // Written by hand: a model cannot name an index on an expression. Read by mark-first-purchases.
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_buyer" ON "conversion" ((COALESCE("person_id", "email_hash")), "converted_at") WHERE conversion_type = 'purchase' AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_planning_campaign" cascade;`)

    this.addSql(`drop table if exists "ad_planning_campaign_alias" cascade;`)

    this.addSql(`drop table if exists "ad_planning_campaign_metric" cascade;`)

    this.addSql(
      `drop table if exists "ad_planning_conversion_adjustment" cascade;`
    )

    this.addSql(`drop table if exists "ad_planning_identity_link" cascade;`)

    this.addSql(`drop table if exists "ad_planning_order_placement" cascade;`)

    this.addSql(`drop table if exists "ad_planning_sync_cursor" cascade;`)

    this.addSql(`drop table if exists "campaign_attribution" cascade;`)

    this.addSql(`drop table if exists "conversion" cascade;`)
  }
}
