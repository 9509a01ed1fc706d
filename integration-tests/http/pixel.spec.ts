import { testStore } from "../helpers/test-store"
import pixel from "./ad-planning/pixel/pixel"
import pixelBrowser from "./ad-planning/pixel/pixel-browser"
import pixelDelivery from "./ad-planning/pixel/pixel-delivery"
import pixelScript from "./ad-planning/pixel/pixel-script"
import pixelVisitor from "./ad-planning/pixel/pixel-visitor"
import trackConversion from "./ad-planning/pixel/track-conversion"

testStore({
  pixel,
  pixelBrowser,
  pixelDelivery,
  pixelScript,
  pixelVisitor,
  trackConversion,
})
