import { testStore } from "../helpers/test-store"
import previousPurchase, {
  SHORT_LOOKBACK,
} from "./ad-planning/options/previous-purchase"
import trackLimits, { LOW_LIMITS } from "./ad-planning/options/track-limits"

// Read with the configuration, so before the store is booted.
process.env.AD_PLANNING_OPTIONS = JSON.stringify({
  jobs: false,
  attribution: SHORT_LOOKBACK,
  web: LOW_LIMITS,
})

testStore({ previousPurchase, trackLimits })
