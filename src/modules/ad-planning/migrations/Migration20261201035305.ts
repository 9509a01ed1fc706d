import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261201035305 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "ad_planning_conversion_adjustment" drop constraint if exists "ad_planning_conversion_adjustment_source_type_check";`
    )

    this.addSql(
      `alter table if exists "ad_planning_conversion_adjustment" add constraint "ad_planning_conversion_adjustment_source_type_check" check("source_type" in ('credit_line', 'return', 'return_fee', 'cancellation', 'order_change'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "ad_planning_conversion_adjustment" drop constraint if exists "ad_planning_conversion_adjustment_source_type_check";`
    )

    this.addSql(
      `alter table if exists "ad_planning_conversion_adjustment" add constraint "ad_planning_conversion_adjustment_source_type_check" check("source_type" in ('credit_line', 'return', 'cancellation', 'order_change'));`
    )
  }
}
