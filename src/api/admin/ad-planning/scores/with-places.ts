import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { readNames } from "../../../../sources/read-names"

/** Why a list of scores is empty in a store without persons. */
export const NO_PERSON_MODULE =
  "Scores need the module `person`, which this store does not have."

/** Scores, each with its place among its type. */
export async function withPlaces<Score extends { id: string }>(
  container: MedusaContainer,
  scores: Score[]
) {
  const places = await serviceOf(container).scores.places(
    scores.map(({ id }) => id)
  )
  return scores.map((score) => ({
    ...score,
    rank: places.get(score.id)?.rank ?? null,
    percentile: places.get(score.id)?.percentile ?? null,
  }))
}

/** The same, with the names that the store knows the people by. */
export async function withNames<Row extends { person_id: string }>(
  container: MedusaContainer,
  rows: Row[]
) {
  const names = await readNames(
    container,
    rows.map((row) => row.person_id)
  )
  return rows.map((row) => ({
    ...row,
    person: names.get(row.person_id) ?? null,
  }))
}

/** The same for rows of which some are of nobody known. */
export async function withKnownNames<Row extends { person_id: string | null }>(
  container: MedusaContainer,
  rows: Row[]
) {
  const ids = rows.flatMap((row) => row.person_id ?? [])
  const names = await readNames(container, [...new Set(ids)])
  return rows.map((row) => ({
    ...row,
    person: row.person_id ? (names.get(row.person_id) ?? null) : null,
  }))
}
