import { testStore } from "../helpers/test-store"
import backfill from "./ad-planning/sources/backfill"
import convergence from "./ad-planning/sources/convergence"
import pendingWork from "./ad-planning/sources/pending-work"
import reconcile from "./ad-planning/sources/reconcile"

testStore({ backfill, convergence, pendingWork, reconcile })
