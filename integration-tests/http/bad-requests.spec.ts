import { testStore } from "../helpers/test-store"
import badBodies from "./ad-planning/bad-requests/bad-bodies"
import badGoals from "./ad-planning/bad-requests/bad-goals"
import badInputs from "./ad-planning/bad-requests/bad-inputs"
import badSpend from "./ad-planning/bad-requests/bad-spend"
import hostileTexts from "./ad-planning/bad-requests/hostile-texts"

testStore({ badBodies, badGoals, badInputs, badSpend, hostileTexts })
