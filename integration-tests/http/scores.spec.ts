import { testStore } from "../helpers/test-store"
import engagement from "./ad-planning/scores/engagement"
import ratings from "./ad-planning/scores/ratings"
import scores from "./ad-planning/scores/scores"

testStore({ engagement, ratings, scores })
