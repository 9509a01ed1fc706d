import type { MedusaContainer } from "@medusajs/framework/types"
import { configManager } from "@medusajs/framework/config"
import { Modules } from "@medusajs/framework/utils"
import { reconcileSources } from "../../../../src/runners/reconcile-sources"
import { runJob } from "../../../../src/runners/run-job"
import { AD_PLANNING_MODULE } from "../../../../src/modules/ad-planning"
import { SOURCE_ADAPTERS } from "../../../../src/workflows/ad-planning/sync/source-adapters"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { visit } from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import { readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })
  beforeEach(() => {
    container = getContainer()
    silenceEvents(container)
  })
  afterEach(() => jest.restoreAllMocks())

  /** A session that last changed at an instant. */
  async function session(session_id: string, updatedAt: Date) {
    const row = await visit(container, {
      visitor_id: "v",
      session_id,
      started_at: "2026-10-01T10:00:00Z",
      query: `utm_campaign=${session_id}`,
    })
    await sql(
      container,
      `UPDATE analytics_session SET updated_at = ?, created_at = ? WHERE id = ?`,
      [updatedAt.toISOString(), updatedAt.toISOString(), row.id]
    )
    return row.id
  }

  /** Sets where the last run of the sessions ended. */
  async function setCursor(cursor: Date) {
    await adPlanning(container).sync.startSync("session", cursor)
    await adPlanning(container).sync.finishSync("session", {
      cursor,
      rowsRead: 0,
      now: cursor,
    })
  }

  const reconcile = (other = {}) =>
    reconcileSources(container, ["session"], other)

  /** The session ids handed to the workflow, page by page. */
  function spyPages() {
    const run = jest.spyOn(SOURCE_ADAPTERS.session, "run")
    return () => run.mock.calls.map(([, ids]) => ids)
  }

  async function health(source = "session") {
    const { data } = await api.get("/admin/ad-planning/health", admin)
    return data.health.sources.find(
      (row: { source: string }) => row.source === source
    )
  }
  const cursor = async () => new Date((await health()).cursor).getTime()

  describe("a window", () => {
    it("has no beginning the first time, and ends 5 seconds ago", async () => {
      const old = await session("old", ago(400 * 24 * HOUR_MS))
      const settled = await session("settled", ago(6 * SECOND_MS))
      await session("fresh", ago(3 * SECOND_MS))
      const pages = spyPages()
      const startedAt = Date.now()
      expect(await reconcile()).toEqual({ session: 2 })
      expect(pages().flat()).toEqual([old, settled].toSorted())
      const end = await cursor()
      expect(end).toBeGreaterThanOrEqual(startedAt - 5 * SECOND_MS)
      expect(end).toBeLessThanOrEqual(Date.now() - 5 * SECOND_MS)
      expect(await health()).toMatchObject({
        rows_read: 2,
        last_error: null,
        failed_ids: [],
        is_present: true,
      })
    })

    it("begins 10 minutes before the last one ended", async () => {
      const last = ago(HOUR_MS)
      await setCursor(last)
      await session("before", new Date(+last - 10 * MINUTE_MS - 1))
      const first = await session("first", new Date(+last - 10 * MINUTE_MS))
      const after = await session("after", new Date(+last + MINUTE_MS))
      const pages = spyPages()
      expect(await reconcile()).toEqual({ session: 2 })
      expect(pages().flat()).toEqual([first, after].toSorted())
    })

    it("reads a row of the overlap again, with the same result", async () => {
      await session("s", ago(MINUTE_MS))
      await reconcile()
      const before = await readTables(container, ["campaign_attribution"])
      const pages = spyPages()
      // The write-back of the first run would be no change of the host's.
      expect(await reconcile()).toEqual({ session: 1 })
      expect(pages()).toHaveLength(1)
      expect(await readTables(container, ["campaign_attribution"])).toEqual(
        before
      )
      expect((await health()).rows_read).toBe(2)
    })

    it("reads nothing when nothing changed, and moves on all the same", async () => {
      await setCursor(ago(HOUR_MS))
      expect(await reconcile()).toEqual({ session: 0 })
      expect(await cursor()).toBeGreaterThan(Date.now() - MINUTE_MS)
    })
  })

  describe("pages", () => {
    beforeEach(() => {
      jest.replaceProperty(SOURCE_ADAPTERS.session, "pageSize", 2)
    })

    async function sessions(count: number) {
      const ids: string[] = []
      for (let index = 0; index < count; index++) {
        ids.push(await session(`s${index}`, ago(HOUR_MS - index)))
      }
      return ids.toSorted()
    }

    it.each([
      [0, []],
      [1, [1]],
      [2, [2]],
      [4, [2, 2]],
      [5, [2, 2, 1]],
    ])("of %i rows are read by id, each row once", async (count, sizes) => {
      const ids = await sessions(count)
      const pages = spyPages()
      expect(await reconcile()).toEqual({ session: count })
      expect(pages().map((page) => page.length)).toEqual(sizes)
      expect(pages().flat()).toEqual(ids)
    })

    /** Lets every run fail that is told of one of these sessions, until repaired. */
    function breakSessions(broken: string[]) {
      const { run } = SOURCE_ADAPTERS.session
      const spy = jest
        .spyOn(SOURCE_ADAPTERS.session, "run")
        .mockImplementation(async (store, ids, before) => {
          if (ids.some((id) => broken.includes(id))) {
            throw new Error("the disk is full")
          }
          return await run(store, ids, before)
        })
      return () => spy.mockRestore()
    }
    const touches = () => sql(container, `SELECT 1 FROM campaign_attribution`)

    it("go on past a row that fails, name it, and move the cursor on", async () => {
      const last = ago(2 * HOUR_MS)
      await setCursor(last)
      const ids = await sessions(5)
      const message = `1 rows of session failed: ${ids[2]}: the disk is full`
      const repair = breakSessions([ids[2]!])
      await expect(reconcile()).rejects.toMatchObject({ message })
      expect(await touches()).toHaveLength(4)
      expect(await cursor()).toBeGreaterThan(last.getTime())
      expect(await health()).toMatchObject({
        rows_read: 5,
        last_error: message,
        failed_ids: [ids[2]],
      })

      // Only the bad row is read again, by itself, as often as it takes.
      await expect(reconcile()).rejects.toMatchObject({ message })
      repair()
      const pages = spyPages()
      expect(await reconcile()).toEqual({ session: 0 })
      expect(pages()).toEqual([[ids[2]]])
      expect(await touches()).toHaveLength(5)
      expect(await cursor()).toBeGreaterThan(last.getTime())
      expect(await health()).toMatchObject({
        rows_read: 5,
        last_error: null,
        last_error_at: null,
        failed_ids: [],
      })
    })

    it("stop where a whole one fails, and leave the cursor", async () => {
      const last = ago(2 * HOUR_MS)
      await setCursor(last)
      const ids = await sessions(5)
      const repair = breakSessions([ids[2]!, ids[3]!])
      await expect(reconcile()).rejects.toMatchObject({
        message: "the disk is full",
      })
      expect(await touches()).toHaveLength(2)
      expect(await cursor()).toBe(last.getTime())
      expect(await health()).toMatchObject({
        rows_read: 0,
        last_error: "the disk is full",
      })
      repair()
      expect(await reconcile()).toEqual({ session: 5 })
      expect(await touches()).toHaveLength(5)
    })
  })

  describe("createdSince", () => {
    it("reads all rows created since, and leaves the cursor", async () => {
      const last = ago(HOUR_MS)
      await setCursor(last)
      await session("older", ago(3 * 24 * HOUR_MS))
      const recent = await session("recent", ago(24 * HOUR_MS))
      const fresh = await session("fresh", ago(SECOND_MS))
      const pages = spyPages()
      const rows = await reconcile({ createdSince: ago(2 * 24 * HOUR_MS) })
      expect(rows).toEqual({ session: 2 })
      expect(pages().flat()).toEqual([recent, fresh].toSorted())
      expect(await cursor()).toBe(last.getTime())
    })

    it("makes no cursor where there is none", async () => {
      await session("s", ago(HOUR_MS))
      expect(await reconcile({ createdSince: new Date(0) })).toEqual({
        session: 1,
      })
      expect(await health()).toMatchObject({ cursor: null, rows_read: 1 })
    })
  })

  describe("a source that the store does not have", () => {
    it("is skipped, and said to be absent", async () => {
      await session("s", ago(HOUR_MS))
      jest.replaceProperty(
        configManager.config.modules!,
        "custom_analytics",
        false
      )
      const pages = spyPages()
      expect(await reconcileSources(container, ["session", "order"])).toEqual({
        session: 0,
        order: 0,
      })
      expect(pages()).toEqual([])
      expect(await health()).toMatchObject({
        is_present: false,
        cursor: null,
        last_succeeded_at: null,
      })
      expect(await health("order")).toMatchObject({ is_present: true })
    })
  })

  describe("runJob", () => {
    const NAME = "ad-planning-test"

    /** The container of a store whose option `jobs` is set so. */
    function storeWithJobs(jobs: boolean): MedusaContainer {
      const real = adPlanning(container)
      const service = Object.create(real, {
        options: { value: { ...real.options, jobs } },
      })
      return Object.create(container, {
        resolve: {
          value: (key: string) =>
            key === AD_PLANNING_MODULE ? service : container.resolve(key),
        },
      })
    }
    async function jobHealth() {
      const { data } = await api.get("/admin/ad-planning/health", admin)
      return data.health.jobs
    }

    it("runs one of two at once, and again when the first has ended", async () => {
      const store = storeWithJobs(true)
      let running = 0
      const job = jest.fn(async () => {
        running += 1
        expect(running).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 200))
        running -= 1
      })
      await Promise.all([
        runJob(store, NAME, job),
        runJob(store, NAME, job),
        runJob(store, NAME, job),
      ])
      expect(job).toHaveBeenCalledTimes(1)
      await runJob(store, NAME, job)
      expect(job).toHaveBeenCalledTimes(2)
      const [state] = await jobHealth()
      expect(state).toMatchObject({
        name: NAME,
        last_error: null,
        last_error_at: null,
      })
      expect(state.last_succeeded_at > state.last_started_at).toBe(true)
    })

    it("runs two of different names at once", async () => {
      const store = storeWithJobs(true)
      const both: string[] = []
      const job = (name: string) =>
        runJob(store, name, async () => {
          both.push(`${name} begins`)
          await new Promise((resolve) => setTimeout(resolve, 200))
          both.push(`${name} ends`)
        })
      await Promise.all([job("a"), job("b")])
      expect(both.slice(0, 2).toSorted()).toEqual(["a begins", "b begins"])
    })

    it("throws a failure, shows it in health, and lets the next one run", async () => {
      const store = storeWithJobs(true)
      const failure = new Error("no route to host")
      await expect(
        runJob(store, NAME, () => Promise.reject(failure))
      ).rejects.toBe(failure)
      const [failed] = await jobHealth()
      expect(failed).toMatchObject({
        name: NAME,
        last_succeeded_at: null,
        last_error: "no route to host",
      })
      await runJob(store, NAME, async () => {})
      const [recovered] = await jobHealth()
      expect(recovered).toMatchObject({
        last_error: null,
        last_error_at: null,
      })
    })

    it("shows the reason of a failed workflow", async () => {
      const store = storeWithJobs(true)
      jest
        .spyOn(SOURCE_ADAPTERS.session, "run")
        .mockRejectedValue(new Error("the disk is full"))
      const id = await session("s", ago(HOUR_MS))
      const message = `1 rows of session failed: ${id}: the disk is full`
      await expect(
        runJob(store, NAME, () => reconcileSources(container, ["session"]))
      ).rejects.toMatchObject({ message })
      const [failed] = await jobHealth()
      expect(failed.last_error).toBe(message)
    })

    it("does nothing where jobs are switched off", async () => {
      const job = jest.fn(async () => {})
      await runJob(storeWithJobs(false), NAME, job)
      expect(job).not.toHaveBeenCalled()
      expect(await jobHealth()).toEqual([])
    })

    it("leaves other owners' locks alone", async () => {
      const locking = container.resolve(Modules.LOCKING)
      const key = `ad-planning:job:${NAME}`
      await locking.acquire(key, { ownerId: "another process" })
      const job = jest.fn(async () => {})
      await runJob(storeWithJobs(true), NAME, job)
      expect(job).not.toHaveBeenCalled()
      await locking.release(key, { ownerId: "another process" })
      await runJob(storeWithJobs(true), NAME, job)
      expect(job).toHaveBeenCalledTimes(1)
    })
  })
}
