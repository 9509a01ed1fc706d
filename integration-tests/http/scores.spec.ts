import { testStore } from "../helpers/test-store"
import engagement from "./ad-planning/scores/engagement"
import models from "./ad-planning/scores/models"
import nps from "./ad-planning/scores/nps"
import ratings from "./ad-planning/scores/ratings"
import scores from "./ad-planning/scores/scores"

testStore({ engagement, models, nps, ratings, scores })
