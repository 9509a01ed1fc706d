import { testStore } from "../helpers/test-store"
import attributionModels from "./ad-planning/reports/attribution-models"
import cohorts from "./ad-planning/reports/cohorts"
import conversionStats from "./ad-planning/reports/conversion-stats"
import csv from "./ad-planning/reports/csv"
import overviewData from "./ad-planning/reports/overview-data"
import topPerformers from "./ad-planning/reports/top-performers"
import trends from "./ad-planning/reports/trends"

testStore({
  attributionModels,
  cohorts,
  conversionStats,
  csv,
  overviewData,
  topPerformers,
  trends,
})
