import { createHash, randomUUID } from "node:crypto"
import {
  CONVERSION_TYPES,
  type ConversionInput,
  type MessageSignals,
} from "../../../../modules/ad-planning/types"
import {
  readClickIds,
  readUtm,
} from "../../../../modules/ad-planning/utils/attribution/read-signals"
import { readEngagement } from "../../../../modules/ad-planning/utils/conversions/engagement"
import {
  cleanId,
  cleanText,
} from "../../../../modules/ad-planning/utils/text/normalise"
import type { WebTrackConversionType } from "./validators"

// A message may wait in the browser for as long as a day before it gets through.
const MAX_AGE_MS = 24 * 60 * 60 * 1_000

/** A visitor's message as `track-conversion` takes it. */
export function toConversion(
  message: WebTrackConversionType,
  receivedAt: Date
): ConversionInput {
  // What is no type of ours is a milestone of the host's tracker.
  const type = CONVERSION_TYPES.find(
    (known) => known === message.conversion_type
  )
  return {
    idempotency_key: `pixel:${message.event_id ?? repeatableKey(message)}`,
    source: "pixel",
    conversion_type: type ?? "page_engagement",
    conversion_name: cleanText(message.conversion_name),
    website_id: cleanText(message.website_id),
    pathname: pathOf(message.pathname),
    visitor_id: cleanId(message.visitor_id),
    session_id: cleanId(message.session_id),
    order_id: cleanId(message.order_id),
    converted_at: convertedAt(message.occurred_at, receivedAt).toISOString(),
    value: message.conversion_value?.toString() ?? null,
    currency: message.currency ?? null,
    utm: readUtm({ ...message }),
    metadata: type ? (message.metadata ?? null) : milestoneOf(message),
    signals: signalsOf(message),
  }
}

/** Where the visitor came from; null when the message says nothing of it. */
function signalsOf(message: WebTrackConversionType): MessageSignals | null {
  const origin = {
    ...readUtm({ ...message }),
    landing_page: cleanText(message.landing_page),
    referrer: cleanText(message.referrer),
  }
  const click_ids = readClickIds({ ...message })
  const isSilent =
    Object.values(origin).every((value) => value === null) &&
    Object.keys(click_ids).length === 0
  return isSilent
    ? null
    : { ...origin, click_ids, touch_at: message.touch_at ?? null }
}

/**
 * Without an event id a repeated message is a new one; but a purchase is the same
 * whenever the same visitor reports it, as by a reload of the last page. The key names
 * nobody: it stays when its visitor is erased.
 */
function repeatableKey(message: WebTrackConversionType): string {
  const { order_id, visitor_id, session_id } = message
  return message.conversion_type === "purchase"
    ? hashOf(JSON.stringify([order_id, visitor_id ?? null, session_id ?? null]))
    : randomUUID()
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}

/** `scroll_depth` with `{ depth: 50 }` as engagement that says what it is. */
function milestoneOf({ conversion_type, metadata }: WebTrackConversionType) {
  const { seconds, scroll_percent } = readEngagement(metadata ?? null)
  return {
    ...metadata,
    engagement: conversion_type,
    milestone: conversion_type === "time_on_site" ? seconds : scroll_percent,
  }
}

/** The page alone: what follows `?` or `#` may name a person. */
function pathOf(pathname: string | undefined): string | null {
  return cleanText(pathname?.split(/[?#]/, 1)[0])
}

/** The browser's clock where it is believable, else ours. */
function convertedAt(occurredAt: string | undefined, receivedAt: Date): Date {
  const time = occurredAt === undefined ? receivedAt : new Date(occurredAt)
  const age = receivedAt.getTime() - time.getTime()
  return age >= 0 && age <= MAX_AGE_MS ? time : receivedAt
}
