import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { readPersonNames } from "../../../../../../sources/read-person-names"

/** Members with what they are called and what their scores are, by type. */
export async function withScores<Member extends { person_id: string }>(
  container: MedusaContainer,
  members: Member[]
) {
  const ids = members.map(({ person_id }) => person_id)
  const names = await readPersonNames(container, ids)
  const rows = await serviceOf(container).listCustomerScores(
    { person_id: ids },
    {
      select: ["person_id", "score_type", "score_value", "level"],
      take: null,
    }
  )
  return members.map((member) => ({
    ...member,
    name: names.get(member.person_id) ?? null,
    scores: Object.fromEntries(
      rows
        .filter((row) => row.person_id === member.person_id)
        .map((row) => [
          row.score_type,
          { value: row.score_value, level: row.level },
        ])
    ),
  }))
}
