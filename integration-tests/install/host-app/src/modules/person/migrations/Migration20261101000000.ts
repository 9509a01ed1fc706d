import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261101000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "person" ("id" text not null, "first_name" text not null, "last_name" text not null, "email" text null, "loyalty" text not null default 'none', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "person_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_person_email_unique" ON "person" ("email") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "person" cascade;`)
  }
}
