import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123074247 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "ad_planning_attribution_change" ("id" text not null, "changed_at" timestamptz not null, "cause" text check ("cause" in ('alias', 'session_choice', 'conversion_choice', 'undo', 'rules', 'touches', 'identity', 'other')) not null, "cause_id" text null, "actor_id" text null, "conversion_id" text not null, "from_key" text not null, "to_key" text not null, "from_attribution_id" text null, "to_attribution_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_attribution_change_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_attribution_change_deleted_at" ON "ad_planning_attribution_change" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_attribution_change_conversion_id" ON "ad_planning_attribution_change" ("conversion_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_attribution_change_changed_at" ON "ad_planning_attribution_change" ("changed_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_touch_key" ON "campaign_attribution" ("touch_key") WHERE source <> 'session' AND deleted_at IS NULL;`
    )
    // The work list of bulk resolve, in the order of its pages. Written by hand: a
    // model knows no index on an expression.
    this.addSql(`DROP INDEX IF EXISTS "IDX_campaign_attribution_utm_campaign";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_unresolved" ON "campaign_attribution" ((COALESCE("utm_campaign", '')), "id") WHERE is_resolved = false AND claims_campaign AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`DROP INDEX IF EXISTS "IDX_campaign_attribution_touch_key";`)
    this.addSql(`DROP INDEX IF EXISTS "IDX_campaign_attribution_unresolved";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_campaign_attribution_utm_campaign" ON "campaign_attribution" ("utm_campaign") WHERE is_resolved = false AND claims_campaign AND deleted_at IS NULL;`
    )
    this.addSql(
      `drop table if exists "ad_planning_attribution_change" cascade;`
    )
  }
}
