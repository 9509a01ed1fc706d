import { testStore } from "../helpers/test-store"
import engagement from "./ad-planning/scores/engagement"
import models from "./ad-planning/scores/models"
import ratings from "./ad-planning/scores/ratings"
import scores from "./ad-planning/scores/scores"

testStore({ engagement, models, ratings, scores })
