import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { type SqlContext, write } from "../effects/sql-context"
import { reserveTokensSql, settleTokensSql } from "../sql/sentiment/ai-usage"

/** The month's budget of tokens, whatever they are asked for. */
export class AiUsage extends Capability {
  /**
   * Sets tokens aside before a call.
   *
   * @returns the month they are of; null when the budget has not as many left
   */
  @InjectTransactionManager()
  async reserve(
    tokens: number,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string | null> {
    const month = now.toISOString().slice(0, "YYYY-MM".length)
    const budget = this.options.ai?.max_tokens_per_month ?? 0
    const rows = await write(
      sharedContext,
      reserveTokensSql(month, tokens, budget)
    )
    return rows.length > 0 ? month : null
  }

  /** Records what a call took, and gives back what was set aside for it. */
  @InjectTransactionManager()
  async settle(
    month: string,
    reserved: number,
    used: { input: number; output: number },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, settleTokensSql(month, reserved, used))
  }
}
