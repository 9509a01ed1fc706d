import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import type { SqlStatement } from "../types"

export type SqlContext = Context<EntityManager>

/** Runs a statement in the caller's transaction, after its pending writes. */
export async function write<Row>(
  context: SqlContext,
  { sql, params }: SqlStatement
): Promise<Row[]> {
  const manager = context.transactionManager!
  await manager.flush()
  return await manager.execute<Row[]>(sql, params)
}

export async function read<Row>(
  context: SqlContext,
  { sql, params }: SqlStatement
): Promise<Row[]> {
  const manager = context.transactionManager ?? context.manager!
  return await manager.execute<Row[]>(sql, params)
}
