import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** Deletes what devices of those who are erased saw of experiments. */
export function eraseExposuresSql(visitorIds: string[]): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_experiment_exposure
       WHERE visitor_id = ANY(${JSON_LIST})
      RETURNING id`,
    params: [JSON.stringify(visitorIds)],
  }
}
