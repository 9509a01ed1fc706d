import { testStore } from "../helpers/test-store"
import badSegments from "./ad-planning/segments/bad-segments"
import segmentFacts from "./ad-planning/segments/segment-facts"
import segmentGroups from "./ad-planning/segments/segment-groups"
import segments from "./ad-planning/segments/segments"

testStore({ segments, segmentFacts, segmentGroups, badSegments })
