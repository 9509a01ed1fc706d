import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123013345 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "customer_journey" drop constraint if exists "customer_journey_source_type_source_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_identity_status" drop constraint if exists "ad_planning_identity_status_kind_value_status_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_identity_status" ("id" text not null, "kind" text check ("kind" in ('visitor', 'customer', 'email')) not null, "value" text not null, "status" text check ("status" in ('shared', 'refused')) not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_identity_status_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_identity_status_deleted_at" ON "ad_planning_identity_status" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_identity_status_kind_value_status_unique" ON "ad_planning_identity_status" ("kind", "value", "status");`
    )

    this.addSql(
      `create table if not exists "customer_journey" ("id" text not null, "source_type" text check ("source_type" in ('order', 'feedback', 'form_response', 'lead', 'analytics_event', 'pixel', 'social_comment', 'social_mention')) not null, "source_id" text not null, "event_type" text check ("event_type" in ('form_submit', 'feedback', 'purchase', 'page_view', 'social_engage', 'lead_capture', 'add_to_cart', 'begin_checkout', 'custom')) not null, "event_data" jsonb not null, "channel" text check ("channel" in ('web', 'social', 'email', 'sms')) not null, "stage" text check ("stage" in ('awareness', 'consideration', 'conversion', 'retention')) not null, "timestamp" timestamptz not null, "person_id" text null, "email_hash" text null, "customer_id" text null, "visitor_id" text null, "session_id" text null, "value" numeric null, "currency" text null, "ad_campaign_id" text null, "website_id" text null, "raw_value" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "customer_journey_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_journey_deleted_at" ON "customer_journey" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_customer_journey_source_type_source_id_unique" ON "customer_journey" ("source_type", "source_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_journey_person_id_timestamp" ON "customer_journey" ("person_id", "timestamp") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_journey_visitor_id_timestamp" ON "customer_journey" ("visitor_id", "timestamp") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_journey_event_type_timestamp" ON "customer_journey" ("event_type", "timestamp") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_journey_session_id" ON "customer_journey" ("session_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_journey_email_hash" ON "customer_journey" ("email_hash") WHERE email_hash IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_journey_customer_id" ON "customer_journey" ("customer_id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "ad_planning_identity_link" add column if not exists "evidence" text null, add column if not exists "revoked_by" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_identity_link_evidence" ON "ad_planning_identity_link" ("evidence") WHERE evidence IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `update "ad_planning_identity_link" set "evidence" = 'person:' || "person_id", "revoked_by" = case when "revoked_at" is not null then 'record' end where "source" = 'person';`
    )
    this.addSql(
      `update "ad_planning_identity_link" link set "evidence" = fact."evidence" from (select "visitor_id", "customer_id", "converted_at", min("idempotency_key") as "evidence" from "conversion" where "conversion_type" = 'purchase' and "deleted_at" is null group by 1, 2, 3) fact where link."source" = 'order' and link."valid_from" = fact."converted_at" and (link."kind" = 'visitor' and link."value" = fact."visitor_id" or link."kind" = 'customer' and link."value" = fact."customer_id");`
    )
    // What else follows from the store's rows is written when they are read: all
    // of them once more.
    this.addSql(
      `update "ad_planning_sync_cursor" set "cursor" = null where "name" in ('person', 'order', 'lead', 'form_response', 'analytics_event');`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_planning_identity_status" cascade;`)

    this.addSql(`drop table if exists "customer_journey" cascade;`)

    this.addSql(
      `drop index if exists "IDX_ad_planning_identity_link_evidence";`
    )
    this.addSql(
      `alter table if exists "ad_planning_identity_link" drop column if exists "evidence", drop column if exists "revoked_by";`
    )
  }
}
