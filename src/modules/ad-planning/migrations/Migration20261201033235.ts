import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201033235 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "ad_planning_nps_snapshot" ("id" text not null, "day" text not null, "scope" text not null, "window_days" integer not null, "promoters" integer not null, "passives" integer not null, "detractors" integer not null, "all_promoters" integer not null, "all_passives" integer not null, "all_detractors" integer not null, "undetermined" integer not null, "asked" integer not null, "asked_answered" integer not null, "nps" double precision null, "margin" double precision null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_nps_snapshot_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_nps_snapshot_deleted_at" ON "ad_planning_nps_snapshot" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_nps_snapshot_day_scope_unique" ON "ad_planning_nps_snapshot" ("day", "scope");`
    )

    this.addSql(
      `create table if not exists "ad_planning_person_profile" ("id" text not null, "person_id" text not null, "country" text null, "state" text null, "city" text null, "birth_date" text null, "tags" text[] not null, "has_account" boolean not null default false, "metadata" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_person_profile_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_person_profile_deleted_at" ON "ad_planning_person_profile" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_person_profile_person_id_unique" ON "ad_planning_person_profile" ("person_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_person_profile_country" ON "ad_planning_person_profile" ("country") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_rating" ("id" text not null, "source_type" text check ("source_type" in ('feedback', 'nps_answer')) not null, "source_id" text not null, "person_id" text null, "named_person_id" text null, "email_hash" text null, "customer_id" text null, "order_id" text null, "asked_at" timestamptz null, "answered_at" timestamptz null, "expires_at" timestamptz null, "state" text check ("state" in ('asked', 'undetermined', 'answered', 'not_customer')) not null, "scale" text not null, "value" double precision null, "comment" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_rating_pkey" primary key ("id"), constraint ad_planning_rating_scale_check check (scale IN ('1-5', '0-10')));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_deleted_at" ON "ad_planning_rating" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_rating_source_type_source_id_unique" ON "ad_planning_rating" ("source_type", "source_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_person_id_answered_at" ON "ad_planning_rating" ("person_id", "answered_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_answered_at" ON "ad_planning_rating" ("answered_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_asked_at" ON "ad_planning_rating" ("asked_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_order_id" ON "ad_planning_rating" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_email_hash" ON "ad_planning_rating" ("email_hash") WHERE email_hash IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_customer_id" ON "ad_planning_rating" ("customer_id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_rating_named_person_id" ON "ad_planning_rating" ("named_person_id") WHERE named_person_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_score_history" ("id" text not null, "person_id" text not null, "score_type" text check ("score_type" in ('nps', 'engagement', 'clv', 'churn_risk')) not null, "score_value" double precision not null, "calculated_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_score_history_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_score_history_deleted_at" ON "ad_planning_score_history" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_score_history_key" ON "ad_planning_score_history" ("person_id", "score_type", "calculated_at");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_score_history_calculated_at" ON "ad_planning_score_history" ("calculated_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_score_model" ("id" text not null, "type" text check ("type" in ('clv', 'churn_risk')) not null, "trained_at" timestamptz not null, "params" jsonb not null, "metrics" jsonb not null, "current" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_score_model_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_score_model_deleted_at" ON "ad_planning_score_model" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_score_model_type_trained_at_unique" ON "ad_planning_score_model" ("type", "trained_at");`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_score_model_type_unique" ON "ad_planning_score_model" ("type") WHERE current AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "customer_score" ("id" text not null, "person_id" text not null, "score_type" text check ("score_type" in ('nps', 'engagement', 'clv', 'churn_risk')) not null, "score_value" double precision not null, "level" text null, "at_risk_since" timestamptz null, "breakdown" jsonb not null, "calculated_at" timestamptz not null, "expires_at" timestamptz not null, "previous_value" double precision null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "customer_score_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_score_deleted_at" ON "customer_score" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_customer_score_person_id_score_type_unique" ON "customer_score" ("person_id", "score_type");`
    )

    // Leaderboards and filters. Written by hand: a model knows no direction.
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_score_ranked" ON "customer_score" ("score_type", "score_value" DESC, "person_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "customer_journey" drop constraint if exists "customer_journey_source_type_check";`
    )

    this.addSql(
      `alter table if exists "customer_journey" add constraint "customer_journey_source_type_check" check("source_type" in ('order', 'feedback', 'form_response', 'lead', 'analytics_event', 'pixel', 'social_comment', 'social_mention', 'nps_answer'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_planning_nps_snapshot" cascade;`)

    this.addSql(`drop table if exists "ad_planning_person_profile" cascade;`)

    this.addSql(`drop table if exists "ad_planning_rating" cascade;`)

    this.addSql(`drop table if exists "ad_planning_score_history" cascade;`)

    this.addSql(`drop table if exists "ad_planning_score_model" cascade;`)

    this.addSql(`drop table if exists "customer_score" cascade;`)

    this.addSql(
      `alter table if exists "customer_journey" drop constraint if exists "customer_journey_source_type_check";`
    )

    this.addSql(
      `delete from "customer_journey" where "source_type" = 'nps_answer';`
    )
    this.addSql(
      `alter table if exists "customer_journey" add constraint "customer_journey_source_type_check" check("source_type" in ('order', 'feedback', 'form_response', 'lead', 'analytics_event', 'pixel', 'social_comment', 'social_mention'));`
    )
  }
}
