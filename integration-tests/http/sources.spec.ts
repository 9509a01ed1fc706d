import { testStore } from "../helpers/test-store"
import backfill from "./ad-planning/sources/backfill"
import convergence from "./ad-planning/sources/convergence"
import reconcile from "./ad-planning/sources/reconcile"

testStore({ backfill, convergence, reconcile })
