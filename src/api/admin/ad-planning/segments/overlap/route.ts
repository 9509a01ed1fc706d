import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"

/** How many people each two segments share. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { ids } = req.validatedQuery as { ids: string[] }
  const service = serviceOf(req.scope)
  const segments = await service.listCustomerSegments(
    { id: ids },
    { select: ["id", "name", "customer_count"], take: null }
  )
  const known = new Set(segments.map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `CustomerSegment with id: ${unknown} was not found`
    )
  }
  const rows = await service.segmentReports.overlap(ids)
  const shared = new Map(rows.map((row) => [`${row.a} ${row.b}`, row.shared]))
  const pairs = ids.flatMap((a, index) =>
    ids.slice(index + 1).map((b) => ({
      a,
      b,
      shared: shared.get([a, b].toSorted().join(" ")) ?? 0,
    }))
  )
  res.json({
    segments: segments.map(({ id, name, customer_count }) => ({
      id,
      name,
      customer_count,
    })),
    overlap: pairs,
  })
}
