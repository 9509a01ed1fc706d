import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122150136 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "analytics_session" drop constraint if exists "analytics_session_session_id_unique";`
    )
    this.addSql(
      `alter table if exists "analytics_event" drop constraint if exists "analytics_event_event_id_unique";`
    )
    this.addSql(
      `create table if not exists "analytics_event" ("id" text not null, "event_id" text null, "website_id" text not null, "event_type" text check ("event_type" in ('pageview', 'custom_event')) not null, "event_name" text null, "pathname" text not null, "referrer" text null, "referrer_source" text null, "visitor_id" text not null, "session_id" text not null, "user_agent" text null, "browser" text null, "os" text null, "device_type" text null, "country" text null, "utm_source" text null, "utm_medium" text null, "utm_campaign" text null, "utm_term" text null, "utm_content" text null, "query_string" text null, "is_404" boolean not null default false, "metadata" jsonb null, "timestamp" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "analytics_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_event_deleted_at" ON "analytics_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_analytics_event_event_id_unique" ON "analytics_event" ("event_id") WHERE event_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_event_session_id_timestamp" ON "analytics_event" ("session_id", "timestamp") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_event_session_id_event_type_timestamp" ON "analytics_event" ("session_id", "event_type", "timestamp") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_event_session_campaign" ON "analytics_event" ("session_id", "timestamp") WHERE utm_campaign IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_event_visitor_id" ON "analytics_event" ("visitor_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_event_timestamp" ON "analytics_event" ("timestamp") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_event_updated_at" ON "analytics_event" ("updated_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "analytics_session" ("id" text not null, "session_id" text not null, "visitor_id" text not null, "website_id" text not null, "entry_page" text null, "exit_page" text null, "pageviews" integer not null default 0, "duration_seconds" integer not null default 0, "is_bounce" boolean not null default true, "referrer" text null, "referrer_source" text null, "country" text null, "device_type" text null, "browser" text null, "os" text null, "utm_source" text null, "utm_medium" text null, "utm_campaign" text null, "utm_term" text null, "utm_content" text null, "started_at" timestamptz not null, "ended_at" timestamptz null, "last_activity_at" timestamptz not null, "ad_campaign_id" text null, "attribution_resolved" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "analytics_session_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_analytics_session_session_id_unique" ON "analytics_session" ("session_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_session_deleted_at" ON "analytics_session" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_session_visitor_id" ON "analytics_session" ("visitor_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_session_started_at" ON "analytics_session" ("started_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_session_updated_at" ON "analytics_session" ("updated_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_analytics_session_ad_campaign_id" ON "analytics_session" ("ad_campaign_id") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "analytics_event" cascade;`)

    this.addSql(`drop table if exists "analytics_session" cascade;`)
  }
}
