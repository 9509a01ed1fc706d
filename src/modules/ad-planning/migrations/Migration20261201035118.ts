import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201035118 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "sentiment_analysis" drop constraint if exists "sentiment_analysis_source_type_source_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_sentiment_item" drop constraint if exists "ad_planning_sentiment_item_source_type_source_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_ai_usage" drop constraint if exists "ad_planning_ai_usage_month_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_ai_usage" ("id" text not null, "month" text not null, "calls" integer not null default 0, "input_tokens" integer not null default 0, "output_tokens" integer not null default 0, "reserved_tokens" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_ai_usage_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_ai_usage_deleted_at" ON "ad_planning_ai_usage" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_ai_usage_month_unique" ON "ad_planning_ai_usage" ("month");`
    )

    this.addSql(
      `create table if not exists "ad_planning_sentiment_item" ("id" text not null, "source_type" text check ("source_type" in ('feedback', 'form_response', 'social_mention', 'comment')) not null, "source_id" text not null, "text_hash" text not null, "status" text check ("status" in ('open', 'parked', 'unscored')) not null, "model_version" text not null, "error_count" integer not null default 0, "last_error" text null, "last_error_at" timestamptz null, "next_try_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_sentiment_item_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_sentiment_item_deleted_at" ON "ad_planning_sentiment_item" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_sentiment_item_source_type_source_id_unique" ON "ad_planning_sentiment_item" ("source_type", "source_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_sentiment_item_status_next_try_at" ON "ad_planning_sentiment_item" ("status", "next_try_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "sentiment_analysis" ("id" text not null, "source_type" text check ("source_type" in ('feedback', 'form_response', 'social_mention', 'comment')) not null, "source_id" text not null, "order_id" text null, "person_id" text null, "email_hash" text null, "customer_id" text null, "visitor_id" text null, "occurred_at" timestamptz not null, "text_hash" text not null, "language" text null, "sentiment_score" double precision not null, "sentiment_label" text check ("sentiment_label" in ('positive', 'negative', 'neutral', 'mixed')) not null, "analyzer_score" double precision not null, "analyzer_label" text check ("analyzer_label" in ('positive', 'negative', 'neutral', 'mixed')) not null, "confidence" double precision not null, "keywords" jsonb not null, "entities" jsonb not null, "aspects" jsonb not null, "model_version" text not null, "analyzed_at" timestamptz not null, "overridden_by" text null, "overridden_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sentiment_analysis_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_deleted_at" ON "sentiment_analysis" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sentiment_analysis_source_type_source_id_unique" ON "sentiment_analysis" ("source_type", "source_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_occurred_at" ON "sentiment_analysis" ("occurred_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_text_hash" ON "sentiment_analysis" ("text_hash") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_person_id_occurred_at" ON "sentiment_analysis" ("person_id", "occurred_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_email_hash" ON "sentiment_analysis" ("email_hash") WHERE email_hash IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_customer_id" ON "sentiment_analysis" ("customer_id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_visitor_id" ON "sentiment_analysis" ("visitor_id") WHERE visitor_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sentiment_analysis_order_id" ON "sentiment_analysis" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_planning_ai_usage" cascade;`)

    this.addSql(`drop table if exists "ad_planning_sentiment_item" cascade;`)

    this.addSql(`drop table if exists "sentiment_analysis" cascade;`)
  }
}
