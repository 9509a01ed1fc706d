import { testStore } from "../helpers/test-store"
import journeyApi from "./ad-planning/journeys/journey-api"
import journeyFacts from "./ad-planning/journeys/journey-facts"
import journeyFunnel from "./ad-planning/journeys/journey-funnel"
import journeyPaths from "./ad-planning/journeys/journey-paths"
import journeys from "./ad-planning/journeys/journeys"

testStore({ journeyApi, journeyFacts, journeyFunnel, journeyPaths, journeys })
