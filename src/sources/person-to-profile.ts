import type { ProfileFact } from "../modules/ad-planning/types"
import { countryCode } from "../modules/ad-planning/utils/scores/country-code"
import { cleanText } from "../modules/ad-planning/utils/text/normalise"
import type { SourceProfile } from "./read-profiles"

const MAX_TAGS = 100

/**
 * What segments and scores need of a person's record: no name, no e-mail.
 *
 * @param metadataPaths - whose values are taken along, such as `loyalty.tier`
 */
export function personToProfile(
  person: SourceProfile,
  hasAccount: boolean,
  metadataPaths: readonly string[]
): ProfileFact {
  const addresses = person.addresses ?? []
  const place =
    addresses.find((one) => countryCode(one.country) !== null) ?? addresses[0]
  const tags = (person.tags ?? []).flatMap(({ name }) => tagText(name) ?? [])
  return {
    person_id: person.id,
    country: countryCode(place?.country),
    state: cleanText(place?.state),
    city: cleanText(place?.city),
    birth_date: person.date_of_birth?.toISOString().slice(0, 10) ?? null,
    tags: [...new Set(tags)].toSorted().slice(0, MAX_TAGS),
    has_account: hasAccount,
    metadata: pickPaths(person.metadata ?? {}, metadataPaths),
    created_at: person.created_at,
  }
}

/** A tag's name is JSON: text, or a structure of the host's that has one. */
function tagText(name: unknown): string | null {
  if (typeof name === "object" && name !== null) {
    const named = Object.entries(name).find(([key]) =>
      ["name", "label", "value", "title"].includes(key)
    )
    return named ? cleanText(named[1]) : cleanText(JSON.stringify(name))
  }
  return cleanText(name)
}

/** By path; only texts, numbers and truth values, of which the rest is left out. */
function pickPaths(
  metadata: Record<string, unknown>,
  paths: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const value = path
        .split(".")
        .reduce<unknown>(
          (part, key) =>
            typeof part === "object" &&
            part !== null &&
            Object.hasOwn(part, key)
              ? Object.getOwnPropertyDescriptor(part, key)?.value
              : undefined,
          metadata
        )
      const kept = typeof value === "string" ? cleanText(value) : value
      return ["string", "number", "boolean"].includes(typeof kept)
        ? [[path, kept]]
        : []
    })
  )
}
