import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123041717 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "ad_planning_suppression" drop constraint if exists "ad_planning_suppression_kind_value_hash_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_backfill_run" ("id" text not null, "status" text check ("status" in ('running', 'completed', 'failed', 'canceled')) not null, "sources" jsonb not null, "from" timestamptz null, "source" text null, "after_id" text null, "rows_total" integer null, "rows_read" integer not null default 0, "rows_written" integer not null default 0, "started_at" timestamptz not null, "finished_at" timestamptz null, "last_error" text null, "last_error_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_backfill_run_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_backfill_run_deleted_at" ON "ad_planning_backfill_run" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_backfill_run_status" ON "ad_planning_backfill_run" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_backfill_run_started_at" ON "ad_planning_backfill_run" ("started_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_erasure" ("id" text not null, "reason" text check ("reason" in ('request', 'person_deleted', 'customer_deleted')) not null, "requested_by" text null, "erased_at" timestamptz not null, "counts" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_erasure_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_erasure_deleted_at" ON "ad_planning_erasure" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_erasure_erased_at" ON "ad_planning_erasure" ("erased_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_suppression" ("id" text not null, "erasure_id" text not null, "kind" text check ("kind" in ('visitor', 'customer', 'email', 'person')) not null, "value_hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_suppression_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_suppression_deleted_at" ON "ad_planning_suppression" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_suppression_kind_value_hash_unique" ON "ad_planning_suppression" ("kind", "value_hash");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_suppression_erasure_id" ON "ad_planning_suppression" ("erasure_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "conversion" add column if not exists "erased_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_conversion_attribution_id" ON "conversion" ("attribution_id") WHERE attribution_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_person_id_started_at" ON "campaign_attribution" ("person_id", "started_at") WHERE person_id IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_planning_backfill_run" cascade;`)

    this.addSql(`drop table if exists "ad_planning_erasure" cascade;`)

    this.addSql(`drop table if exists "ad_planning_suppression" cascade;`)

    this.addSql(`drop index if exists "IDX_conversion_attribution_id";`)
    this.addSql(
      `drop index if exists "IDX_campaign_attribution_person_id_started_at";`
    )
    this.addSql(
      `alter table if exists "conversion" drop column if exists "erased_at";`
    )
  }
}
