import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201034654 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "ad_planning_experiment_exposure" drop constraint if exists "ad_planning_experiment_exposure_experiment_id_visitor_id_unique";`
    )
    this.addSql(
      `alter table if exists "ab_experiment" drop constraint if exists "ab_experiment_key_unique";`
    )
    this.addSql(
      `create table if not exists "ab_experiment" ("id" text not null, "key" text not null, "name" text not null, "hypothesis" text null, "experiment_type" text check ("experiment_type" in ('ad_creative', 'landing_page', 'audience', 'budget', 'bidding', 'storefront')) not null, "status" text check ("status" in ('draft', 'running', 'completed')) not null default 'draft', "variants" jsonb not null, "coverage" double precision not null default 1, "hash_seed" text null, "namespace" jsonb null, "primary_metric" jsonb not null, "guardrail_metrics" jsonb not null, "decision_method" text check ("decision_method" in ('sequential', 'fixed')) not null default 'sequential', "confidence_level" double precision not null default 0.95, "minimum_detectable_effect" double precision not null default 0.05, "planned_visitors" integer null, "conversion_window_hours" integer not null default 168, "use_cuped" boolean not null default false, "is_split_test" boolean not null default false, "website_id" text null, "started_at" timestamptz null, "ended_at" timestamptz null, "plan" jsonb null, "results" jsonb null, "calculated_at" timestamptz null, "is_final" boolean not null default false, "is_significant" boolean not null default false, "significant_at" timestamptz null, "p_value" double precision null, "improvement_percent" double precision null, "shipment" jsonb null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ab_experiment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ab_experiment_deleted_at" ON "ab_experiment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ab_experiment_key_unique" ON "ab_experiment" ("key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ab_experiment_status" ON "ab_experiment" ("status") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_experiment_exposure" ("id" text not null, "experiment_id" text not null, "visitor_id" text not null, "variant" text not null, "exposed_at" timestamptz not null, "conflict_at" timestamptz null, "website_id" text null, "device" text check ("device" in ('desktop', 'mobile', 'tablet')) null, "country_code" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_experiment_exposure_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_experiment_exposure_deleted_at" ON "ad_planning_experiment_exposure" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_experiment_exposure_experiment_id_visitor_id_unique" ON "ad_planning_experiment_exposure" ("experiment_id", "visitor_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_experiment_exposure_experiment_id_exposed_at" ON "ad_planning_experiment_exposure" ("experiment_id", "exposed_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_experiment_exposure_visitor_id" ON "ad_planning_experiment_exposure" ("visitor_id") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ab_experiment" cascade;`)

    this.addSql(
      `drop table if exists "ad_planning_experiment_exposure" cascade;`
    )
  }
}
