import { isUnreplacedMacro } from "./unreplaced-macro"
import type { Suggestion, UnresolvedValueRow } from "../../types"
import {
  type ComparableName,
  comparableName,
  type ComparableText,
  lengthOf,
  nameSimilarity,
  wordSimilarity,
} from "./name-similarity"
import { mayFitPlatform, type NetworkSignals } from "./networks"
import { couldRun, type Run } from "./run"

/**
 * Less alike than this is another name. "Sale" and "Summer Sale" are 0.57, "brand"
 * and "Brand Search" 0.63: two campaigns each. "summer sale 2026 de" and "Summer
 * Sale" are 0.77, "Slae" and "Sale" 0.75: a campaign and a slip.
 */
export const LEAST_SIMILARITY = 0.65
const MAX_SUGGESTIONS = 3
// Longer values are no names that somebody typed.
const MAX_LENGTH = 128

export interface KnownCampaign extends Run {
  id: string
  name: string
  platform: string
}

/** A utm value without a campaign, and what a touch that carries it says. */
export type SampledValue = Omit<
  UnresolvedValueRow,
  "suggestions" | "platform" | "is_unreplaced_macro"
> &
  NetworkSignals & { seen_at: Date }

/** The same rows with the campaigns that each may mean. */
export function withSuggestions(
  rows: SampledValue[],
  campaigns: readonly KnownCampaign[]
): UnresolvedValueRow[] {
  const suggestionsOf = campaignSuggester(campaigns)
  return rows.map((row) => {
    const { click_ids: _ids, referrer: _referrer, seen_at: _at, ...value } = row
    const is_unreplaced_macro = [row.utm_campaign, row.utm_id].some(
      isUnreplacedMacro
    )
    return { ...value, is_unreplaced_macro, suggestions: suggestionsOf(row) }
  })
}

/** What of a value decides what is suggested. */
export type SuggestibleValue = NetworkSignals &
  Pick<SampledValue, "utm_campaign" | "utm_id" | "seen_at">

interface NamedCampaign {
  campaign: KnownCampaign
  name: ComparableName
}

/**
 * Campaigns that a value may mean, for a person to choose from: at most three, of
 * a network that the value's touches can come from, those that ran at the time
 * first, then the most alike. Nothing is ever resolved by it.
 */
export function campaignSuggester(
  campaigns: readonly KnownCampaign[]
): (value: SuggestibleValue) => Suggestion[] {
  const known = campaigns.flatMap((campaign) => {
    const name = readName(campaign.name)
    return name ? [{ campaign, name }] : []
  })
  const candidatesOf = candidateFinder(known)
  return (value) => {
    const name = readName(value.utm_campaign ?? value.utm_id ?? "")
    return name ? suggest(value, name, candidatesOf(name)) : []
  }
}

function suggest(
  value: SuggestibleValue,
  name: ComparableName,
  candidates: NamedCampaign[]
): Suggestion[] {
  return candidates
    .flatMap((row) => {
      const similarity = nameSimilarity(name, row.name)
      const { campaign } = row
      return similarity >= LEAST_SIMILARITY &&
        mayFitPlatform(value, campaign.platform)
        ? [
            {
              campaign,
              similarity,
              isLate: !couldRun(campaign, value.seen_at),
            },
          ]
        : []
    })
    .toSorted(
      (a, b) =>
        Number(a.isLate) - Number(b.isLate) ||
        b.similarity - a.similarity ||
        (a.campaign.id < b.campaign.id ? -1 : 1)
    )
    .slice(0, MAX_SUGGESTIONS)
    .map(({ campaign, similarity }) => ({
      ad_campaign_id: campaign.id,
      name: campaign.name,
      platform: campaign.platform,
      status: campaign.status,
      similarity: Math.round(similarity * 100) / 100,
    }))
}

/**
 * Which campaigns can be alike enough at all: those whose words that are like one
 * of the name's make up enough of both, or whose letters are the same. Each word is
 * compared once, however many campaigns have it.
 */
function candidateFinder(
  known: NamedCampaign[]
): (name: ComparableName) => NamedCampaign[] {
  const lengths = known.map(({ name }) => lengthOf(name.words))
  const words = [...occurrences(known).values()]
  const alike = new Map<string, { at: number[]; weight: number }[]>()
  const wordsLike = (asked: ComparableText) => {
    const found = words.flatMap(({ word, at }) => {
      const weight = wordSimilarity(asked, word) * (asked.length + word.length)
      return weight > 0 ? [{ at, weight }] : []
    })
    alike.set(asked.text, found)
    return found
  }
  return (name) => {
    // At most what the words can have in common.
    const shared = new Float64Array(known.length)
    for (const asked of name.words) {
      for (const { at, weight } of alike.get(asked.text) ?? wordsLike(asked)) {
        for (const index of at) {
          shared[index]! += weight
        }
      }
    }
    const length = lengthOf(name.words)
    return known.filter(
      (row, at) =>
        shared[at]! >= LEAST_SIMILARITY * (length + lengths[at]!) ||
        row.name.letters === name.letters
    )
  }
}

/** Each word there is, and in which campaigns. */
function occurrences(known: NamedCampaign[]) {
  const words = new Map<string, { word: ComparableText; at: number[] }>()
  known.forEach(({ name }, at) => {
    for (const word of name.words) {
      const entry = words.get(word.text) ?? { word, at: [] }
      entry.at.push(at)
      words.set(word.text, entry)
    }
  })
  return words
}

function readName(text: string): ComparableName | null {
  return comparableName(text.slice(0, MAX_LENGTH))
}
