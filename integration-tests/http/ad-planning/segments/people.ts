import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "../../../helpers/ad-planning"
import type { Someone } from "../../../modules/segments/naive-evaluator"
import { writePeopleSql } from "../../../modules/segments/write-people"

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

export const nobody: Omit<Someone, "id"> = {
  country: null,
  city: null,
  birth_date: null,
  tags: [],
  has_account: false,
  metadata: {},
  orders: [],
  lines: [],
  events: [],
  scores: [],
}

/** An order of somebody, so many days ago. */
export function bought(id: string, days: number, net: number) {
  return {
    id,
    at: daysAgo(days),
    net,
    placed: net,
    canceled: false,
    channel_group: null,
  }
}

/** Writes people and their facts straight into the tables. */
export async function writePeople(
  container: MedusaContainer,
  people: Someone[]
): Promise<void> {
  await sql(container, writePeopleSql(), [JSON.stringify(people)])
}
