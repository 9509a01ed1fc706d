import { testStore } from "../helpers/test-store"
import forecasts from "./ad-planning/forecasts/forecasts"

testStore({ forecasts })
