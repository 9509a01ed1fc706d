import type {
  CustomerRow,
  NpsComment,
  NpsDistributionRow,
  ScoreType,
} from "../../modules/ad-planning/types"
import type { NpsGroupReport } from "../../modules/ad-planning/utils/scores/nps-groups"
import type { NpsReport } from "../../modules/ad-planning/utils/scores/nps-report"

/** How the store calls somebody. */
export interface PersonName {
  first_name: string | null
  last_name: string | null
  email: string | null
}

export type Customer = CustomerRow & { person: PersonName | null }

export interface CustomersAnswer {
  customers: Customer[]
  count: number
  offset: number
  limit: number
  hint?: string
}

/** One score as an endpoint answers it. */
export interface Score {
  id: string
  person_id: string
  score_type: ScoreType
  score_value: number
  level: string | null
  breakdown: Record<string, unknown>
  previous_value: number | null
  percentile: number | null
  calculated_at: string
}

export interface NpsScoreAnswer {
  score: NpsReport
  previous_score: NpsReport | null
}

export type NpsPoint = NpsReport & { date: string }

export interface NpsTrendsAnswer {
  trends: NpsPoint[]
  interval: string
}

export interface NpsBreakdownAnswer {
  breakdown: NpsGroupReport[]
  distribution: NpsDistributionRow[]
  comments: (NpsComment & { person: PersonName | null })[]
  currency: string
}

export interface NpsLinkAnswer {
  link: { id: string; token: string; url: string; expires_at: string }
}

/** What somebody is called: by name, by e-mail, or by id where nothing is known. */
export function nameOf(person: PersonName | null, id: string): string {
  const name = [person?.first_name, person?.last_name]
    .filter((part) => part)
    .join(" ")
  return name || person?.email || id
}
