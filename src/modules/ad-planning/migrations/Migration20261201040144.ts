import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201040144 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "ad_planning_segment_group_customer" drop constraint if exists "ad_planning_segment_group_customer_segment_id_customer_id_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_segment_group_customer" ("id" text not null, "segment_id" text not null, "customer_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_segment_group_customer_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_group_customer_deleted_at" ON "ad_planning_segment_group_customer" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_segment_group_customer_segment_id_customer_id_unique" ON "ad_planning_segment_group_customer" ("segment_id", "customer_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_segment_group_customer_customer_id" ON "ad_planning_segment_group_customer" ("customer_id") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop table if exists "ad_planning_segment_group_customer" cascade;`
    )
  }
}
