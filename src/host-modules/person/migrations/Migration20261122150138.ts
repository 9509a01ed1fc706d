import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122150138 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "person" drop constraint if exists "person_email_unique";`
    )
    this.addSql(
      `create table if not exists "person" ("id" text not null, "first_name" text not null, "last_name" text not null, "email" text null, "date_of_birth" timestamptz null, "state" text null, "metadata" jsonb null, "public_metadata" jsonb null, "engagement_score" real not null default 0, "last_interaction_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "person_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_person_email_unique" ON "person" ("email") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_person_deleted_at" ON "person" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_person_updated_at" ON "person" ("updated_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "person_address" ("id" text not null, "street" text null, "city" text null, "state" text null, "postal_code" text null, "country" text null, "person_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "person_address_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_person_address_person_id" ON "person_address" ("person_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_person_address_deleted_at" ON "person_address" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "person_tags" ("id" text not null, "name" jsonb null, "person_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "person_tags_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_person_tags_person_id" ON "person_tags" ("person_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_person_tags_deleted_at" ON "person_tags" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "person_address" add constraint "person_address_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "person_tags" add constraint "person_tags_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "person_address" drop constraint if exists "person_address_person_id_foreign";`
    )

    this.addSql(
      `alter table if exists "person_tags" drop constraint if exists "person_tags_person_id_foreign";`
    )

    this.addSql(`drop table if exists "person" cascade;`)

    this.addSql(`drop table if exists "person_address" cascade;`)

    this.addSql(`drop table if exists "person_tags" cascade;`)
  }
}
