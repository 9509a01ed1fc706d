import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201034641 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "ad_planning_campaign_metric" drop constraint if exists "ad_planning_campaign_metric_ad_campaign_id_date_currency_origin_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_spend_import_day" drop constraint if exists "ad_planning_spend_import_day_import_id_ad_campaign_id_date_currency_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_spend_header" drop constraint if exists "ad_planning_spend_header_header_hash_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign_name" drop constraint if exists "ad_planning_campaign_name_ad_campaign_id_normalised_name_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign_merge_row" drop constraint if exists "ad_planning_campaign_merge_row_merge_id_kind_row_id_unique";`
    )
    this.addSql(
      `create table if not exists "ad_planning_campaign_merge" ("id" text not null, "from_campaign_id" text not null, "into_campaign_id" text not null, "merged_at" timestamptz not null, "merged_by" text null, "carried_ids" jsonb not null, "undone_at" timestamptz null, "undone_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_campaign_merge_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_merge_deleted_at" ON "ad_planning_campaign_merge" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_merge_from_campaign_id" ON "ad_planning_campaign_merge" ("from_campaign_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_merge_into_campaign_id" ON "ad_planning_campaign_merge" ("into_campaign_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_campaign_merge_row" ("id" text not null, "merge_id" text not null, "kind" text check ("kind" in ('touch', 'alias')) not null, "row_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_campaign_merge_row_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_merge_row_deleted_at" ON "ad_planning_campaign_merge_row" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_merge_row_merge_id_kind_row_id_unique" ON "ad_planning_campaign_merge_row" ("merge_id", "kind", "row_id");`
    )

    this.addSql(
      `create table if not exists "ad_planning_campaign_name" ("id" text not null, "ad_campaign_id" text not null, "name" text not null, "normalised_name" text not null, "first_on" text null, "last_on" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_campaign_name_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_name_deleted_at" ON "ad_planning_campaign_name" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_name_ad_campaign_id_normalised_name_unique" ON "ad_planning_campaign_name" ("ad_campaign_id", "normalised_name");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_name_normalised_name" ON "ad_planning_campaign_name" ("normalised_name") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_spend_header" ("id" text not null, "header_hash" text not null, "platform" text null, "mapping" jsonb not null, "number_format" text null, "date_format" text null, "currency" text null, "answers" jsonb not null, "used_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_spend_header_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_spend_header_deleted_at" ON "ad_planning_spend_header" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_spend_header_header_hash_unique" ON "ad_planning_spend_header" ("header_hash");`
    )

    this.addSql(
      `create table if not exists "ad_planning_spend_import" ("id" text not null, "imported_at" timestamptz not null, "imported_by" text null, "file_name" text null, "platform" text not null, "rows" integer not null, "from_date" text null, "to_date" text null, "spend" jsonb not null, "accounts" jsonb not null, "time_zone" text null, "left_out" jsonb not null, "campaigns_created" jsonb not null, "campaigns_before" jsonb not null, "undone_at" timestamptz null, "undone_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_spend_import_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_spend_import_deleted_at" ON "ad_planning_spend_import" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_spend_import_imported_at" ON "ad_planning_spend_import" ("imported_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ad_planning_spend_import_day" ("id" text not null, "import_id" text not null, "ad_campaign_id" text not null, "date" text not null, "currency" text not null, "former" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_planning_spend_import_day_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_spend_import_day_deleted_at" ON "ad_planning_spend_import_day" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_spend_import_day_import_id_ad_campaign_id_date_currency_unique" ON "ad_planning_spend_import_day" ("import_id", "ad_campaign_id", "date", "currency");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_spend_import_day_ad_campaign_id_date" ON "ad_planning_spend_import_day" ("ad_campaign_id", "date") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "ad_planning_attribution_change" drop constraint if exists "ad_planning_attribution_change_cause_check";`
    )

    this.addSql(
      `alter table if exists "ad_planning_attribution_change" add constraint "ad_planning_attribution_change_cause_check" check("cause" in ('alias', 'session_choice', 'conversion_choice', 'undo', 'rules', 'touches', 'identity', 'other', 'merge')) not valid;`
    )

    this.addSql(
      `alter table if exists "ad_planning_campaign" add column if not exists "named_on" text null, add column if not exists "merged_into_id" text null, add column if not exists "created_by" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_merged_into_id" ON "ad_planning_campaign" ("merged_into_id") WHERE merged_into_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `drop index if exists "IDX_ad_planning_campaign_metric_ad_campaign_id_date_currency_unique";`
    )

    this.addSql(
      `alter table if exists "ad_planning_campaign_metric" add column if not exists "origin_id" text not null default '', add column if not exists "import_id" text null;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_metric_ad_campaign_id_date_currency_origin_id_unique" ON "ad_planning_campaign_metric" ("ad_campaign_id", "date", "currency", "origin_id");`
    )

    // One network has one name: what was imported under another spelling of it moves to
    // that name, unless the same campaign is there already.
    this.addSql(
      `WITH spelling AS (
         SELECT network, word || suffix AS platform
           FROM (VALUES ('meta', 'meta'), ('meta', 'facebook'), ('meta', 'fb'), ('meta', 'instagram'),
                        ('meta', 'ig'), ('google', 'google'), ('google', 'adwords'), ('google', 'googleads'),
                        ('google', 'gads'), ('google', 'youtube'), ('google', 'dv360'),
                        ('microsoft', 'microsoft'), ('microsoft', 'bing'), ('microsoft', 'bingads'),
                        ('microsoft', 'microsoftads'), ('microsoft', 'microsoft advertising'),
                        ('tiktok', 'tiktok'), ('tiktok', 'tiktokads'), ('pinterest', 'pinterest'),
                        ('pinterest', 'pinterestads'), ('snapchat', 'snapchat'), ('snapchat', 'snap'),
                        ('snapchat', 'snapchatads'), ('reddit', 'reddit'), ('reddit', 'redditads'),
                        ('linkedin', 'linkedin'), ('linkedin', 'linkedinads'), ('x', 'x'),
                        ('x', 'twitter'), ('x', 'twitterads'), ('amazon', 'amazon'),
                        ('amazon', 'amazonads')) AS known(network, word)
          CROSS JOIN (VALUES (''), (' ads'), ('_ads'), ('-ads')) AS ending(suffix)
       ),
       ranked AS (
         SELECT campaign.id, spelling.network,
                ROW_NUMBER() OVER (PARTITION BY spelling.network, campaign.external_id
                                   ORDER BY (campaign.platform = spelling.network) DESC,
                                            campaign.is_host_campaign DESC, campaign.created_at, campaign.id) AS place
           FROM "ad_planning_campaign" campaign
           JOIN spelling ON spelling.platform = campaign.platform
       )
       UPDATE "ad_planning_campaign" campaign SET platform = ranked.network
         FROM ranked
        WHERE ranked.id = campaign.id AND ranked.place = 1 AND campaign.platform <> ranked.network;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_planning_campaign_merge" cascade;`)

    this.addSql(
      `drop table if exists "ad_planning_campaign_merge_row" cascade;`
    )

    this.addSql(`drop table if exists "ad_planning_campaign_name" cascade;`)

    this.addSql(`drop table if exists "ad_planning_spend_header" cascade;`)

    this.addSql(`drop table if exists "ad_planning_spend_import" cascade;`)

    this.addSql(`drop table if exists "ad_planning_spend_import_day" cascade;`)

    this.addSql(
      `alter table if exists "ad_planning_attribution_change" drop constraint if exists "ad_planning_attribution_change_cause_check";`
    )

    this.addSql(
      `alter table if exists "ad_planning_attribution_change" add constraint "ad_planning_attribution_change_cause_check" check("cause" in ('alias', 'session_choice', 'conversion_choice', 'undo', 'rules', 'touches', 'identity', 'other'));`
    )

    this.addSql(
      `drop index if exists "IDX_ad_planning_campaign_merged_into_id";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign" drop column if exists "named_on", drop column if exists "merged_into_id", drop column if exists "created_by";`
    )

    this.addSql(
      `drop index if exists "IDX_ad_planning_campaign_metric_ad_campaign_id_date_currency_origin_id_unique";`
    )
    this.addSql(
      `alter table if exists "ad_planning_campaign_metric" drop column if exists "origin_id", drop column if exists "import_id";`
    )

    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_planning_campaign_metric_ad_campaign_id_date_currency_unique" ON "ad_planning_campaign_metric" ("ad_campaign_id", "date", "currency");`
    )
  }
}
