import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext, write } from "../effects/sql-context"
import { dailySeriesSql } from "../sql/forecasts/daily-series"
import { type ActualDay, fillActualsSql } from "../sql/forecasts/fill-actuals"
import {
  hindsightSql,
  type HindsightRequest,
  latestGenerationSql,
} from "../sql/forecasts/hindsight"
import {
  replaceForecastsSql,
  replaceSeriesSql,
} from "../sql/forecasts/replace-forecasts"
import { revenueMaturitySql } from "../sql/forecasts/revenue-maturity"
import {
  forecastCampaignsSql,
  seriesStateSql,
} from "../sql/forecasts/series-state"
import {
  forecastSnapshotSql,
  restoreForecastsSql,
} from "../sql/forecasts/snapshot-forecasts"
import type {
  ForecastCampaign,
  ForecastRun,
  MaturityRow,
  SeriesDay,
  SeriesRequest,
  SeriesState,
} from "../types"
import type { Hindsight } from "../utils/forecasts/accuracy"
import { fxPeriods } from "../utils/money/fx-rate"

export type HindsightRow = Hindsight & { ad_campaign_id: string | null }

export interface LatestGeneration {
  generated_on: string
  generated_at: Date
  from_date: string
  to_date: string
}

/** Rows of one generation day, as an undo needs them. */
export interface ForecastSnapshot {
  generated_on: string
  forecasts: unknown
  series: unknown
}

/** What is forecast, from which series, and how good that was. */
export class Forecasts extends Capability {
  /** Every scope's days. */
  @InjectManager()
  async dailySeries(
    request: SeriesRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SeriesDay[]> {
    const { revenue_basis, fx } = this.options
    return await read(
      sharedContext,
      dailySeriesSql(request, revenue_basis, fxPeriods(fx, request.currency))
    )
  }

  /** Through which day spend is complete, and where the history begins. */
  @InjectManager()
  async seriesState(
    timezone: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SeriesState> {
    const [row] = await read<SeriesState>(
      sharedContext,
      seriesStateSql(timezone)
    )
    return row ?? { spend_complete_through: null, first_date: null }
  }

  /** Campaigns that run; of those without a status, that spent since a day. */
  @InjectManager()
  async runningCampaigns(
    sinceDate: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ForecastCampaign[]> {
    return await read(sharedContext, forecastCampaignsSql(sinceDate))
  }

  /** How much of young revenue was left in the end. */
  @InjectManager()
  async revenueMaturity(
    asOf: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<MaturityRow[]> {
    return await read(
      sharedContext,
      revenueMaturitySql(asOf, this.options.revenue_basis)
    )
  }

  /**
   * Makes the forecasts of a run's day and scopes those of the run.
   *
   * @returns the rows of that day as they were
   */
  @InjectTransactionManager()
  async replaceForecasts(
    run: ForecastRun,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ForecastSnapshot> {
    const snapshot = async (kind: "forecasts" | "series") => {
      const [row] = await read<{ rows: unknown }>(
        sharedContext,
        forecastSnapshotSql(kind, run.generated_on)
      )
      return row!.rows
    }
    const former = {
      generated_on: run.generated_on,
      forecasts: await snapshot("forecasts"),
      series: await snapshot("series"),
    }
    await write(sharedContext, replaceForecastsSql(run))
    await write(sharedContext, replaceSeriesSql(run))
    return former
  }

  /** Makes a generation day what it was. */
  @InjectTransactionManager()
  async restoreForecasts(
    { generated_on, forecasts, series }: ForecastSnapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const statements = [
      ...restoreForecastsSql("forecasts", generated_on, forecasts),
      ...restoreForecastsSql("series", generated_on, series),
    ]
    for (const statement of statements) {
      await write(sharedContext, statement)
    }
  }

  /** Writes what happened beside what was forecast; answers how many rows changed. */
  @InjectTransactionManager()
  async fillActuals(
    days: readonly ActualDay[],
    fromDate: string,
    through: string,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(
      sharedContext,
      fillActualsSql(days, fromDate, through, now)
    )
    return rows.length
  }

  /** Forecast days that are over, with what happened. */
  @InjectManager()
  async hindsight(
    request: HindsightRequest,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<HindsightRow[]> {
    return await read(sharedContext, hindsightSql(request))
  }

  /** When forecasts were last made, or null. */
  @InjectManager()
  async latestGeneration(
    currency: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<LatestGeneration | null> {
    const [row] = await read<LatestGeneration>(
      sharedContext,
      latestGenerationSql(currency)
    )
    return row ?? null
  }
}
