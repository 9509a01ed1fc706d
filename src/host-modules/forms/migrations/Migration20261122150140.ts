import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122150140 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "form" ("id" text not null, "website_id" text null, "name" text not null, "handle" text null, "status" text not null default 'published', "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "form_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_deleted_at" ON "form" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_handle" ON "form" ("handle") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "form_field" ("id" text not null, "form_id" text not null, "name" text not null, "label" text null, "type" text not null default 'text', "required" boolean not null default false, "options" jsonb null, "order" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "form_field_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_field_deleted_at" ON "form_field" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_field_form_id" ON "form_field" ("form_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "form_response" ("id" text not null, "form_id" text not null, "status" text check ("status" in ('new', 'read', 'archived', 'pending_verification')) not null default 'new', "email" text null, "data" jsonb not null, "submitted_at" timestamptz not null, "page_url" text null, "referrer" text null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "form_response_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_response_deleted_at" ON "form_response" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_response_form_id" ON "form_response" ("form_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_response_email" ON "form_response" ("email") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_response_submitted_at" ON "form_response" ("submitted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_form_response_updated_at" ON "form_response" ("updated_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "form" cascade;`)

    this.addSql(`drop table if exists "form_field" cascade;`)

    this.addSql(`drop table if exists "form_response" cascade;`)
  }
}
