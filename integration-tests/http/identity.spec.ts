import { testStore } from "../helpers/test-store"
import customers from "./ad-planning/identity/customers"
import erase from "./ad-planning/identity/erase"
import eraseOrder from "./ad-planning/identity/erase-order"
import identity from "./ad-planning/identity/identity"
import identityOrder from "./ad-planning/identity/identity-order"
import identityRoutes from "./ad-planning/identity/identity-routes"

testStore({
  customers,
  erase,
  eraseOrder,
  identity,
  identityOrder,
  identityRoutes,
})
