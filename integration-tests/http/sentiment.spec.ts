import { testStore } from "../helpers/test-store"
import sentimentEndpoints from "./ad-planning/sentiment/endpoints"
import sentimentSources from "./ad-planning/sentiment/sources"
import sentimentUndo from "./ad-planning/sentiment/undo"

testStore({ sentimentEndpoints, sentimentSources, sentimentUndo })
