import { Client } from "pg"

type Row = Record<string, string>

/** A database as it was at one moment: what it is compared with and made again. */
export interface KeptRows {
  client: Client
  stamps: Map<string, string>
  rows: Map<string, string[]>
  columns: Map<string, string>
  sequences: Set<string>
  statement: string
}

// What a change of the schema leaves a new row in.
const CATALOGS = [
  "pg_class",
  "pg_attribute",
  "pg_attrdef",
  "pg_constraint",
  "pg_index",
  "pg_proc",
  "pg_trigger",
  "pg_type",
]
const OUTSIDE = `('pg_catalog', 'information_schema')`
const LOCK_TIMEOUT_MS = 2_000

/** Notes every row of a database, to make it the same again after a test. */
export async function keepRows(connectionString: string): Promise<KeptRows> {
  const client = new Client({ connectionString })
  // Whoever copies the database ends its connections.
  client.on("error", () => {})
  await client.connect()
  // To start them takes longer than all that is asked here.
  await client.query("SET max_parallel_workers_per_gather = 0")
  await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`)
  const { rows: tables } = await client.query<Row>(
    `SELECT format('%I.%I', nspname, relname) AS name,
            string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns
       FROM pg_class
       JOIN pg_namespace ON pg_namespace.oid = relnamespace
       JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relkind = 'r' AND relpersistence <> 't' AND nspname NOT IN ${OUTSIDE}
        AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      GROUP BY 1`
  )
  const names = tables.map((table) => table.name!)
  const columns = new Map(tables.map((row) => [row.name!, row.columns!]))
  const { rows } = await client.query<Row>(
    names
      .map(
        (name) =>
          `SELECT '${name}' AS name, (kept.*)::text AS row FROM ${name} kept`
      )
      .join(" UNION ALL ")
  )
  const { rows: found } = await client.query<Row>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences`
  )
  const sequences = new Set(found.map((row) => row.name!))
  const statement = [
    ...[...names, ...CATALOGS].map(
      (name) =>
        `SELECT '${name}' AS name, concat_ws(' ', count(*), max(xmin::text::bigint)) AS stamp FROM ${name}`
    ),
    ...[...sequences].map(
      (name) =>
        `SELECT '${name}', concat_ws(' ', last_value, is_called) FROM ${name}`
    ),
  ].join(" UNION ALL ")
  const stamps = await readStamps(client, statement)
  return {
    client,
    stamps,
    rows: groupRows(rows),
    columns,
    sequences,
    statement,
  }
}

/**
 * Gives every table that has changed since its former rows: some milliseconds,
 * where a copy of the whole database takes some hundred.
 *
 * @returns false when that is not enough, as when the schema has changed
 */
export async function restoreRows(kept: KeptRows): Promise<boolean> {
  const { client, statement } = kept
  try {
    const now = await readStamps(client, statement)
    const changed = [...now.keys()].filter(
      (name) => now.get(name) !== kept.stamps.get(name)
    )
    if (changed.length === 0) {
      return true
    }
    const sequences = changed.filter((name) => kept.sequences.has(name))
    const tables = changed.filter((name) => kept.columns.has(name))
    if (sequences.length + tables.length < changed.length) {
      return false
    }
    await client.query("BEGIN")
    // Neither triggers nor foreign keys: all rows are there in the end.
    await client.query("SET LOCAL session_replication_role = replica")
    await client.query(tables.map((name) => `DELETE FROM ${name}`).join(";"))
    for (const name of sequences) {
      const [last, isCalled] = kept.stamps.get(name)!.split(" ")
      await client.query("SELECT setval($1, $2, $3)", [name, last, isCalled])
    }
    for (const name of tables) {
      const columns = kept.columns.get(name)!
      const rows = kept.rows.get(name)
      if (rows) {
        await client.query(
          `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
           SELECT ${columns} FROM unnest($1::text[]::${name}[])`,
          [rows]
        )
      }
    }
    await client.query("COMMIT")
    kept.stamps = await readStamps(client, statement)
    return true
  } catch {
    // Something holds a lock, or the connection is gone.
    return false
  }
}

async function readStamps(
  client: Client,
  text: string
): Promise<Map<string, string>> {
  const { rows } = await client.query<Row>({ name: "stamps", text })
  return new Map(rows.map((row) => [row.name!, row.stamp!]))
}

function groupRows(rows: Row[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { name, row } of rows) {
    const group = groups.get(name!) ?? []
    group.push(row!)
    groups.set(name!, group)
  }
  return groups
}
