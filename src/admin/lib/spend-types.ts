import type { SpendCoverageRow } from "../../modules/ad-planning/sql/spend/spend-coverage"
import type {
  SpendDay,
  SpendImportPreview,
  SpendImportRecord,
  SpendReading,
} from "../../modules/ad-planning/types"

export type SpendCoverage = SpendCoverageRow

export interface SpendImport extends Omit<
  SpendImportRecord,
  "campaigns_created" | "campaigns_before"
> {
  id: string
  undone_at: string | null
}

type Understood = Pick<
  SpendReading,
  | "encoding"
  | "header_line"
  | "columns"
  | "platform"
  | "number_format"
  | "date_format"
  | "accounts"
  | "time_zone"
>

/** What the server makes of a file before it is imported. */
export interface SpendPreview extends Pick<
  SpendReading,
  "sums" | "left_out" | "questions" | "refusals" | "total_mismatches"
> {
  understood: Understood & { is_remembered: boolean }
  rows: SpendDay[]
  row_count: number
  campaigns: SpendImportPreview["campaigns"]
  replaced: SpendImportPreview["replaced"]
  replaced_count: number
  unchanged_count: number
}

export interface ImportedFile {
  imported: number
  changed: number
  campaigns_created: number
  import_id: string | null
}

export interface CampaignRow {
  id: string
  name: string
  platform: string
  status: string | null
  started_at: string | null
  stopped_at: string | null
  is_host_campaign: boolean
  spend: { currency: string; spend: string }[]
  last_spend_on: string | null
  last_click_at: string | null
  former_names: { name: string }[]
  merged: { merge_id: string; campaign_id: string; name: string }[]
}
