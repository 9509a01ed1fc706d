import { warn } from "./attempt"
import { ANALYTICS, createClient } from "./client"
import { onNavigation } from "./navigation"
import { createSender } from "./sender"

/** Where the server answers, and the script's own path there. */
const ROUTES = "/web/ad-planning/"

// Only now: later it is another script, or none.
const tag = document.currentScript

function start() {
  const stub = window.adPlanning || {}
  // A tag manager may bring the script a second time.
  if (stub.version) {
    return
  }
  if (!(tag instanceof HTMLScriptElement && tag.dataset.websiteId)) {
    warn("the script's tag has no data-website-id")
    return
  }
  const { websiteId, pageViews, apiUrl } = tag.dataset
  const isTold = pageViews !== "off"
  const sender = createSender(
    (apiUrl || tag.src.split(ROUTES)[0]!).replace(/\/$/, ""),
    ANALYTICS
  )
  const { api, enter } = createClient(websiteId, tag.dataset, !stub.off, sender)
  window.adPlanning = api
  // First what the page says of consent.
  if (Array.isArray(stub.q)) {
    stub.q.forEach(api.q.push)
  }
  enter(document.referrer, isTold)
  onNavigation((referrer) => enter(referrer, isTold))

  // Brought back as it was: nothing ran that says so but this.
  addEventListener(
    "pageshow",
    ({ persisted }) => persisted && enter(location.href, isTold)
  )
  addEventListener("online", sender.resume)
  addEventListener("pagehide", sender.hurry)
  document.addEventListener("visibilitychange", () =>
    document.visibilityState === "hidden" ? sender.hurry() : sender.flush()
  )
  sender.flush()
}

// A browser may load a page ahead of the visitor, who then never comes.
if (document.prerendering) {
  document.addEventListener("prerenderingchange", start)
} else {
  start()
}
