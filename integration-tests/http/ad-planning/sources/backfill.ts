import type { MedusaContainer } from "@medusajs/framework/types"
import { configManager } from "@medusajs/framework/config"
import { Modules } from "@medusajs/framework/utils"
import {
  continueBackfill,
  continueBackfillHere,
} from "../../../../src/runners/continue-backfill"
import { reconcileSources } from "../../../../src/runners/reconcile-sources"
import { SYNC_SOURCES } from "../../../../src/modules/ad-planning/types"
import { backfillWorkflow } from "../../../../src/workflows/ad-planning/sync/backfill"
import { cancelBackfillWorkflow } from "../../../../src/workflows/ad-planning/sync/cancel-backfill"
import { SOURCE_ADAPTERS } from "../../../../src/workflows/ad-planning/sync/source-adapters"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { failingAfter } from "../../../helpers/failing-workflow"
import { campaignFact } from "../../../helpers/facts"
import { people, socials, visit } from "../../../helpers/host"
import { itAll } from "../../../helpers/it-all"
import { placeOrder } from "../../../helpers/orders"
import { RandomStore } from "../../../helpers/random-store"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore, type TestStore } from "../../../helpers/store"
import { readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"
import { forgetFacts, toldFacts } from "../../../helpers/told-facts"

const OPERATIONS = 40

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let store: TestStore
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    store = await createStore(getContainer())
    admin = await adminHeaders(getContainer())
  })
  beforeEach(() => {
    container = getContainer()
    silenceEvents(container)
  })
  afterEach(() => jest.restoreAllMocks())

  const request = async (method: string, path: string, body?: unknown) => {
    const { status, data } = await api.request({
      ...admin,
      method,
      url: `/admin/ad-planning/backfill${path}`,
      data: body,
      validateStatus: () => true,
    })
    return { status, data }
  }
  async function start(body: object = {}) {
    const { status, data } = await request("POST", "", body)
    expect({ status, data }).toMatchObject({ status: 202 })
    return data.backfill_run
  }
  async function run(id: string) {
    const { data } = await request("GET", `/${id}`)
    return data.backfill_run
  }
  /** Starts a run and does its work, as the job would. */
  async function runAll(body: object = {}) {
    const { id } = await start(body)
    await continueBackfillHere(container)
    return await run(id)
  }

  async function sessions(count: number) {
    const ids: string[] = []
    for (let index = 0; index < count; index++) {
      const row = await visit(container, {
        visitor_id: "v",
        session_id: `s${index}`,
        started_at: "2026-10-01T10:00:00Z",
        query: `utm_campaign=c${index}`,
      })
      ids.push(row.id)
    }
    return ids.toSorted()
  }
  const touches = () => sql(container, "SELECT 1 FROM campaign_attribution")
  const inPagesOf = (pageSize: number) =>
    jest.replaceProperty(SOURCE_ADAPTERS.session, "pageSize", pageSize)

  /** Does something before a run of these sessions is written. */
  function beforePage(
    work: (ids: string[], store: MedusaContainer) => Promise<void> | void
  ) {
    const { run: write } = SOURCE_ADAPTERS.session
    return jest
      .spyOn(SOURCE_ADAPTERS.session, "run")
      .mockImplementation(async (scope, ids, before) => {
        await work(ids, scope)
        return await write(scope, ids, before)
      })
  }

  describe("a backfill of a store", () => {
    it.each(["grape", "quince"])(
      "tells again what events told, row for row, and then nothing, seed %s",
      async (seed) => {
        await new RandomStore(container, store, seed).live(OPERATIONS)
        const byEvents = await toldFacts(container)
        expect(Object.keys(byEvents).length).toBeGreaterThan(30)
        await forgetFacts(container)
        const first = await runAll()
        expect(await toldFacts(container)).toEqual(byEvents)
        expect(first).toMatchObject({
          status: "completed",
          rows_read: first.rows_total,
          seconds_left: 0,
          last_error: null,
        })
        expect(first.rows_written).toBeGreaterThan(30)

        const before = await readTables(container, [
          "campaign_attribution",
          "conversion",
          "customer_journey",
        ])
        expect(await runAll()).toMatchObject({
          status: "completed",
          rows_read: first.rows_read,
          rows_written: 0,
        })
        expect(
          await readTables(container, [
            "campaign_attribution",
            "conversion",
            "customer_journey",
          ])
        ).toEqual(before)
      }
    )
  })

  describe("a buyer whose record is spelt in another case gets no second one", () => {
    const createPerson = async (scope: MedusaContainer) => {
      await people(scope).createPeople({
        first_name: "Mary",
        last_name: "Ann",
        email: "Mary.Ann@Example.COM",
      })
    }
    const placed = () =>
      placeOrder(container, store, { email: "mary.ann@example.com" })

    it.each<[string, () => object]>([
      ["of orders alone", () => ({ sources: ["order"] })],
      ["of everything", () => ({})],
      // Of people made since then alone: theirs is older.
      ["since a moment", () => ({ from: new Date().toISOString() })],
    ])("by a backfill %s", async (_name, bodyOf) => {
      await createPerson(container)
      const body = bodyOf()
      await placed()
      expect(await runAll(body)).toMatchObject({ last_error: null })
      expect(await people(container).listPeople({})).toHaveLength(1)
    })

    it("that was made after the backfill had read people", async () => {
      await placed()
      const { run: write } = SOURCE_ADAPTERS.order
      const page = jest
        .spyOn(SOURCE_ADAPTERS.order, "run")
        .mockImplementation(async (scope, ids, before) => {
          await createPerson(scope)
          return await write(scope, ids, before)
        })
      expect(await runAll()).toMatchObject({ last_error: null })
      expect(page).toHaveBeenCalledTimes(1)
      expect(await people(container).listPeople({})).toHaveLength(1)
    })
  })

  describe("POST /admin/ad-planning/backfill", () => {
    it("answers at once, and the work goes on beside it", async () => {
      await sessions(2)
      jest.replaceProperty(adPlanning(container).options, "jobs", true)
      const started = await start({ sources: ["session"] })
      expect(started).toMatchObject({
        status: "running",
        sources: ["session"],
        from: null,
        source: null,
        rows_total: null,
        rows_read: 0,
        rows_written: 0,
        rows_per_second: null,
        seconds_left: null,
        finished_at: null,
        last_error: null,
        last_error_at: null,
      })
      const ended = await eventually(async () => {
        const now = await run(started.id)
        return now.status === "running" ? null : now
      })
      expect(ended).toMatchObject({
        id: started.id,
        status: "completed",
        source: "session",
        rows_total: 2,
        rows_read: 2,
        rows_written: 2,
        seconds_left: 0,
      })
      expect(ended.rows_per_second).toBeGreaterThan(0)
      expect(await touches()).toHaveLength(2)
    })

    it("reads the sources that the store has, in their order", async () => {
      expect((await start()).sources).toEqual([...SYNC_SOURCES])
      await continueBackfillHere(container)
      jest.replaceProperty(configManager.config.modules!, "socials", false)
      const { id, sources } = await start()
      expect(sources).toEqual(
        SYNC_SOURCES.filter(
          (source) => SOURCE_ADAPTERS[source].module !== "socials"
        )
      )
      await request("POST", `/${id}/cancel`)
      expect(await request("POST", "", { sources: ["lead"] })).toEqual({
        status: 400,
        data: {
          type: "invalid_data",
          message:
            "This store does not have the module that source lead is read from",
        },
      })
      const { sources: asked } = await start({
        sources: ["order", "session", "order"],
      })
      expect(asked).toEqual(["session", "order"])
    })

    it("is refused while one is running", async () => {
      const { id } = await start()
      const refusal = {
        status: 400,
        data: {
          type: "not_allowed",
          message: `Backfill ${id} is still running`,
        },
      }
      const both = [request("POST", "", {}), request("POST", "", {})]
      expect(await Promise.all(both)).toEqual([refusal, refusal])
      await continueBackfillHere(container)
      const { status } = await request("POST", "", {})
      expect(status).toBe(202)
    })

    it("starts one of two that come together", async () => {
      const both = await Promise.all([
        request("POST", "", {}),
        request("POST", "", {}),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual([202, 400])
    })

    it("leaves out rows created before `from`", async () => {
      const [old] = await sessions(3)
      await sql(
        container,
        `UPDATE analytics_session SET created_at = '2026-10-31T23:59:59Z' WHERE id = ?`,
        [old!]
      )
      const read = await runAll({ sources: ["session"], from: "2026-11-01" })
      expect(read).toMatchObject({
        from: "2026-11-01T00:00:00.000Z",
        rows_total: 2,
        rows_read: 2,
        rows_written: 2,
      })
    })

    const sourceError =
      'Invalid option: expected one of "campaign"|"insight"|"person"|"session"|"order"|"lead"|"form_response"|"feedback"|"social_post"|"analytics_event"'
    const fromError = "Field 'from': must be an ISO 8601 date or instant"
    itAll<readonly [name: string, body: unknown, reason: string]>(
      "names what it does not take, and writes nothing",
      [
        ["an unknown field", { nope: 1 }, "Unrecognized fields: 'nope'"],
        [
          "a field named like a built-in",
          '{"__proto__":{"x":1}}',
          "Unrecognized fields: '__proto__'",
        ],
        [
          "sources that are no list",
          { sources: "order" },
          "Field 'sources': Invalid input: expected array, received string",
        ],
        [
          "sources null",
          { sources: null },
          "Field 'sources': Invalid input: expected array, received null",
        ],
        [
          "no source",
          { sources: [] },
          "Field 'sources': Too small: expected array to have >=1 items",
        ],
        [
          "too many",
          { sources: Array.from({ length: 11 }, () => "order") },
          "Field 'sources': Too big: expected array to have <=10 items",
        ],
        ...["constructor", "__proto__", "'; DROP TABLE conversion; --", 1].map(
          (source) =>
            [
              `the source ${source}`,
              { sources: [source] },
              `Field 'sources.0': ${sourceError}`,
            ] as const
        ),
        ...["yesterday", "", "%", "2026-13-01", "99999-01-01"].map(
          (from) => [`from ${from}`, { from }, fromError] as const
        ),
        [
          "from a number",
          { from: 0 },
          "Field 'from': Invalid input: expected string, received number",
        ],
        [
          "from huge",
          { from: "2".repeat(41) },
          "Field 'from': Too big: expected string to have <=40 characters",
        ],
      ],
      async (_name, body, reason) => {
        const answer = await api.post("/admin/ad-planning/backfill", body, {
          headers: { ...admin.headers, "content-type": "application/json" },
          validateStatus: () => true,
        })
        expect({ status: answer.status, data: answer.data }).toEqual({
          status: 400,
          data: {
            type: "invalid_data",
            message: expect.stringContaining(`Invalid request: ${reason}`),
          },
        })
        expect((await request("GET", "")).data.count).toBe(0)
      }
    )
  })

  describe("GET /admin/ad-planning/backfill", () => {
    it("lists runs, the newest first", async () => {
      const first = await runAll({ sources: ["session"] })
      const second = await start({ sources: ["order"] })
      const { data } = await request("GET", "")
      expect(data).toMatchObject({ count: 2, offset: 0, limit: 20 })
      expect(data.backfill_runs.map(({ id }: { id: string }) => id)).toEqual([
        second.id,
        first.id,
      ])
      const { data: running } = await request("GET", "?status=running&limit=1")
      expect(running).toMatchObject({
        count: 1,
        backfill_runs: [{ id: second.id, status: "running" }],
      })
    })

    itAll<[id: string]>(
      "answers 404 for what there is not",
      ["unknown", "constructor", "__proto__", "%25", "'--"].map((id) => [id]),
      async (id) => {
        const missing = {
          status: 404,
          data: {
            type: "not_found",
            message: `AdPlanningBackfillRun with id: ${decodeURIComponent(id)} was not found`,
          },
        }
        expect(await request("GET", `/${id}`)).toEqual(missing)
        expect(await request("POST", `/${id}/cancel`, {})).toEqual(missing)
      }
    )

    itAll(
      "refuses",
      [
        ["?status=done", "Field 'status': Invalid option"],
        ["?limit=201", "Field 'limit': Too big"],
        ["?fields=id", "Unrecognized fields: 'fields'"],
        ["?order=constructor", "Field 'order': must be one of"],
      ] as const,
      async (query, reason) => {
        const { status, data } = await request("GET", query)
        expect({ status, data }).toEqual({
          status: 400,
          data: {
            type: "invalid_data",
            message: expect.stringContaining(`Invalid request: ${reason}`),
          },
        })
      }
    )
  })

  describe("POST /admin/ad-planning/backfill/:id/cancel", () => {
    it("stops it after the page it is at; what is written stays", async () => {
      inPagesOf(2)
      const ids = await sessions(5)
      const { id } = await start({ sources: ["session"] })
      beforePage(async (page) => {
        if (page.includes(ids[2]!)) {
          const { status, data } = await request("POST", `/${id}/cancel`, {})
          expect({ status, data }).toMatchObject({
            status: 200,
            data: { backfill_run: { id, status: "canceled", rows_read: 2 } },
          })
        }
      })
      await continueBackfillHere(container)
      expect(await touches()).toHaveLength(4)
      const canceled = await run(id)
      expect(canceled).toMatchObject({ status: "canceled", rows_read: 2 })
      expect(canceled.finished_at).not.toBeNull()
      await continueBackfillHere(container)
      expect(await touches()).toHaveLength(4)
      expect(await request("POST", `/${id}/cancel`, {})).toEqual({
        status: 400,
        data: {
          type: "not_allowed",
          message: `Backfill ${id} is not running: it is canceled`,
        },
      })
    })

    it("takes no field", async () => {
      const { id } = await start()
      const refused = await request("POST", `/${id}/cancel`, { now: true })
      expect(refused).toEqual({
        status: 400,
        data: {
          type: "invalid_data",
          message: "Invalid request: Unrecognized fields: 'now'",
        },
      })
      expect((await run(id)).status).toBe("running")
    })
  })

  describe("a run that is interrupted", () => {
    it("goes on after the last page that was noted", async () => {
      inPagesOf(2)
      const ids = await sessions(5)
      const { id } = await start({ sources: ["session"] })
      // As far as a process came that was killed after its first page.
      await adPlanning(container).backfills.countBackfill(id, 5)
      await adPlanning(container).backfills.advanceBackfill(id, {
        source: "session",
        former: { source: null, after_id: null },
        after_id: ids[1]!,
        rows_read: 2,
        rows_written: 2,
        error: null,
        now: new Date(),
      })
      const pages = beforePage(() => {})
      await continueBackfillHere(container)
      expect(pages.mock.calls.map(([, page]) => page)).toEqual([
        [ids[2], ids[3]],
        [ids[4]],
      ])
      expect(await run(id)).toMatchObject({
        status: "completed",
        rows_total: 5,
        rows_read: 5,
        rows_written: 5,
      })
    })

    it("finds the campaigns of a page that was killed before it had them", async () => {
      const [first] = await sessions(1)
      await adPlanning(container).campaigns.syncCampaigns([
        campaignFact("c", "c0"),
      ])
      const lead = await socials(container).createLeads({
        email: "ann@example.com",
        source_platform: "fb",
        utm_campaign: "c0",
        created_time: new Date("2026-10-01T10:00:00Z"),
      })
      const campaigns = () =>
        sql(
          container,
          "SELECT touch_key, ad_campaign_id FROM campaign_attribution ORDER BY 1"
        )
      const found = [
        { touch_key: `lead:${lead.id}`, ad_campaign_id: "c" },
        { touch_key: "session:s0", ad_campaign_id: "c" },
      ]
      const input = { sources: ["session", "lead"] }
      await runAll(input)
      expect(await campaigns()).toEqual(found)
      // As if it had been killed between the two.
      await sql(
        container,
        `UPDATE campaign_attribution SET ad_campaign_id = NULL, is_resolved = false,
                  resolution_method = NULL, resolved_at = NULL`
      )
      await sql(
        container,
        `UPDATE analytics_session SET ad_campaign_id = NULL, attribution_resolved = false`
      )
      await runAll(input)
      expect(await campaigns()).toEqual(found)
      const [session] = await sql(
        container,
        "SELECT ad_campaign_id FROM analytics_session WHERE id = ?",
        [first!]
      )
      expect(session).toEqual({ ad_campaign_id: "c" })
    })

    it("is left alone by the one of two processes that is behind", async () => {
      inPagesOf(2)
      const ids = await sessions(5)
      const { id } = await start({ sources: ["session"] })
      const pages = beforePage(async (page) => {
        if (page.includes(ids[2]!)) {
          // The other one has just read the same page.
          await adPlanning(container).backfills.advanceBackfill(id, {
            source: "session",
            former: { source: "session", after_id: ids[1]! },
            after_id: ids[3]!,
            rows_read: 2,
            rows_written: 2,
            error: null,
            now: new Date(),
          })
        }
      })
      await continueBackfillHere(container)
      expect(pages).toHaveBeenCalledTimes(2)
      expect(await run(id)).toMatchObject({ status: "running", rows_read: 4 })
    })

    it("is not begun twice at once, nor where jobs are switched off", async () => {
      await sessions(1)
      const { id } = await start({ sources: ["session"] })
      await continueBackfill(container)
      expect((await run(id)).status).toBe("running")
      const locking = container.resolve(Modules.LOCKING)
      const key = "ad-planning:job:ad-planning-continue-backfill"
      await locking.acquire(key, { ownerId: "another process" })
      await continueBackfillHere(container)
      expect((await run(id)).status).toBe("running")
      await locking.release(key, { ownerId: "another process" })
      await continueBackfillHere(container)
      expect((await run(id)).status).toBe("completed")
    })
  })

  describe("a row that fails", () => {
    it("is named, holds up no other, and is tried by reconcile until it is good", async () => {
      inPagesOf(2)
      const ids = await sessions(5)
      // Read long ago: only its failure brings it back.
      const before = new Date("2026-11-01T00:00:00Z")
      await sql(container, `UPDATE analytics_session SET updated_at = ?`, [
        "2026-10-01T00:00:00Z",
      ])
      await adPlanning(container).sync.startSync("session", before)
      await adPlanning(container).sync.finishSync("session", {
        cursor: before,
        rowsRead: 0,
        now: before,
      })
      const broken = beforePage((page) => {
        if (page.includes(ids[2]!)) {
          throw new Error("the disk is full")
        }
      })
      const message = `1 rows of session failed: ${ids[2]}: the disk is full`
      const ended = await runAll({ sources: ["session"] })
      expect(ended).toMatchObject({
        status: "completed",
        rows_read: 5,
        rows_written: 4,
        last_error: message,
      })
      expect(ended.last_error_at).not.toBeNull()
      const health = async () => {
        const { data } = await api.get("/admin/ad-planning/health", admin)
        return data.health.sources.find(
          (row: { source: string }) => row.source === "session"
        )
      }
      expect(await health()).toMatchObject({
        last_error: message,
        failed_ids: [ids[2]],
      })
      await expect(
        reconcileSources(container, ["session"])
      ).rejects.toMatchObject({ message })
      const stillBroken = await health()
      expect(stillBroken).toMatchObject({ failed_ids: [ids[2]] })
      // It is no reason to read the others again.
      expect(new Date(stillBroken.cursor) > before).toBe(true)
      broken.mockRestore()
      await reconcileSources(container, ["session"])
      expect(await touches()).toHaveLength(5)
      expect(await health()).toMatchObject({
        last_error: null,
        failed_ids: [],
      })
    })

    it("ends the run when it is a whole page, time and again", async () => {
      inPagesOf(2)
      const ids = await sessions(5)
      const broken = beforePage((page) => {
        if (page.some((id) => id === ids[2] || id === ids[3])) {
          throw new Error("the disk is full")
        }
      })
      const { id } = await start({ sources: ["session"] })
      await expect(continueBackfillHere(container)).rejects.toMatchObject({
        message: "the disk is full",
      })
      expect(await run(id)).toMatchObject({
        status: "failed",
        rows_read: 2,
        last_error: "the disk is full",
        seconds_left: 0,
      })
      broken.mockRestore()
      expect(await runAll({ sources: ["session"] })).toMatchObject({
        status: "completed",
        rows_read: 5,
        rows_written: 3,
      })
    })

    it("does not when the page works the second time", async () => {
      const ids = await sessions(2)
      let failures = 3
      beforePage((page) => {
        if (page.includes(ids[0]!) || page.includes(ids[1]!)) {
          failures -= 1
          if (failures >= 0) {
            throw new Error("the database restarts")
          }
        }
      })
      expect(await runAll({ sources: ["session"] })).toMatchObject({
        status: "completed",
        rows_read: 2,
        rows_written: 2,
        last_error: null,
      })
    })
  })

  describe("what fails after it", () => {
    it("leaves no run", async () => {
      const before = await readTables(container)
      await failingAfter(backfillWorkflow)(container, {})
      expect(await readTables(container)).toEqual(before)
    })

    it("lets a canceled run go on", async () => {
      const { id } = await start()
      const before = await readTables(container)
      await failingAfter(cancelBackfillWorkflow)(container, { id })
      expect(await readTables(container)).toEqual(before)
      await cancelBackfillWorkflow(container).run({ input: { id } })
      expect((await run(id)).status).toBe("canceled")
    })
  })
}
