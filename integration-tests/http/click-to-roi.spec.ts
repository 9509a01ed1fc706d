import { testStore } from "../helpers/test-store"
import clickToRoi from "./ad-planning/click-to-roi/click-to-roi"
import links from "./ad-planning/click-to-roi/links"
import spendImport from "./ad-planning/click-to-roi/spend-import"

testStore({ clickToRoi, links, spendImport })
