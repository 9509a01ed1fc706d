import { testStore } from "../helpers/test-store"
import compensation from "./ad-planning/undo/compensation"
import compensationConversions from "./ad-planning/undo/compensation-conversions"
import compensationExperiments from "./ad-planning/undo/compensation-experiments"
import compensationGoals from "./ad-planning/undo/compensation-goals"
import compensationSources from "./ad-planning/undo/compensation-sources"

testStore({
  compensation,
  compensationConversions,
  compensationExperiments,
  compensationGoals,
  compensationSources,
})
