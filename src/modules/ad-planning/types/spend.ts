/** What a column of a spend file can say. */
export const SPEND_FIELDS = [
  "platform",
  "campaign",
  "external_id",
  "date",
  "start",
  "end",
  "week",
  "month",
  "quarter",
  "year",
  "currency",
  "spend",
  "impressions",
  "clicks",
  "conversions",
  "value",
  "account",
  "time_zone",
] as const
export type SpendField = (typeof SPEND_FIELDS)[number]

/** Languages whose names of columns are known. */
export const HEADER_LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
] as const
export type HeaderLanguage = (typeof HEADER_LANGUAGES)[number]

/** How a file writes numbers, shown by one. The first sign groups, the last parts. */
export const NUMBER_FORMATS = ["1,234.56", "1.234,56"] as const
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

export const DATE_FORMATS = ["DD/MM/YYYY", "MM/DD/YYYY"] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** What a person has to say before a file can be read. */
export const SPEND_QUESTIONS = [
  "platform",
  "column_campaign",
  "column_date",
  "column_spend",
  "number_format",
  "date_format",
  "currency",
  "multi_day_rows",
  "identical_rows",
  "repeated_rows",
  "names_on_one_id",
] as const
export type SpendQuestionId = (typeof SPEND_QUESTIONS)[number]

export interface SpendChoice {
  value: string
  /** What the example would be by this choice; null where it says itself. */
  reading: string | null
}

export interface SpendQuestion {
  id: SpendQuestionId
  /** Where it arises: the first lines, and what stands there. */
  examples: { line: number; value: string }[]
  /** Lines that it is about. */
  count: number
  choices: SpendChoice[]
}

/** What a person said of a file, or what was remembered. */
export interface SpendAnswers {
  platform?: string
  mapping?: Partial<Record<SpendField, string>>
  number_format?: NumberFormat
  date_format?: DateFormat
  currency?: string
  /** Choices of the other questions. */
  choices?: Partial<Record<SpendQuestionId, string>>
}

/** Lines with the same fault in the same field. */
export interface SpendRefusal {
  field: string
  reason: string
  count: number
  examples: { line: number; value: string }[]
}

/** What of a file is not counted, and why. */
export const LEFT_OUT_KINDS = [
  "title",
  "total",
  "footer",
  "part_of_all",
  "repeated",
  "not_spread",
] as const
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number]

export interface SpendLeftOut {
  kind: LeftOutKind
  count: number
  lines: number[]
  /** The first of them, as it stands. */
  text: string
}

/** A total of the file that is not the sum of its rows. */
export interface SpendTotalMismatch {
  line: number
  field: string
  stated: string
  summed: string
}

/** One campaign's day of a file; amounts as exact decimal text. */
export interface SpendDay {
  /** The first line that it is from. */
  line: number
  platform: string
  external_id: string | null
  campaign: string
  date: string
  currency: string
  spend: string
  impressions: string
  clicks: string
  conversions: string | null
  value: string | null
}

/** What a file says a campaign was called, by the days it says so. */
export interface SpendName {
  platform: string
  external_id: string | null
  name: string
  first_on: string
  last_on: string
}

export interface SpendSum {
  currency: string
  spend: string
  impressions: string
  clicks: string
  from_date: string
  to_date: string
  rows: number
}

/** Everything that a file says, as it was understood. */
export interface SpendReading {
  format: "csv" | "xlsx"
  encoding: string | null
  delimiter: string | null
  header_line: number
  header: string[]
  /** What each column of the header is taken for; null for those not needed. */
  columns: { name: string; field: SpendField | "dimension" | null }[]
  language: HeaderLanguage | null
  platform: string | null
  number_format: NumberFormat | null
  date_format: DateFormat | null
  currency: string | null
  accounts: string[]
  time_zone: string | null
  days: SpendDay[]
  names: SpendName[]
  sums: SpendSum[]
  left_out: SpendLeftOut[]
  total_mismatches: SpendTotalMismatch[]
  questions: SpendQuestion[]
  refusals: SpendRefusal[]
}

/** One import, ready to be written. */
export interface SpendImportInput {
  days: SpendDay[]
  /** Every name of a campaign in it, by the days it had it. */
  names: SpendName[]
  file_name: string | null
  accounts: string[]
  time_zone: string | null
  left_out: SpendLeftOut[]
  imported_by: string | null
  /** ISO 8601. */
  imported_at: string
  /** What to do with days that have figures: a report replaces them. */
  on_existing?: OnExistingDays
}

export const ON_EXISTING_DAYS = ["replace", "add", "refuse"] as const
export type OnExistingDays = (typeof ON_EXISTING_DAYS)[number]

export interface SpendImportRecord {
  imported_at: string
  imported_by: string | null
  file_name: string | null
  platform: string
  rows: number
  from_date: string | null
  to_date: string | null
  spend: { currency: string; spend: string }[]
  accounts: string[]
  time_zone: string | null
  left_out: SpendLeftOut[]
  campaigns_created: string[]
  campaigns_before: object[]
}

export interface ImportedSpend {
  /** The import; where nothing changed, the one whose days these are, if it is one. */
  id: string | null
  is_new: boolean
  imported: number
  changed: number
  campaigns_created: number
  campaigns_changed: number
  campaign_ids: string[]
}

export interface TakenBackImport {
  restored: number
  removed: number
  /** Days that a later import or a sync has replaced. */
  kept: number
  campaigns_removed: number
  /** Campaigns that are gone or have another name: their touches are asked again. */
  campaign_ids: string[]
}

/** What an import would meet. */
export interface SpendImportPreview {
  campaigns: {
    id: string | null
    platform: string
    external_id: string | null
    name: string
    state: "new" | "known" | "renamed"
    former_name: string | null
  }[]
  replaced: {
    ad_campaign_id: string
    date: string
    currency: string
    old_spend: string
    new_spend: string
  }[]
  unchanged: number
}

/** How a file with a header row is read. */
export interface RememberedHeader {
  /** SHA-256 of the row's names. */
  header_hash: string
  platform: string | null
  mapping: Partial<Record<SpendField, string>>
  number_format: NumberFormat | null
  date_format: DateFormat | null
  currency: string | null
  answers: Partial<Record<SpendQuestionId, string>>
}

/** What only this one file was asked about is not remembered. */
export const ANSWERS_OF_ONE_FILE: readonly SpendQuestionId[] = [
  "names_on_one_id",
]

/** A campaign by hand; instants are ISO 8601. */
export interface NewCampaign {
  platform: string
  external_id: string
  name: string
  normalised_name: string
  status: string | null
  started_at: string | null
  stopped_at: string | null
  currency: string | null
}

/** What is not there stays. */
export interface CampaignEdit {
  name?: string
  normalised_name?: string
  status?: string | null
  started_at?: string | null
  stopped_at?: string | null
}
