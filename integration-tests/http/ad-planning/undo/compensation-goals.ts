import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  GoalChange,
  NewGoal,
} from "../../../../src/modules/ad-planning/types"
import { createGoalsWorkflow } from "../../../../src/workflows/ad-planning/goals/create-goals"
import { deleteGoalsWorkflow } from "../../../../src/workflows/ad-planning/goals/delete-goals"
import { updateGoalsWorkflow } from "../../../../src/workflows/ad-planning/goals/update-goals"
import { adPlanning } from "../../../helpers/ad-planning"
import { describeUndo, type UndoCase } from "../../../helpers/failing-workflow"
import { readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const CHANGED = ["conversion_goal"]

const SIGNUP: NewGoal = {
  name: "Signup",
  goal_type: "custom_event",
  conditions: { event_name: "signup", properties: { plan: "pro" } },
  default_value: "12.5",
  currency: "eur",
  website_id: "web_a",
}
const LEAD: NewGoal = { name: "Lead", goal_type: "lead_form" }

const make = (container: MedusaContainer, goals = [SIGNUP, LEAD]) =>
  adPlanning(container).goals.createGoals(goals)

const CREATE: UndoCase<{ goals: NewGoal[] }>[] = [
  [
    "two goals, beside one that is there",
    async (container) => {
      await make(container, [LEAD])
      return { goals: [SIGNUP, LEAD] }
    },
    CHANGED,
  ],
]

const UPDATE: UndoCase<{ goals: GoalChange[] }>[] = [
  [
    "everything of a goal, and one thing of another",
    async (container) => {
      const [id, other] = await make(container)
      return {
        goals: [
          {
            id: id!,
            name: "Other",
            goal_type: "page_view",
            conditions: { pathname_pattern: "/a" },
            default_value: null,
            currency: null,
            value_from_event: true,
            is_active: false,
            is_primary: true,
            priority: 5,
            website_id: null,
          },
          { id: other!, default_value: "1", currency: "usd" },
        ],
      }
    },
    CHANGED,
  ],
]

const DELETE: UndoCase<{ ids: string[] }>[] = [
  [
    "one of two goals",
    async (container) => ({ ids: (await make(container)).slice(0, 1) }),
    CHANGED,
  ],
]

export default function suite({ getContainer }: StoreContext) {
  describeUndo(getContainer, createGoalsWorkflow, CREATE)
  describeUndo(getContainer, updateGoalsWorkflow, UPDATE)
  describeUndo(getContainer, deleteGoalsWorkflow, DELETE)

  describe("several goals, of which one cannot be", () => {
    it.each<[string, (ids: string[]) => Promise<unknown>, string]>([
      [
        "created",
        () =>
          createGoalsWorkflow(getContainer()).run({
            input: {
              goals: [
                LEAD,
                { name: "x", goal_type: "scroll_depth", is_primary: true },
              ],
            },
          }),
        "Invalid request: Field 'is_primary': must be false for scroll_depth: engagement milestones are not conversions",
      ],
      [
        "changed",
        ([id]) =>
          updateGoalsWorkflow(getContainer()).run({
            input: {
              goals: [
                { id: id!, name: "x" },
                { id: "unknown", name: "y" },
              ],
            },
          }),
        "ConversionGoal with id: unknown was not found",
      ],
      [
        "deleted",
        ([id]) =>
          deleteGoalsWorkflow(getContainer()).run({
            input: { ids: [id!, "unknown"] },
          }),
        "ConversionGoal with id: unknown was not found",
      ],
    ])("are not %s at all", async (_what, run, message) => {
      const ids = await make(getContainer())
      const before = await readTables(getContainer())
      await expect(run(ids)).rejects.toMatchObject({ message })
      expect(await readTables(getContainer())).toEqual(before)
    })
  })
}
