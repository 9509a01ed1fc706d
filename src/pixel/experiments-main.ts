import type { AdPlanningApi } from "./api"
import { createExperiments } from "./experiments"

/** Where the server answers, and the script's own path there. */
const ROUTES = "/web/ad-planning/"

// Runs just before the script itself, of the same tag: what the page has asked for
// finds `variant` there.
const tag = document.currentScript
const stub = window.adPlanning || {}
if (
  !stub.version &&
  tag instanceof HTMLScriptElement &&
  tag.dataset.websiteId
) {
  const { websiteId, apiUrl } = tag.dataset
  const base = (apiUrl || tag.src.split(ROUTES)[0]!).replace(/\/$/, "")
  const attach = (api: AdPlanningApi) => {
    Object.assign(api, createExperiments(base, websiteId, api.visitorId))
  }
  const asked = Array.isArray(stub.q) ? stub.q : []
  window.adPlanning = { ...stub, q: [attach, ...asked] }
}
