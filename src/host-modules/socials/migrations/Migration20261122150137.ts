import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122150137 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "lead" drop constraint if exists "lead_meta_lead_id_unique";`
    )
    this.addSql(
      `create table if not exists "ad" ("id" text not null, "meta_ad_id" text not null, "ad_set_id" text not null, "name" text not null, "status" text null, "preview_url" text null, "last_synced_at" timestamptz null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_deleted_at" ON "ad" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_meta_ad_id" ON "ad" ("meta_ad_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_ad_set_id" ON "ad" ("ad_set_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_account" ("id" text not null, "meta_account_id" text not null, "name" text not null, "status" text null, "currency" text null, "timezone_name" text null, "last_synced_at" timestamptz null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_account_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_account_deleted_at" ON "ad_account" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_account_meta_account_id" ON "ad_account" ("meta_account_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_campaign" ("id" text not null, "meta_campaign_id" text not null, "ad_account_id" text not null, "name" text not null, "objective" text null, "status" text check ("status" in ('ACTIVE', 'PAUSED', 'DELETED', 'ARCHIVED')) not null default 'ACTIVE', "daily_budget" numeric null, "lifetime_budget" numeric null, "start_time" timestamptz null, "stop_time" timestamptz null, "spend" numeric not null default 0, "impressions" integer not null default 0, "clicks" integer not null default 0, "last_synced_at" timestamptz null, "metadata" jsonb null, "raw_daily_budget" jsonb null, "raw_lifetime_budget" jsonb null, "raw_spend" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_campaign_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_campaign_deleted_at" ON "ad_campaign" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_campaign_meta_campaign_id" ON "ad_campaign" ("meta_campaign_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_campaign_ad_account_id" ON "ad_campaign" ("ad_account_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_campaign_updated_at" ON "ad_campaign" ("updated_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_insights" ("id" text not null, "date_start" timestamptz not null, "date_stop" timestamptz not null, "time_increment" text not null default '1', "level" text check ("level" in ('account', 'campaign', 'adset', 'ad')) not null, "ad_account_id" text null, "campaign_id" text null, "adset_id" text null, "ad_id" text null, "meta_account_id" text null, "meta_campaign_id" text null, "meta_adset_id" text null, "meta_ad_id" text null, "spend" numeric not null default 0, "currency" text null, "impressions" integer not null default 0, "clicks" integer not null default 0, "reach" integer not null default 0, "leads" integer not null default 0, "conversions" integer not null default 0, "age" text null, "gender" text null, "country" text null, "region" text null, "platform_position" text null, "publisher_platform" text null, "device_platform" text null, "synced_at" timestamptz null, "metadata" jsonb null, "raw_spend" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_insights_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_insights_deleted_at" ON "ad_insights" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_insights_date_start" ON "ad_insights" ("date_start") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_insights_campaign_id_date_start" ON "ad_insights" ("campaign_id", "date_start") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_insights_meta_campaign_id_date_start" ON "ad_insights" ("meta_campaign_id", "date_start") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_insights_updated_at" ON "ad_insights" ("updated_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_set" ("id" text not null, "meta_adset_id" text not null, "campaign_id" text not null, "name" text not null, "status" text null, "daily_budget" numeric null, "lifetime_budget" numeric null, "start_time" timestamptz null, "end_time" timestamptz null, "last_synced_at" timestamptz null, "metadata" jsonb null, "raw_daily_budget" jsonb null, "raw_lifetime_budget" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_set_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_set_deleted_at" ON "ad_set" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_set_meta_adset_id" ON "ad_set" ("meta_adset_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_set_campaign_id" ON "ad_set" ("campaign_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "lead" ("id" text not null, "meta_lead_id" text null, "email" text null, "phone" text null, "full_name" text null, "first_name" text null, "last_name" text null, "campaign_id" text null, "adset_id" text null, "ad_id" text null, "form_id" text null, "source_platform" text null, "created_time" timestamptz not null, "status" text not null default 'new', "estimated_value" numeric null, "utm_source" text null, "utm_medium" text null, "utm_campaign" text null, "utm_term" text null, "utm_content" text null, "person_id" text null, "resolved_campaign_id" text null, "field_data" jsonb null, "metadata" jsonb null, "raw_estimated_value" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lead_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lead_deleted_at" ON "lead" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lead_meta_lead_id_unique" ON "lead" ("meta_lead_id") WHERE meta_lead_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lead_email" ON "lead" ("email") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lead_created_time" ON "lead" ("created_time") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lead_updated_at" ON "lead" ("updated_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lead_resolved_campaign_id" ON "lead" ("resolved_campaign_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_post" ("id" text not null, "name" text null, "caption" text null, "status" text not null default 'draft', "post_url" text null, "scheduled_at" timestamptz null, "posted_at" timestamptz null, "insights" jsonb null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_post_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_deleted_at" ON "social_post" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_posted_at" ON "social_post" ("posted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_updated_at" ON "social_post" ("updated_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad" cascade;`)

    this.addSql(`drop table if exists "ad_account" cascade;`)

    this.addSql(`drop table if exists "ad_campaign" cascade;`)

    this.addSql(`drop table if exists "ad_insights" cascade;`)

    this.addSql(`drop table if exists "ad_set" cascade;`)

    this.addSql(`drop table if exists "lead" cascade;`)

    this.addSql(`drop table if exists "social_post" cascade;`)
  }
}
