import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201034138 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "budget_forecast" drop constraint if exists "budget_forecast_scope_forecast_date_generated_on_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_response_curve" drop constraint if exists "ad_planning_response_curve_ad_campaign_id_fitted_on_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_pacing_state" drop constraint if exists "ad_planning_pacing_state_ad_campaign_id_month_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_forecast_series" drop constraint if exists "ad_planning_forecast_series_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign_budget" drop constraint if exists "ad_planning_campaign_budget_ad_campaign_id_source_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_anomaly" drop constraint if exists "ad_planning_anomaly_scope_metric_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_anomaly" drop constraint if exists "ad_planning_anomaly_scope_metric_starts_on_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_anomaly" ("id" text not null, "scope" text not null, "ad_campaign_id" text null, "metric" text check ("metric" in ('spend', 'clicks', 'visits_per_click', 'conversions', 'revenue')) not null, "starts_on" text not null, "ends_on" text not null, "observed" double precision not null, "expected" double precision not null, "lower" double precision not null, "upper" double precision not null, "p_value" double precision not null, "cause" jsonb null, "detected_at" timestamptz not null, "closed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_anomaly_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_anomaly_deleted_at" ON "ad_planning_anomaly" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_anomaly_scope_metric_starts_on_unique" ON "ad_planning_anomaly" ("scope", "metric", "starts_on");`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_anomaly_scope_metric_unique" ON "ad_planning_anomaly" ("scope", "metric") WHERE closed_at IS NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_budget_plan" ("id" text not null, "name" text not null, "objective" text check ("objective" in ('revenue', 'conversions', 'profit')) not null, "total_budget" numeric not null, "currency" text not null, "from_date" text not null, "to_date" text not null, "request" jsonb not null, "result" jsonb not null, "raw_total_budget" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_budget_plan_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_budget_plan_deleted_at" ON "ad_planning_budget_plan" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_budget_plan_from_date" ON "ad_planning_budget_plan" ("from_date") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_campaign_budget" ("id" text not null, "ad_campaign_id" text not null, "source" text check ("source" in ('host', 'store')) not null, "currency" text not null, "daily_amount" numeric null, "monthly_amount" numeric null, "lifetime_amount" numeric null, "raw_daily_amount" jsonb null, "raw_monthly_amount" jsonb null, "raw_lifetime_amount" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_campaign_budget_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_budget_deleted_at" ON "ad_planning_campaign_budget" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_budget_ad_campaign_id_source_unique" ON "ad_planning_campaign_budget" ("ad_campaign_id", "source");`
    )

    this.addSql(
      `create table if not exists "ad_planning_forecast_event" ("id" text not null, "name" text not null, "kind" text check ("kind" in ('promotion', 'holiday', 'other')) not null, "starts_on" text not null, "ends_on" text not null, "ad_campaign_id" text null, "expected_factor" double precision null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_forecast_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_forecast_event_deleted_at" ON "ad_planning_forecast_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_forecast_event_starts_on" ON "ad_planning_forecast_event" ("starts_on") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_forecast_series" ("id" text not null, "scope" text not null, "metric" text check ("metric" in ('spend', 'impressions', 'clicks', 'conversions', 'revenue')) not null, "generated_on" text not null, "status" text check ("status" in ('ok', 'insufficient_data')) not null, "observed" integer not null, "required" integer not null, "from_date" text null, "to_date" text null, "method" text null, "is_model_based" boolean not null default false, "error_count" integer not null default 0, "naive_scale" double precision null, "model_errors" jsonb null, "scaling" double precision null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_forecast_series_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_forecast_series_deleted_at" ON "ad_planning_forecast_series" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_forecast_series_unique" ON "ad_planning_forecast_series" ("scope", "metric", "generated_on");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_forecast_series_generated_on" ON "ad_planning_forecast_series" ("generated_on") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_pacing_state" ("id" text not null, "ad_campaign_id" text not null, "month" text not null, "band" text check ("band" in ('far_under', 'under', 'on_pace', 'over', 'far_over')) not null, "projected_share" double precision not null, "crossed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_pacing_state_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_pacing_state_deleted_at" ON "ad_planning_pacing_state" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_pacing_state_ad_campaign_id_month_unique" ON "ad_planning_pacing_state" ("ad_campaign_id", "month");`
    )

    this.addSql(
      `create table if not exists "ad_planning_response_curve" ("id" text not null, "ad_campaign_id" text not null, "fitted_on" text not null, "currency" text not null, "is_usable" boolean not null, "refusal" text null, "curve" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_response_curve_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_response_curve_deleted_at" ON "ad_planning_response_curve" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_response_curve_ad_campaign_id_fitted_on_unique" ON "ad_planning_response_curve" ("ad_campaign_id", "fitted_on");`
    )

    this.addSql(
      `create table if not exists "budget_forecast" ("id" text not null, "scope" text not null, "scope_type" text check ("scope_type" in ('total', 'platform', 'campaign', 'rest')) not null, "ad_campaign_id" text null, "platform" text null, "forecast_date" text not null, "generated_on" text not null, "generated_at" timestamptz not null, "horizon" integer not null, "currency" text not null, "method" text not null, "predicted_spend" double precision null, "predicted_impressions" double precision null, "predicted_clicks" double precision null, "predicted_conversions" double precision null, "predicted_revenue" double precision null, "intervals" jsonb not null, "naive" jsonb not null, "actual_spend" double precision null, "actual_impressions" double precision null, "actual_clicks" double precision null, "actual_conversions" double precision null, "actual_revenue" double precision null, "actual_at" timestamptz null, "error" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "budget_forecast_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_budget_forecast_deleted_at" ON "budget_forecast" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_budget_forecast_scope_forecast_date_generated_on_unique" ON "budget_forecast" ("scope", "forecast_date", "generated_on");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_budget_forecast_generated_on" ON "budget_forecast" ("generated_on") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_budget_forecast_forecast_date" ON "budget_forecast" ("forecast_date") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_planning_anomaly" cascade;`)

    this.addSql(`drop table if exists "ad_planning_budget_plan" cascade;`)

    this.addSql(`drop table if exists "ad_planning_campaign_budget" cascade;`)

    this.addSql(`drop table if exists "ad_planning_forecast_event" cascade;`)

    this.addSql(`drop table if exists "ad_planning_forecast_series" cascade;`)

    this.addSql(`drop table if exists "ad_planning_pacing_state" cascade;`)

    this.addSql(`drop table if exists "ad_planning_response_curve" cascade;`)

    this.addSql(`drop table if exists "budget_forecast" cascade;`)
  }
}
