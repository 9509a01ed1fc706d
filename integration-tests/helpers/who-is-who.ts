import { CONVERSION_SOURCES } from "../../src/modules/ad-planning/types"

/** A statement that an identifier is a person's, with where it was seen. */
export interface ToldLink {
  kind: "email" | "visitor"
  value: string
  person_id: string
  at: number
  source: string
  evidence: string
}

/** A row that somebody may have written. */
export interface OwnedRow {
  key: string
  email: string | null
  customer: string | null
  visitor: string | null
  at: number
  /** Whether it shows who its customer and visitor are. */
  isEvidence: boolean
}

interface Link {
  kind: string
  value: string
  person_id: string
  at: number
  source: string
  evidence: string
}

export interface WhoIsWho {
  links: Link[]
  shared: string[]
  person(row: Omit<OwnedRow, "isEvidence" | "key">): string | null
}

/**
 * Who every row belongs to, computed slowly from the definition in
 * docs/decisions/0010: what the tables have to say after any order of arrival.
 */
export function whoIsWho(
  told: ToldLink[],
  rows: OwnedRow[],
  maxPersons: number
): WhoIsWho {
  const evidence = rows.filter((row) => row.isEvidence)
  const ofEmail = (value: string | null) =>
    earliest(told.filter((link) => isOf(link, "email", value)))
  const customers = derive(evidence, "customer", (row) => ofEmail(row.email))
  const ofCustomer = (value: string | null) =>
    earliest(customers.filter((link) => isOf(link, "customer", value)))
  const visitors = derive(
    evidence,
    "visitor",
    (row) => ofEmail(row.email) ?? ofCustomer(row.customer)
  )
  const links = distinct([...told, ...customers, ...visitors])
  const ofVisitors = links.filter(({ kind }) => kind === "visitor")
  const shared = unique(ofVisitors.map(({ value }) => value)).filter(
    (visitor) =>
      unique(
        ofVisitors
          .filter(({ value }) => value === visitor)
          .map(({ person_id }) => person_id)
      ).length > maxPersons
  )
  const ofVisitor = (value: string | null, at: number) =>
    value !== null && shared.includes(value)
      ? null
      : lastBefore(
          ofVisitors.filter((link) => isOf(link, "visitor", value)),
          at
        )
  return {
    links,
    shared,
    person: (row) =>
      ofEmail(row.email) ??
      ofCustomer(row.customer) ??
      ofVisitor(row.visitor, row.at),
  }
}

function derive(
  rows: OwnedRow[],
  kind: "customer" | "visitor",
  personOf: (row: OwnedRow) => string | null
): Link[] {
  return rows.flatMap((row) => {
    const value = row[kind]
    const person = personOf(row)
    const source = row.key.split(":")[0]!
    return value !== null && person !== null
      ? [
          {
            kind,
            value,
            person_id: person,
            at: row.at,
            source,
            evidence: row.key,
          },
        ]
      : []
  })
}

/** One link of each identifier, person and time: a told one before the others. */
function distinct(links: Link[]): Link[] {
  const isDerived = ({ source }: Link) =>
    CONVERSION_SOURCES.some((known) => known === source)
  const best = new Map<string, Link>()
  const ranked = links.toSorted(
    (a, b) =>
      Number(isDerived(a)) - Number(isDerived(b)) ||
      compare(isDerived(a) ? "" : a.source, isDerived(b) ? "" : b.source) ||
      compare(a.evidence, b.evidence)
  )
  for (const link of ranked) {
    const key = JSON.stringify([link.kind, link.value, link.person_id, link.at])
    best.set(key, best.get(key) ?? link)
  }
  return [...best.values()]
}

function earliest(links: Pick<Link, "at" | "person_id">[]): string | null {
  const [first] = links.toSorted(byTimeAndPerson)
  return first?.person_id ?? null
}

function lastBefore(links: Link[], at: number): string | null {
  const before = links.filter((link) => link.at <= at)
  const last = Math.max(...before.map((link) => link.at))
  return before.length > 0
    ? earliest(before.filter((link) => link.at === last))
    : earliest(links)
}

function byTimeAndPerson(
  a: Pick<Link, "at" | "person_id">,
  b: Pick<Link, "at" | "person_id">
): number {
  return a.at - b.at || compare(a.person_id, b.person_id)
}

function isOf(
  link: { kind: string; value: string },
  kind: string,
  value: string | null
) {
  return link.kind === kind && link.value === value
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}
