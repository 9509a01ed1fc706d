/** `window.adPlanning`: docs/storefront.md. */
export interface AdPlanningApi {
  readonly version: string
  track: (type: string, details?: TrackDetails) => void
  identify: (personId: string, traits?: Record<string, unknown>) => void
  pageView: () => void
  /** undefined without consent. */
  visitorId: () => string | undefined
  /**
   * What belongs into `cart.metadata`. With the cart's present metadata, what
   * no longer holds of it is "", which removes it.
   */
  attributes: (metadata?: Record<string, unknown> | null) => Attributes
  consent: (isGiven: boolean) => void
  flush: () => void
  /** Calls what is pushed: at once, or when the script has come. */
  readonly q: { push: (call: (api: AdPlanningApi) => void) => void }
}

export type Attributes = Record<string, string>

export interface TrackDetails {
  value?: number
  /** ISO 4217; required with a value. */
  currency?: string
  name?: string
  order_id?: string
  event_id?: string
  metadata?: Record<string, unknown>
}
