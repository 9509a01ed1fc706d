import BigNumber from "bignumber.js"
import type {
  SpendChoice,
  SpendDay,
  SpendName,
  SpendQuestion,
  SpendQuestionId,
} from "../../types"
import { minorUnitDigits } from "../money/minor-units"
import { normaliseName } from "../text/normalise"
import type { SpendRow } from "./read-row"
import { daysBetween, spread } from "./spread"
import { ALL_WORDS } from "./shared-names"
import { fold } from "./normalise-header"
import { eachAmount, WHOLE_FIELDS } from "./table-rows"

// An id that a spreadsheet may have rounded has more digits than it keeps.
const EXACT_DIGITS = 15
const SHOWN_EXAMPLES = 3
const NO_CURRENCY_DIGITS = 2

/** What the rows of a file come to. */
export interface CombinedRows {
  days: SpendDay[]
  names: SpendName[]
  questions: SpendQuestion[]
  /** Lines that do not count, because another one holds them. */
  part_of_all: number[]
  repeated: number[]
  not_spread: number[]
  /** Rows whose amounts are in the days. */
  counted: SpendRow[]
  /** Questions answered so that nothing may be imported. */
  refused: SpendQuestionId[]
}

type Choices = Partial<Record<SpendQuestionId, string>>

/**
 * Sums rows of one campaign, day and currency where a dimension tells them apart. Of
 * a row for all parts beside them that one counts alone.
 *
 * @param choices - what a person said of the questions
 */
export function combineRows(
  rows: SpendRow[],
  choices: Choices = {}
): CombinedRows {
  const result: CombinedRows = {
    days: [],
    names: [],
    questions: [],
    part_of_all: [],
    repeated: [],
    not_spread: [],
    counted: [],
    refused: [],
  }
  const asked = new Asked(choices)
  const campaignOf = campaignsOf(rows)
  const groups = new Map<string, SpendRow[]>()
  for (const row of rows) {
    const { span, currency } = row
    const key = JSON.stringify([
      campaignOf(row).key,
      span.from,
      span.to,
      currency,
    ])
    const group = groups.get(key)
    if (group) {
      group.push(row)
    } else {
      groups.set(key, [row])
    }
  }
  const names = newestNames(rows, campaignOf, asked)
  const days = new Map<string, SummedDay>()
  for (const group of groups.values()) {
    const counted = distinctRows(group, asked, result)
    const [first] = counted
    if (!first) {
      continue
    }
    if (first.span.from !== first.span.to) {
      const choice = asked.ask(
        "multi_day_rows",
        group,
        `${first.span.from} - ${first.span.to}`
      )
      if (choice !== "spread") {
        result.not_spread.push(...group.map(({ line }) => line))
        continue
      }
    }
    const campaign = campaignOf(first)
    result.counted.push(...counted)
    addDays(days, campaign, names.get(campaign.key)!, counted)
  }
  result.days = [...days.values()].map(toDay)
  result.names = namesOf(rows, campaignOf)
  result.questions = asked.open()
  result.refused = asked.refused()
  return result
}

/** Which campaign a row is of. */
interface RowCampaign {
  key: string
  platform: string
  external_id: string | null
}

/** Rows without an id are those of the one campaign with their name that has one. */
function campaignsOf(rows: SpendRow[]): (row: SpendRow) => RowCampaign {
  const ids = new Map<string, Set<string>>()
  for (const { platform, campaign, external_id } of rows) {
    if (external_id !== null) {
      const name = JSON.stringify([platform, normaliseName(campaign)])
      ids.set(name, (ids.get(name) ?? new Set()).add(external_id))
    }
  }
  return ({ platform, campaign, external_id }) => {
    const name = normaliseName(campaign)
    const known = ids.get(JSON.stringify([platform, name]))
    const id = external_id ?? (known?.size === 1 ? [...known][0]! : null)
    const key = JSON.stringify([platform, id, id === null ? name : null])
    return { key, platform, external_id: id }
  }
}

/** The rows of one campaign's days that count. */
function distinctRows(
  group: SpendRow[],
  asked: Asked,
  result: CombinedRows
): SpendRow[] {
  const whole = withoutParts(group)
  result.part_of_all.push(
    ...group.filter((row) => !whole.includes(row)).map(({ line }) => line)
  )
  const byParts = new Map<string, SpendRow[]>()
  for (const row of whole) {
    const key = row.parts.join("\u0001")
    byParts.set(key, [...(byParts.get(key) ?? []), row])
  }
  return [...byParts.values()].flatMap((same) => {
    if (same.length === 1) {
      return same
    }
    const isIdentical = same.every(({ text }) => text === same[0]!.text)
    const question = isIdentical ? "identical_rows" : "repeated_rows"
    const choice = asked.ask(question, same, shownRow(same[0]!))
    if (choice === "once") {
      result.repeated.push(...same.slice(1).map(({ line }) => line))
      return same.slice(0, 1)
    }
    return same
  })
}

/** Where a dimension has a row for all of its parts, that row alone. */
function withoutParts(group: SpendRow[]): SpendRow[] {
  const columns = group[0]!.parts.map((_part, index) => index)
  return columns.reduce((rows, column) => {
    const all = rows.filter((row) => isAll(row.parts[column]!))
    return all.length > 0 && all.length < rows.length ? all : rows
  }, group)
}

function isAll(part: string): boolean {
  return ALL_WORDS.has(fold(part))
}

function shownRow({ campaign, span, amounts }: SpendRow): string {
  return `${campaign}, ${span.from}, ${amounts.spend?.toFixed() ?? "-"}`
}

/** The name of each campaign on the newest day that has one. */
function newestNames(
  rows: SpendRow[],
  campaignOf: (row: SpendRow) => RowCampaign,
  asked: Asked
): Map<string, string> {
  const newest = new Map<string, SpendRow>()
  const spellings = new Map<string, SpendRow[]>()
  for (const row of rows) {
    const { key } = campaignOf(row)
    const former = newest.get(key)
    if (!former || row.span.to >= former.span.to) {
      newest.set(key, row)
    }
    const known = spellings.get(key) ?? []
    const name = normaliseName(row.campaign)
    if (!known.some(({ campaign }) => normaliseName(campaign) === name)) {
      spellings.set(key, [...known, row])
    }
  }
  for (const same of spellings.values()) {
    const id = same[0]!.external_id ?? ""
    if (same.length > 1 && id.replace(/\D/g, "").length > EXACT_DIGITS) {
      const shown = `${id}: ${same.map(({ campaign }) => campaign).join(", ")}`
      asked.ask("names_on_one_id", same, shown)
    }
  }
  return new Map([...newest].map(([key, row]) => [key, row.campaign]))
}

function namesOf(
  rows: SpendRow[],
  campaignOf: (row: SpendRow) => RowCampaign
): SpendName[] {
  const names = new Map<string, SpendName>()
  for (const row of rows) {
    const { key: campaign, platform, external_id } = campaignOf(row)
    const key = JSON.stringify([campaign, normaliseName(row.campaign)])
    const known = names.get(key)
    names.set(key, {
      platform,
      external_id,
      name: row.campaign,
      first_on:
        known && known.first_on < row.span.from
          ? known.first_on
          : row.span.from,
      last_on:
        known && known.last_on > row.span.to ? known.last_on : row.span.to,
    })
  }
  return [...names.values()]
}

type SummedDay = Omit<SpendDay, keyof SpendRow["amounts"]> & {
  amounts: SpendRow["amounts"]
}

function addDays(
  days: Map<string, SummedDay>,
  { key: campaignKey, platform, external_id }: RowCampaign,
  campaign: string,
  rows: SpendRow[]
): void {
  for (const { line, span, currency, amounts } of rows) {
    const dates = daysBetween(span.from, span.to)
    const parts = spreadAmounts(amounts, dates.length, currency)
    dates.forEach((date, index) => {
      const key = JSON.stringify([campaignKey, date, currency])
      const day = days.get(key)
      days.set(key, {
        ...(day ?? { line, platform, external_id, campaign, date, currency }),
        amounts: addAmounts(day?.amounts, parts[index]!),
      })
    })
  }
}

function spreadAmounts(
  amounts: SpendRow["amounts"],
  days: number,
  currency: string
): SpendRow["amounts"][] {
  const parts = eachAmount((field) => {
    const amount = amounts[field]
    const isWhole = WHOLE_FIELDS.some((name) => name === field)
    const digits = currency ? minorUnitDigits(currency) : NO_CURRENCY_DIGITS
    return amount ? spread(amount, days, isWhole ? 0 : digits) : null
  })
  return Array.from({ length: days }, (_day, index) =>
    eachAmount((field) => parts[field]?.[index] ?? null)
  )
}

function addAmounts(
  former: SpendRow["amounts"] | undefined,
  added: SpendRow["amounts"]
): SpendRow["amounts"] {
  return eachAmount((field) => {
    const [a, b] = [former?.[field] ?? null, added[field]]
    return a && b ? a.plus(b) : (a ?? b)
  })
}

function textOf(amount: BigNumber | null): string | null {
  return amount?.toFixed() ?? null
}

function toDay({ amounts, ...day }: SummedDay): SpendDay {
  return {
    ...day,
    spend: textOf(amounts.spend) ?? "0",
    impressions: textOf(amounts.impressions) ?? "0",
    clicks: textOf(amounts.clicks) ?? "0",
    conversions: textOf(amounts.conversions),
    value: textOf(amounts.value),
  }
}

const CHOICES: Partial<Record<SpendQuestionId, string[]>> = {
  multi_day_rows: ["spread", "refuse"],
  identical_rows: ["once", "sum"],
  repeated_rows: ["sum", "refuse"],
  names_on_one_id: ["one", "refuse"],
}

/** Questions as they arise, each once, and what was said of them. */
class Asked {
  private readonly found = new Map<SpendQuestionId, SpendQuestion>()

  constructor(private readonly choices: Choices) {}

  ask(
    id: SpendQuestionId,
    rows: SpendRow[],
    value: string
  ): string | undefined {
    const choices: SpendChoice[] = (CHOICES[id] ?? []).map((choice) => ({
      value: choice,
      reading: null,
    }))
    const question = this.found.get(id) ?? {
      id,
      examples: [],
      count: 0,
      choices,
    }
    question.count += rows.length
    if (question.examples.length < SHOWN_EXAMPLES) {
      question.examples.push({ line: rows[0]!.line, value })
    }
    this.found.set(id, question)
    return this.answerTo(id)
  }

  open(): SpendQuestion[] {
    return [...this.found.values()].filter(
      ({ id }) => this.answerTo(id) === undefined
    )
  }

  refused(): SpendQuestionId[] {
    return [...this.found.keys()].filter((id) => this.answerTo(id) === "refuse")
  }

  private answerTo(id: SpendQuestionId): string | undefined {
    const choice = this.choices[id]
    return CHOICES[id]?.find((known) => known === choice)
  }
}
