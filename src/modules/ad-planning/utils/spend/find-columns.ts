import type { HeaderLanguage, SpendField } from "../../types"
import { SPEND_FIELDS } from "../../types"
import type { ReportPlatform } from "./header-names"
import { fieldNames, languageOf, reportPlatformOf } from "./known-headers"
import { readHeaderName } from "./normalise-header"
import { DIMENSIONS } from "./shared-names"

/** What the columns of a file are. */
export interface SpendColumns {
  header: string[]
  fields: Map<SpendField, number>
  /** Columns that cut a campaign's day into parts. */
  dimensions: number[]
  platform: ReportPlatform | null
  language: HeaderLanguage | null
  /** Of the spend column's own name: "Amount spent (EUR)". */
  currency: string | null
  time_zone: string | null
}

/**
 * What each column says, by its name.
 *
 * @param mapping - names of columns that a person chose for fields
 * @param named - the network, where a person named it
 */
export function findColumns(
  header: string[],
  mapping: Partial<Record<SpendField, string>> = {},
  named: ReportPlatform | null = null
): SpendColumns {
  const read = header.map(readHeaderName)
  const names = read.map(({ name }) => name)
  const isOwn = names.includes("external id") || names.includes("platform")
  const platform = named ?? (isOwn ? "own" : reportPlatformOf(names))
  const fields = new Map<SpendField, number>()
  for (const field of SPEND_FIELDS) {
    const chosen = mapping[field]
    const index =
      chosen === undefined
        ? firstOf(fieldNames(platform, field), names, [...fields.values()])
        : header.findIndex((name) => sameName(name, chosen))
    if (index !== -1) {
      fields.set(field, index)
    }
  }
  const spend = fields.get("spend")
  return {
    header,
    fields,
    dimensions: dimensionsOf(names, fields),
    platform,
    language: isOwn ? null : languageOf(names),
    currency: spend === undefined ? null : read[spend]!.currency,
    time_zone: read.find(({ time_zone }) => time_zone)?.time_zone ?? null,
  }
}

function firstOf(known: string[], names: string[], taken: number[]): number {
  for (const name of known) {
    const index = names.findIndex(
      (candidate, position) => candidate === name && !taken.includes(position)
    )
    if (index !== -1) {
      return index
    }
  }
  return -1
}

/** An account tells rows apart, whether or not it is shown. */
function dimensionsOf(
  names: string[],
  fields: Map<SpendField, number>
): number[] {
  const used = [...fields].flatMap(([field, index]) =>
    field === "account" ? [] : [index]
  )
  return names.flatMap((name, index) =>
    DIMENSIONS.has(name) && !used.includes(index) ? [index] : []
  )
}

function sameName(name: string, chosen: string): boolean {
  return name.trim().toLowerCase() === chosen.trim().toLowerCase()
}
