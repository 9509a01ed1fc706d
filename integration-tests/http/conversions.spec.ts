import { testStore } from "../helpers/test-store"
import firstPurchase from "./ad-planning/conversions/first-purchase"
import leads from "./ad-planning/conversions/leads"
import manualConversions from "./ad-planning/conversions/manual-conversions"
import orderCorrections from "./ad-planning/conversions/order-corrections"
import orderEvents from "./ad-planning/conversions/order-events"
import statements from "./ad-planning/conversions/statements"

testStore({
  firstPurchase,
  leads,
  manualConversions,
  orderCorrections,
  orderEvents,
  statements,
})
