import { readdirSync } from "node:fs"
import { join } from "node:path"
import { Client } from "pg"
import {
  TABLES_OF_PEOPLE,
  TABLES_WITHOUT_PEOPLE,
} from "../../src/modules/ad-planning/utils/identity/erased-tables"
import { OUR_TABLES } from "../helpers/tables"

jest.setTimeout(60_000)

const FOLDER = join(__dirname, "../../src/modules/ad-planning/migrations")
const DATABASE = "medusa-ad-planning-migrations-integration-1"

interface Migration {
  up(): Promise<void>
  down(): Promise<void>
  getQueries(): unknown[]
  reset(): void
}

/** Every migration of the module, oldest first. */
function migrations(): { name: string; migration: Migration }[] {
  return readdirSync(FOLDER)
    .filter((file) => /^Migration\d+\.ts$/.test(file))
    .toSorted()
    .map((file) => {
      const name = file.replace(".ts", "")
      const { [name]: Class } = require(join(FOLDER, file))
      // It only collects statements: neither driver nor configuration is used.
      return { name, migration: Reflect.construct(Class, []) }
    })
}

const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
const connect = async (database: string) => {
  const client = new Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    user: DB_USERNAME,
    password: DB_PASSWORD,
    database,
  })
  await client.connect()
  return client
}

describe("migrations of ad_planning", () => {
  let server: Client
  let database: Client

  beforeAll(async () => {
    server = await connect("postgres")
    await server.query(`DROP DATABASE IF EXISTS "${DATABASE}"`)
    await server.query(`CREATE DATABASE "${DATABASE}"`)
    database = await connect(DATABASE)
  })

  afterAll(async () => {
    await database?.end()
    await server?.query(`DROP DATABASE IF EXISTS "${DATABASE}"`)
    await server?.end()
  })

  async function run(migration: Migration, direction: "up" | "down") {
    migration.reset()
    await migration[direction]()
    for (const query of migration.getQueries()) {
      await database.query(String(query))
    }
  }

  it("run on an installed older version with data, back, and again", async () => {
    const [first, ...later] = migrations()
    expect(later.length).toBeGreaterThan(0)
    await run(first!.migration, "up")
    await database.query(
      `INSERT INTO conversion (id, conversion_type, idempotency_key, converted_at, is_first_purchase, visitor_id)
       VALUES ('conv_1', 'purchase', 'order:order_1', '2026-10-01', true, 'v')`
    )
    await database.query(
      `INSERT INTO ad_planning_identity_link (id, kind, value, person_id, valid_from, source, revoked_at)
       VALUES ('idlink_1', 'visitor', 'v', 'person_1', '2026-10-01', 'order', NULL),
              ('idlink_2', 'email', 'hash', 'person_1', '2026-09-01', 'person', NULL),
              ('idlink_3', 'email', 'lost', 'person_1', '2026-09-01', 'person', '2026-09-02')`
    )
    await database.query(
      `INSERT INTO ad_planning_sync_cursor (id, name, cursor, rows_read, raw_rows_read)
       VALUES ('apsync_1', 'order', '2026-10-02', 0, '{"value":"0"}'),
              ('apsync_2', 'campaign', '2026-10-02', 0, '{"value":"0"}')`
    )
    await database.query(
      `INSERT INTO campaign_attribution (id, touch_key, source, started_at, click_ids, channel_group, platform, is_paid, claims_campaign)
       VALUES ('attr_1', 'order:order_1', 'order', '2026-10-01', '{}', 'Referral', 'generic', false, false)`
    )
    for (const { migration } of later) {
      await run(migration, "up")
    }
    const { rows } = await database.query(
      "SELECT id, source, conversion_name FROM conversion"
    )
    expect(rows).toEqual([
      { id: "conv_1", source: "order", conversion_name: null },
    ])
    await database.query(
      `INSERT INTO campaign_attribution (id, touch_key, source, started_at, click_ids, channel_group, platform, is_paid, claims_campaign)
       VALUES ('attr_2', 'lead:lead_1', 'conversion', '2026-10-01', '{}', 'Paid Social', 'meta', true, true)`
    )
    for (const { migration } of later.toReversed()) {
      await run(migration, "down")
    }
    for (const { migration } of later) {
      await run(migration, "up")
    }
    const links = await database.query(
      "SELECT evidence, revoked_by FROM ad_planning_identity_link ORDER BY id"
    )
    expect(links.rows).toEqual([
      { evidence: "order:order_1", revoked_by: null },
      { evidence: "person:person_1", revoked_by: null },
      { evidence: "person:person_1", revoked_by: "record" },
    ])
    // Orders are read once more, for what was not derived from them so far.
    const cursors = await database.query(
      "SELECT name FROM ad_planning_sync_cursor WHERE cursor IS NULL"
    )
    expect(cursors.rows).toEqual([{ name: "order" }])
    const touches = await database.query("SELECT id FROM campaign_attribution")
    expect(touches.rows).toEqual([{ id: "attr_1" }])
  })

  it("make no table of which the eraser does not know whether it holds people", async () => {
    const { rows } = await database.query<{ table_name: string }>(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    )
    const known = [
      ...Object.keys(TABLES_OF_PEOPLE),
      ...Object.keys(TABLES_WITHOUT_PEOPLE),
    ]
    expect(rows.map((row) => row.table_name).toSorted()).toEqual(
      known.toSorted()
    )
    expect(known.toSorted()).toEqual([...OUR_TABLES].toSorted())
  })

  it("take the values that older ones refused", async () => {
    await expect(
      database.query("UPDATE campaign_attribution SET source = 'conversion'")
    ).resolves.toMatchObject({ rowCount: 1 })
    await expect(
      database.query("UPDATE campaign_attribution SET source = 'guess'")
    ).rejects.toThrow("campaign_attribution_source_check")
  })
})
