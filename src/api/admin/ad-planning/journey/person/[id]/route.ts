import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { idParam } from "../../../../../utils/id-param"
import {
  PERSON_ENTITY,
  rejectUnknownPerson,
} from "../../../../../../workflows/ad-planning/identity/known-person"
import { orderBy } from "../../../../../utils/list-params"
import { afterCursor, writeCursor } from "../../cursor"
import { JOURNEY_FIELDS } from "../../query-config"
import type { AdminGetPersonJourneysParamsType } from "../../validators"

/** A person's timeline, page by page: a page begins where the former one ended. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const person_id = idParam(req, PERSON_ENTITY)
  const { limit, order, cursor, ...asked } =
    req.validatedQuery as AdminGetPersonJourneysParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const direction = order === "timestamp" ? "ASC" : "DESC"
  const filters = { person_id, ...asked }
  // One more than is shown tells whether there is a next page.
  const found = await service.listCustomerJourneys(
    cursor ? { $and: [filters, afterCursor(cursor, direction)] } : filters,
    {
      select: [...JOURNEY_FIELDS],
      order: { ...orderBy(order), id: direction },
      take: limit + 1,
    }
  )
  if (found.length === 0) {
    await rejectUnknownPerson(req.scope, person_id)
  }
  const journeys = found.slice(0, limit)
  const last = found.length > limit ? journeys.at(-1) : undefined
  res.json({
    journeys,
    limit,
    next_cursor: last ? writeCursor(last) : null,
  })
}
