import type { AttributionCauseName } from "./enums"

/** Why conversions get another campaign, and who of the store says so. */
export interface AttributionCause {
  cause: AttributionCauseName
  /** The alias, or the touch that was chosen for. */
  cause_id?: string | null
  actor_id?: string | null
  /** A failed workflow is undone: what it recorded goes instead. */
  is_reverted?: boolean
}
