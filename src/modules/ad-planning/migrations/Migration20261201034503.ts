import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201034503 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "segment_member" drop constraint if exists "segment_member_segment_id_person_id_unique";`
    )
    this.addSql(
      `alter table if exists "customer_segment" drop constraint if exists "customer_segment_customer_group_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_stale_person" drop constraint if exists "ad_planning_stale_person_person_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_segment_exclusion" drop constraint if exists "ad_planning_segment_exclusion_segment_id_person_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_segment_day" drop constraint if exists "ad_planning_segment_day_segment_id_day_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_product_category" drop constraint if exists "ad_planning_product_category_category_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_product" drop constraint if exists "ad_planning_product_product_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_order_line" drop constraint if exists "ad_planning_order_line_order_id_line_item_id_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_order_line" ("id" text not null, "order_id" text not null, "line_item_id" text not null, "product_id" text null, "variant_id" text null, "title" text null, "collection" text null, "product_type" text null, "quantity" numeric not null, "returned" numeric not null, "net" numeric not null, "currency" text not null, "discount_codes" text[] not null, "raw_quantity" jsonb not null, "raw_returned" jsonb not null, "raw_net" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_order_line_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_order_line_deleted_at" ON "ad_planning_order_line" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_order_line_order_id_line_item_id_unique" ON "ad_planning_order_line" ("order_id", "line_item_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_order_line_product_id" ON "ad_planning_order_line" ("product_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_product" ("id" text not null, "product_id" text not null, "title" text not null, "collection_id" text null, "collection" text null, "category_ids" text[] not null, "tags" text[] not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_product_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_product_deleted_at" ON "ad_planning_product" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_product_product_id_unique" ON "ad_planning_product" ("product_id");`
    )

    this.addSql(
      `create table if not exists "ad_planning_product_category" ("id" text not null, "category_id" text not null, "name" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_product_category_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_product_category_deleted_at" ON "ad_planning_product_category" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_product_category_category_id_unique" ON "ad_planning_product_category" ("category_id");`
    )

    this.addSql(
      `create table if not exists "ad_planning_segment_day" ("id" text not null, "segment_id" text not null, "day" text not null, "customer_count" integer not null, "revenue" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_segment_day_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_day_deleted_at" ON "ad_planning_segment_day" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_segment_day_segment_id_day_unique" ON "ad_planning_segment_day" ("segment_id", "day");`
    )

    this.addSql(
      `create table if not exists "ad_planning_segment_exclusion" ("id" text not null, "segment_id" text not null, "person_id" text not null, "excluded_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_segment_exclusion_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_exclusion_deleted_at" ON "ad_planning_segment_exclusion" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_segment_exclusion_segment_id_person_id_unique" ON "ad_planning_segment_exclusion" ("segment_id", "person_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_exclusion_person_id" ON "ad_planning_segment_exclusion" ("person_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_segment_history" ("id" text not null, "segment_id" text not null, "person_id" text not null, "change" text check ("change" in ('entered', 'left')) not null, "changed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_segment_history_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_history_deleted_at" ON "ad_planning_segment_history" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_history_segment_id_changed_at" ON "ad_planning_segment_history" ("segment_id", "changed_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_history_person_id" ON "ad_planning_segment_history" ("person_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_stale_person" ("id" text not null, "person_id" text not null, "marked_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_stale_person_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_stale_person_deleted_at" ON "ad_planning_stale_person" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_stale_person_person_id_unique" ON "ad_planning_stale_person" ("person_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_stale_person_marked_at" ON "ad_planning_stale_person" ("marked_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "customer_segment" ("id" text not null, "name" text not null, "description" text null, "segment_type" text check ("segment_type" in ('behavioral', 'demographic', 'rfm', 'custom')) not null default 'custom', "criteria" jsonb not null, "template" text null, "is_active" boolean not null default true, "auto_update" boolean not null default true, "customer_count" integer not null default 0, "last_calculated_at" timestamptz null, "last_error" text null, "sync_customer_group" boolean not null default false, "customer_group_id" text null, "group_synced_at" timestamptz null, "group_member_count" integer null, "group_without_account" integer null, "group_edits_undone" integer not null default 0, "group_edited_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "customer_segment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_segment_deleted_at" ON "customer_segment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_segment_is_active" ON "customer_segment" ("is_active") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_customer_segment_customer_group_id_unique" ON "customer_segment" ("customer_group_id") WHERE customer_group_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "segment_member" ("id" text not null, "segment_id" text not null, "person_id" text not null, "added_reason" text check ("added_reason" in ('rule_match', 'manual', 'import')) not null, "added_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "segment_member_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_segment_member_segment_id" ON "segment_member" ("segment_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_segment_member_deleted_at" ON "segment_member" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_segment_member_segment_id_person_id_unique" ON "segment_member" ("segment_id", "person_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_segment_member_person_id" ON "segment_member" ("person_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "segment_member" add constraint "segment_member_segment_id_foreign" foreign key ("segment_id") references "customer_segment" ("id") on update cascade on delete cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "segment_member" drop constraint if exists "segment_member_segment_id_foreign";`
    )

    this.addSql(`drop table if exists "ad_planning_order_line" cascade;`)

    this.addSql(`drop table if exists "ad_planning_product" cascade;`)

    this.addSql(`drop table if exists "ad_planning_product_category" cascade;`)

    this.addSql(`drop table if exists "ad_planning_segment_day" cascade;`)

    this.addSql(`drop table if exists "ad_planning_segment_exclusion" cascade;`)

    this.addSql(`drop table if exists "ad_planning_segment_history" cascade;`)

    this.addSql(`drop table if exists "ad_planning_stale_person" cascade;`)

    this.addSql(`drop table if exists "customer_segment" cascade;`)

    this.addSql(`drop table if exists "segment_member" cascade;`)
  }
}
