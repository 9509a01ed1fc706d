import type { AdPlanningApi } from "./api"

/** What `window.adPlanning` is before the script has come. */
interface Stub {
  /** Calls to be made once it is there. */
  q?: ((api: AdPlanningApi) => void)[]
  /** Set by the server in a store without an analytics module. */
  off?: number
  version?: undefined
}

/** And afterwards. */
interface Ready extends AdPlanningApi {
  off?: undefined
}

declare global {
  /** Made of the script's own text; set by scripts/lib/pixel.mjs. */
  const PIXEL_VERSION: string
  interface Window {
    adPlanning?: Stub | Ready
  }
  interface Document {
    readonly prerendering?: boolean
  }
  interface Navigator {
    /** https://www.w3.org/TR/gpc/ */
    readonly globalPrivacyControl?: boolean
  }
}
