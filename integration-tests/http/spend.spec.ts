import { testStore } from "../helpers/test-store"
import campaigns from "./ad-planning/spend/campaigns"
import files from "./ad-planning/spend/files"
import takeBack from "./ad-planning/spend/take-back"
import undo from "./ad-planning/spend/undo"

testStore({ files, takeBack, campaigns, undo })
