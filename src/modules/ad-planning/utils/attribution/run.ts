const DAY_MS = 86_400_000
// What platforms call a campaign that was taken away.
const GONE = ["deleted", "archived", "removed"]

/** When a campaign was there to be clicked, as far as its platform says. */
export interface Run {
  status: string | null
  started_at: Date | null
  stopped_at: Date | null
  /** The last day it cost or showed anything, YYYY-MM-DD. */
  last_active_on: string | null
}

/**
 * Whether a click of this time can be one on it: from the day (UTC) it starts to
 * the end of the day it stopped, since a click may come late. One that was taken
 * away stopped with the last day it was seen to run; without any such day it is
 * not known when, and none can be said to be its.
 */
export function couldRun(campaign: Run, at: Date): boolean {
  const day = utcDay(at)
  const start = campaign.started_at ? utcDay(campaign.started_at) : -Infinity
  return day >= start && day <= lastDay(campaign)
}

function lastDay({ status, stopped_at, last_active_on }: Run): number {
  const stopped = stopped_at ? utcDay(stopped_at) : null
  if (!GONE.includes(status?.toLowerCase() ?? "")) {
    return stopped ?? Infinity
  }
  return last_active_on
    ? utcDay(new Date(`${last_active_on}T00:00:00Z`))
    : (stopped ?? -Infinity)
}

/** Days since 1970: touches of one day are asked about together. */
function utcDay(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS)
}
