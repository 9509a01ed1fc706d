import type { ForecastModel } from "./model"

/** What the same place of the last cycle was; with less than a cycle, the last value. */
export const seasonalNaive: ForecastModel = (values, cycle, origins, horizon) =>
  origins.map((origin) => {
    const length = origin >= cycle ? cycle : 1
    return Array.from(
      { length: horizon },
      (_, step) => values[origin - length + (step % length)]!
    )
  })
