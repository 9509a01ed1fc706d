import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { AD_PLANNING_MODULE } from "../../../src/modules/ad-planning"
import type AdPlanningService from "../../../src/modules/ad-planning/service"
import type { CompileContext } from "../../../src/modules/ad-planning/utils/segmentation-engine"
import {
  compileCriteria,
  segmentCriteriaSchema,
  selectPeople,
} from "../../../src/modules/ad-planning/utils/segmentation-engine"
import { RecordingBus } from "../../helpers/recording-bus"
import { checkAsyncProperty } from "../../unit/ad-planning/helpers/check-property"
import { type Someone, whoMatches } from "./naive-evaluator"
import { AS_OF, criteria, population } from "./random-people"
import {
  FORGET_PEOPLE,
  writePeopleParams,
  writePeopleSql,
} from "./write-people"

jest.setTimeout(300_000)

const RUNS = Number(process.env.SEGMENT_RUNS ?? 60)
const CRITERIA_PER_POPULATION = 12

const context: CompileContext = {
  as_of: AS_OF,
  timezone: "UTC",
  currency: "gbp",
  fx: [{ currency: "gbp", from_date: "", until_date: "9999-12-31", rate: "1" }],
  net_amount: "net_value",
  placed_amount: "conversion_value",
  lookback_hours: 720,
}

moduleIntegrationTestRunner<AdPlanningService>({
  moduleName: AD_PLANNING_MODULE,
  resolve: "./src/modules/ad-planning",
  moduleOptions: {
    secret: "a-secret-of-the-installation",
    reporting_currency: "gbp",
  },
  injectedDependencies: { [Modules.EVENT_BUS]: new RecordingBus() },
  testSuite: ({ MikroOrmWrapper }) => {
    const run = <Row>(sql: string, params: unknown[] = []) =>
      MikroOrmWrapper.forkManager()
        .getConnection()
        .execute(sql, params) as Promise<Row[]>

    async function populate(people: Someone[]) {
      await run(FORGET_PEOPLE)
      await run(writePeopleSql(), writePeopleParams(people))
    }

    async function selected(
      rules: Parameters<typeof compileCriteria>[0],
      scope?: string[]
    ) {
      const { sql, params } = selectPeople(
        compileCriteria(
          rules,
          scope ? { ...context, person_ids: scope } : context
        )
      )
      const rows = await run<{ person_id: string }>(sql, params)
      return rows.map((row) => row.person_id).toSorted()
    }

    describe("compileCriteria", () => {
      it("selects exactly whom a naive evaluator selects", async () => {
        let tried = 0
        let selecting = 0
        await checkAsyncProperty(
          fc.asyncProperty(
            population,
            fc.array(criteria, {
              minLength: CRITERIA_PER_POPULATION,
              maxLength: CRITERIA_PER_POPULATION,
            }),
            async (people, list) => {
              await populate(people)
              for (const raw of list) {
                const rules = segmentCriteriaSchema.parse(raw)
                const expected = whoMatches(rules, people, AS_OF)
                expect({ rules, people: await selected(rules) }).toEqual({
                  rules,
                  people: expected,
                })
                tried += 1
                selecting +=
                  expected.length > 0 && expected.length < people.length ? 1 : 0
              }
            }
          ),
          RUNS
        )
        // The property says little where everybody or nobody is selected.
        expect(selecting / tried).toBeGreaterThan(0.2)
      })

      it("looks at some people alone as it does at everybody", async () => {
        await checkAsyncProperty(
          fc.asyncProperty(population, criteria, async (people, raw) => {
            await populate(people)
            const rules = segmentCriteriaSchema.parse(raw)
            const scope = people
              .map(({ id }) => id)
              .filter((_id, n) => n % 2 === 0)
            const all = await selected(rules)
            expect(await selected(rules, scope)).toEqual(
              all.filter((id) => scope.includes(id))
            )
          }),
          Math.ceil(RUNS / 2)
        )
      })
    })
  },
})
