import {
  assignJourneyPersonsSql,
  assignPersonsSql,
  assignTouchPersonsSql,
} from "../sql/identity/assign-persons"
import { assignRatingPersonsSql } from "../sql/scores/assign-ratings"
import { deriveLinksSql } from "../sql/identity/derive-links"
import type { PersonScope } from "../sql/fragments/person-scope"
import { assignSentimentPersonsSql } from "../sql/sentiment/assign-sentiment-persons"
import { lockLinksSql, shareLinksSql } from "../sql/identity/lock-links"
import { markFirstPurchasesSql } from "../sql/conversions/mark-first-purchases"
import { markSharedVisitorsSql } from "../sql/identity/mark-shared-visitors"
import { isEmpty } from "./is-empty"
import { type SqlContext, write } from "./sql-context"
import { tellJourneys } from "./refresh-timelines"

/** Whether a transaction may change links, or only reads them. */
export type LinkUse = "change" | "read"

/** Goes first in every transaction that assigns persons. */
export async function lockLinks(
  context: SqlContext,
  use: LinkUse
): Promise<void> {
  await write(context, use === "change" ? lockLinksSql() : shareLinksSql())
}

/**
 * Makes everything that follows from the facts and links in scope so again: the
 * links of customers and visitors, who shares a device, the person of every row
 * of theirs, buyers' first purchases, and what timelines say of them.
 */
export async function assignPersons(
  context: SqlContext,
  scope: PersonScope,
  maxPersonsPerVisitor: number
): Promise<void> {
  const { visitor_ids: _visitors, ...ofCustomers } = scope
  const customer_ids = await deriveLinks(context, "customer", ofCustomers)
  const visitors = await deriveLinks(context, "visitor", {
    ...scope,
    customer_ids,
  })
  const shown = await write<{ value: string }>(
    context,
    markSharedVisitorsSql(visitors, maxPersonsPerVisitor)
  )
  const named = {
    ...scope,
    customer_ids,
    visitor_ids: shown.map((row) => row.value),
  }
  await assignRowPersons(context, named)
  await tellJourneys(context, named)
}

/** Gives rows in scope their person, where no link follows from them. */
export async function assignRowPersons(
  context: SqlContext,
  scope: PersonScope
): Promise<void> {
  if (isEmpty(scope)) {
    return
  }
  // Touches before conversions, as in every transaction.
  await assignTouchPersons(context, scope)
  const buyers = await write<{ buyer_key: string }>(
    context,
    assignPersonsSql(scope)
  )
  await markFirstPurchases(
    context,
    buyers.map((row) => row.buyer_key)
  )
  if (namesIdentifiers(scope)) {
    await write(context, assignJourneyPersonsSql(scope))
    await write(context, assignRatingPersonsSql(scope))
    await write(context, assignSentimentPersonsSql(scope))
  }
}

/** Gives touches their person, before any conversion is written. */
export async function assignTouchPersons(
  context: SqlContext,
  scope: PersonScope
): Promise<void> {
  if (!isEmpty(scope)) {
    await write(context, assignTouchPersonsSql(scope))
  }
}

/** Marks the first purchase of buyers, on their timelines too. */
export async function markFirstPurchases(
  context: SqlContext,
  buyerKeys: string[]
): Promise<void> {
  if (buyerKeys.length > 0) {
    const changed = await write<{ id: string }>(
      context,
      markFirstPurchasesSql(buyerKeys)
    )
    const conversion_ids = changed.map((row) => row.id)
    await tellJourneys(context, { conversion_ids })
  }
}

async function deriveLinks(
  context: SqlContext,
  kind: "customer" | "visitor",
  scope: PersonScope
): Promise<string[]> {
  const rows = await write<{ value: string }>(
    context,
    deriveLinksSql(kind, scope)
  )
  return rows.map((row) => row.value)
}

function namesIdentifiers({
  email_hashes = [],
  customer_ids = [],
  visitor_ids = [],
}: PersonScope): boolean {
  return email_hashes.length + customer_ids.length + visitor_ids.length > 0
}
