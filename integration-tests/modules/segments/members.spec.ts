import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { AD_PLANNING_MODULE } from "../../../src/modules/ad-planning"
import type AdPlanningService from "../../../src/modules/ad-planning/service"
import { segmentTemplate } from "../../../src/modules/ad-planning/utils/segmentation-engine"
import { RecordingBus } from "../../helpers/recording-bus"
import { AS_OF, population } from "./random-people"
import { HAND_WRITTEN } from "./hand-written"
import { writePeopleParams, writePeopleSql } from "./write-people"

jest.setTimeout(120_000)

const PEOPLE = 120

/** Many people of the same kinds as in the property test, always the same ones. */
const everybody = fc
  .sample(population, { seed: 7, numRuns: PEOPLE })
  .flatMap(([first], index) =>
    first
      ? [
          {
            ...first,
            id: `pers_${index}`,
            orders: first.orders.map((order) => ({
              ...order,
              id: `${order.id}_${index}`,
            })),
            lines: first.lines.map((line) => ({
              ...line,
              order_id: `${line.order_id}_${index}`,
            })),
          },
        ]
      : []
  )

moduleIntegrationTestRunner<AdPlanningService>({
  moduleName: AD_PLANNING_MODULE,
  resolve: "./src/modules/ad-planning",
  moduleOptions: {
    secret: "a-secret-of-the-installation",
    reporting_currency: "gbp",
    segments: { history: true },
  },
  injectedDependencies: { [Modules.EVENT_BUS]: new RecordingBus() },
  testSuite: ({ MikroOrmWrapper, service }) => {
    const run = <Row>(sql: string, params: unknown[] = []) =>
      MikroOrmWrapper.forkManager()
        .getConnection()
        .execute(sql, params) as Promise<Row[]>

    beforeEach(async () => {
      await run(writePeopleSql(), writePeopleParams(everybody))
    })

    async function segmentOf(template: string): Promise<string> {
      const { name, criteria } = segmentTemplate(template)!
      const segment = await service.createCustomerSegments({
        name,
        criteria: { ...criteria("") },
      })
      return segment.id
    }

    describe("calculate", () => {
      it("changes nothing the second time, and keeps a history", async () => {
        const id = await segmentOf("one_time_buyers")
        const first = await service.segments.calculate(id, AS_OF)
        expect(first.entered.length).toBeGreaterThan(0)
        expect(first.customer_count).toBe(first.entered.length)
        const second = await service.segments.calculate(id, AS_OF)
        expect(second).toEqual({
          segment_id: id,
          customer_count: first.customer_count,
          entered: [],
          left: [],
        })
        const history = await service.listAdPlanningSegmentHistories(
          { segment_id: id },
          { take: null }
        )
        expect(history).toHaveLength(first.entered.length)
        const [day, ...others] = await service.listAdPlanningSegmentDays({
          segment_id: id,
        })
        expect(others).toEqual([])
        expect(day).toMatchObject({
          day: "2026-10-15",
          customer_count: first.customer_count,
        })
      })

      it("is undone to the row", async () => {
        const id = await segmentOf("one_time_buyers")
        await service.segments.calculate(id, AS_OF)
        const members = () =>
          run(
            `SELECT person_id, added_at, added_reason FROM segment_member ORDER BY person_id`
          )
        const before = await members()
        await run(
          `UPDATE conversion SET person_id = 'pers_0' WHERE person_id <> 'pers_0'`
        )
        const change = await service.segments.calculate(
          id,
          new Date(+AS_OF + 1_000)
        )
        expect(change.left.length).toBeGreaterThan(0)
        await service.segments.restoreMembers(id, change.entered, change.left)
        expect(await members()).toEqual(before)
      })

      it("leaves nothing of somebody erased", async () => {
        const id = await segmentOf("one_time_buyers")
        const { entered } = await service.segments.calculate(id, AS_OF)
        await service.segments.markStale([entered[0]!])
        await service.erasure.erase({
          person_id: entered[0]!,
          customer_id: null,
          reason: "request",
          requested_by: null,
        } as Parameters<typeof service.erasure.erase>[0])
        const [segment] = await service.listCustomerSegments({ id })
        expect(segment!.customer_count).toBe(entered.length - 1)
        const rows = await run(
          `SELECT person_id FROM segment_member WHERE person_id = ?
           UNION ALL SELECT person_id FROM ad_planning_segment_history WHERE person_id = ?
           UNION ALL SELECT person_id FROM ad_planning_stale_person WHERE person_id = ?`,
          [entered[0], entered[0], entered[0]]
        )
        expect(rows).toEqual([])
      })
    })

    describe("templates", () => {
      it.each(Object.entries(HAND_WRITTEN))(
        "%s selects whom SQL written by hand selects",
        async (template, sql) => {
          const id = await segmentOf(template)
          const { entered } = await service.segments.calculate(id, AS_OF)
          const rows = await run<{ person_id: string }>(sql)
          expect(entered).toEqual(rows.map((row) => row.person_id).toSorted())
          expect(entered.length).toBeGreaterThan(0)
          expect(entered.length).toBeLessThan(everybody.length)
        }
      )
    })

    describe("products", () => {
      it("are written once, and forgotten when they are gone", async () => {
        const product = {
          product_id: "prod_1",
          title: "Shirt",
          collection_id: null,
          collection: null,
          category_ids: ["cat_1", "cat_2"],
          tags: ["new"],
        }
        expect(await service.products.sync([product], [])).toBe(1)
        expect(await service.products.sync([product], [])).toBe(0)
        expect(await service.products.sync([], ["prod_1"])).toBe(1)
        expect(await service.products.knownIds()).toEqual([])
      })
    })
  },
})
