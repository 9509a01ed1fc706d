import { testStore } from "../helpers/test-store"
import campaigns from "./ad-planning/spend/campaigns"
import files from "./ad-planning/spend/files"
import takeBack from "./ad-planning/spend/take-back"

testStore({ files, takeBack, campaigns })
