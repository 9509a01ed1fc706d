import { testStore } from "../helpers/test-store"
import demoStore from "./demo/demo-store"
import analyticsTrack from "./host/analytics-track"
import formResponses from "./host/form-responses"
import leads from "./host/leads"

testStore({ analyticsTrack, demoStore, formResponses, leads })
