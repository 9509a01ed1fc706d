import { testStore } from "../helpers/test-store"
import engagement from "./ad-planning/scores/engagement"
import nps from "./ad-planning/scores/nps"
import ratings from "./ad-planning/scores/ratings"
import scores from "./ad-planning/scores/scores"

testStore({ engagement, nps, ratings, scores })
