import { testStore } from "../helpers/test-store"
import adNames from "./ad-planning/attribution/ad-names"
import attribution from "./ad-planning/attribution/attribution"
import attributionChanges from "./ad-planning/attribution/attribution-changes"
import bulkResolve from "./ad-planning/attribution/bulk-resolve"
import resolve from "./ad-planning/attribution/resolve"
import settle from "./ad-planning/attribution/settle"
import ties from "./ad-planning/attribution/ties"
import visits from "./ad-planning/attribution/visits"
import writeBack from "./ad-planning/attribution/write-back"

testStore({
  adNames,
  attribution,
  attributionChanges,
  bulkResolve,
  resolve,
  settle,
  ties,
  visits,
  writeBack,
})
