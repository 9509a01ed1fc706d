import { testStore } from "../helpers/test-store"
import exposures from "./ad-planning/experiments/exposures"
import lifeCycle from "./ad-planning/experiments/life-cycle"
import simulatedStorefront from "./ad-planning/experiments/simulated-storefront"

testStore({ lifeCycle, exposures, simulatedStorefront })
