import { testStore } from "../helpers/test-store"
import demoExperiments from "./ad-planning/experiments/demo-experiments"
import exposures from "./ad-planning/experiments/exposures"
import inAPage from "./ad-planning/experiments/in-a-page"
import lifeCycle from "./ad-planning/experiments/life-cycle"
import metrics from "./ad-planning/experiments/metrics"
import simulatedStorefront from "./ad-planning/experiments/simulated-storefront"

testStore({
  lifeCycle,
  exposures,
  demoExperiments,
  inAPage,
  metrics,
  simulatedStorefront,
})
