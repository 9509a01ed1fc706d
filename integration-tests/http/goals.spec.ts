import { testStore } from "../helpers/test-store"
import goalEvents from "./ad-planning/goals/goal-events"
import goalTester from "./ad-planning/goals/goal-tester"
import goals from "./ad-planning/goals/goals"
import primaryGoals from "./ad-planning/goals/primary-goals"

testStore({ goalEvents, goalTester, goals, primaryGoals })
