import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { lockLinks } from "../effects/assign-persons"
import { read, type SqlContext, write } from "../effects/sql-context"
import { findErased } from "../effects/suppression"
import {
  experimentByIdSql,
  finalResultsSql,
  JSON_COLUMNS,
  liveExperimentsSql,
  openExperimentsSql,
  replaceExperimentSql,
  takenKeysSql,
} from "../sql/experiments/experiments"
import { personVisitorsSql } from "../sql/experiments/person-visitors"
import { upsertExposuresSql } from "../sql/experiments/upsert-exposures"
import type {
  Experiment,
  ExperimentChange,
  ExperimentPlan,
  ExperimentShipment,
  ExposureFact,
  ExposureMessage,
  ExposureOutcome,
  NewExperiment,
  SqlValue,
} from "../types"
import type { ExperimentResults } from "../types/http/experiments"
import { experimentParts } from "../utils/experiments/experiment-parts"
import {
  experimentProblem,
  startProblem,
} from "../utils/experiments/experiment-problem"
import {
  exposureFact,
  MAX_EXPOSURE_AGE_MS,
} from "../utils/experiments/exposure-fact"

/** Reasons that a difference was shown for. */
const SHOWN = new Set(["better", "worse", "guardrail_harmed"])

type Row = Record<string, unknown>
type Change = Record<string, unknown>

/** What is compared, its life, and who saw which variant. */
export class Experiments extends Capability {
  /** @throws MedusaError not_found */
  @InjectManager()
  async byId(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Experiment> {
    const [row] = await read<Experiment>(
      sharedContext,
      experimentByIdSql(id, false)
    )
    return found(id, row)
  }

  /** Experiments that run, and those that ended within the last day. */
  @InjectManager()
  async live(
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Experiment[]> {
    const since = new Date(now.getTime() - MAX_EXPOSURE_AGE_MS)
    const rows = await read<Experiment>(
      sharedContext,
      liveExperimentsSql(since.toISOString())
    )
    return rows.map(readExperiment)
  }

  /** What was kept when it became final; null before. */
  @InjectManager()
  async finalResults(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ExperimentResults | null> {
    const [row] = await read<{ results: ExperimentResults }>(
      sharedContext,
      finalResultsSql(id)
    )
    return row?.results ?? null
  }

  /** Visitors of one person alone, whose exposures are theirs. */
  @InjectManager()
  async visitorsOf(
    personId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ visitor_id: string }>(
      sharedContext,
      personVisitorsSql(personId)
    )
    return rows.map(({ visitor_id }) => visitor_id)
  }

  /** Ids of those whose figures may still change. */
  @InjectManager()
  async openIds(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ id: string }>(sharedContext, openExperimentsSql())
    return rows.map(({ id }) => id)
  }

  /**
   * A new draft.
   *
   * @throws MedusaError invalid_data for parts that do not go together
   */
  @InjectTransactionManager()
  async create(
    experiment: NewExperiment,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    const parts = experimentParts(experiment)
    rejectProblem(experimentProblem(parts))
    await this.rejectTakenKey(parts.key, "", sharedContext)
    const { variants, primary_metric, guardrail_metrics, namespace, ...rest } =
      parts
    const created = await this.service.createAbExperiments(
      { ...rest, variants: {}, primary_metric: {}, guardrail_metrics: {} },
      sharedContext
    )
    // The generated method takes no list in a JSON column.
    const lists = { variants, primary_metric, guardrail_metrics, namespace }
    await write(
      sharedContext,
      replaceExperimentSql(created.id, storable(lists))
    )
    return created.id
  }

  /**
   * Changes a draft. What is named is replaced as a whole.
   *
   * @returns what it was: given to `restore`, it undoes the change
   * @throws MedusaError not_found; not_allowed once it has begun; invalid_data
   */
  @InjectTransactionManager()
  async update(
    id: string,
    change: ExperimentChange,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Change> {
    const former = await this.lock(id, sharedContext)
    rejectUnlessDraft(former, "changed")
    rejectProblem(experimentProblem({ ...former, ...change }))
    if (change.key !== undefined) {
      await this.rejectTakenKey(change.key, id, sharedContext)
    }
    return await this.replace(former, { ...change }, sharedContext)
  }

  /**
   * Begins an experiment: from now on visitors are assigned, and what decides is
   * frozen.
   *
   * @throws MedusaError not_found, not_allowed, invalid_data
   */
  @InjectTransactionManager()
  async start(
    id: string,
    plan: ExperimentPlan,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Change> {
    const former = await this.lock(id, sharedContext)
    rejectUnlessDraft(former, "started")
    rejectProblem(startProblem(former))
    return await this.replace(
      former,
      { status: "running", started_at: now.toISOString(), plan },
      sharedContext
    )
  }

  /** Ends the assignment; who saw it still matures. */
  @InjectTransactionManager()
  async stop(
    id: string,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Change> {
    const former = await this.lock(id, sharedContext)
    if (former.status !== "running") {
      throw notAllowed(
        former,
        former.status === "draft"
          ? "has not been started"
          : "was stopped already"
      )
    }
    return await this.replace(
      former,
      { status: "completed", ended_at: now.toISOString() },
      sharedContext
    )
  }

  /** Notes what was done after an experiment. */
  @InjectTransactionManager()
  async ship(
    id: string,
    shipment: ExperimentShipment,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Change> {
    const former = await this.lock(id, sharedContext)
    if (former.status !== "completed") {
      throw notAllowed(former, "must be stopped before a variant is shipped")
    }
    if (!former.variants.some(({ key }) => key === shipment.variant)) {
      rejectProblem({
        field: "variant",
        message: `must be one of: ${former.variants.map(({ key }) => key).join(", ")}`,
      })
    }
    return await this.replace(former, { shipment }, sharedContext)
  }

  /** @throws MedusaError not_found; not_allowed while it runs */
  @InjectTransactionManager()
  async remove(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const former = await this.lock(id, sharedContext)
    if (former.status === "running") {
      throw notAllowed(former, "is running: stop it before it is deleted")
    }
    await this.service.softDeleteAbExperiments([id], {}, sharedContext)
  }

  /** Makes columns what they were. */
  @InjectTransactionManager()
  async restore(
    id: string,
    former: Change,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, replaceExperimentSql(id, storable(former)))
  }

  /**
   * Keeps what a calculation said.
   *
   * @returns whether it is significant for the first time, and what was there before
   */
  @InjectTransactionManager()
  async keepResults(
    id: string,
    { results, plan }: { results: ExperimentResults; plan: ExperimentPlan },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ is_new: boolean; former: Change }> {
    const before = await this.lock(id, sharedContext)
    const primary = results.metrics.find(({ role }) => role === "primary")
    const best =
      primary?.comparisons.find(({ variant }) => variant === results.variant) ??
      primary?.comparisons[0]
    const isSignificant = SHOWN.has(results.reason)
    const is_new = isSignificant && before.significant_at === null
    const former = await this.replace(
      before,
      {
        results,
        plan,
        calculated_at: results.as_of,
        is_final: results.final,
        is_significant: isSignificant,
        significant_at: is_new
          ? results.as_of
          : (before.significant_at?.toISOString() ?? null),
        p_value: best?.p_value ?? null,
        improvement_percent:
          best?.lift == null ? null : Number((best.lift * 100).toFixed(12)),
      },
      sharedContext
    )
    return { is_new, former }
  }

  /**
   * Writes what browsers say was seen, and says of each what became of it. A row is
   * new once; who was erased gets none.
   */
  @InjectTransactionManager()
  async recordExposures(
    messages: ExposureMessage[],
    receivedAt: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ExposureOutcome[]> {
    await lockLinks(sharedContext, "read")
    const live = await this.live(receivedAt, sharedContext)
    const byKey = new Map(live.map((one) => [one.key, one]))
    const erased = await findErased(
      sharedContext,
      { visitor: messages.map(({ visitor_id }) => visitor_id) },
      this.options.secret
    )
    const told = messages.map((message) =>
      erased.has("visitor", message.visitor_id)
        ? { outcome: "erased" as const }
        : exposureFact(message, byKey.get(message.experiment), receivedAt)
    )
    const facts = told.flatMap((one) => ("fact" in one ? one.fact : []))
    const rows = facts.length
      ? await write<{
          experiment_id: string
          visitor_id: string
          is_new: boolean
        }>(sharedContext, upsertExposuresSql(facts))
      : []
    const fresh = new Set(rows.filter((row) => row.is_new).map(nameOf))
    return told.map((one) => {
      if ("outcome" in one) {
        return one.outcome
      }
      if (one.fact.conflict_at !== null) {
        return "conflict"
      }
      // The same twice in one batch: the second is the repetition.
      return fresh.delete(nameOf(one.fact)) ? "counted" : "duplicate"
    })
  }

  /** Writes exposures as they are: of a demo, or of another tool. */
  @InjectTransactionManager()
  async importExposures(
    facts: ExposureFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, upsertExposuresSql(facts))
  }

  private async lock(id: string, context: SqlContext): Promise<Experiment> {
    const [row] = await write<Experiment>(context, experimentByIdSql(id, true))
    return found(id, row)
  }

  private async replace(
    former: Experiment,
    change: Change,
    context: SqlContext
  ): Promise<Change> {
    await write(context, replaceExperimentSql(former.id, storable(change)))
    const before: Row = { ...former }
    return Object.fromEntries(
      Object.keys(change).map((column) => [column, before[column] ?? null])
    )
  }

  private async rejectTakenKey(
    key: string,
    exceptId: string,
    context: SqlContext
  ): Promise<void> {
    const taken = await write(context, takenKeysSql([key], exceptId))
    if (taken.length > 0) {
      rejectProblem({
        field: "key",
        message: "is the key of another experiment",
      })
    }
  }
}

const nameOf = (row: Pick<ExposureFact, "experiment_id" | "visitor_id">) =>
  JSON.stringify([row.experiment_id, row.visitor_id])

function found(id: string, row: Experiment | undefined): Experiment {
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `AbExperiment with id: ${id} was not found`
    )
  }
  return readExperiment(row)
}

/** The driver may hand instants over as text. */
function readExperiment(row: Experiment): Experiment {
  return {
    ...row,
    started_at: row.started_at && new Date(row.started_at),
    ended_at: row.ended_at && new Date(row.ended_at),
    significant_at: row.significant_at && new Date(row.significant_at),
  }
}

/** As the statement binds it: JSON columns as text. */
function storable(change: Change): Record<string, SqlValue> {
  const json = new Set(JSON_COLUMNS)
  return Object.fromEntries(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => [
        column,
        json.has(column) && value !== null
          ? JSON.stringify(value)
          : asValue(value),
      ])
  )
}

function asValue(value: unknown): SqlValue {
  if (value instanceof Date) {
    return value.toISOString()
  }
  return typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
    ? value
    : null
}

function rejectUnlessDraft(experiment: Experiment, done: string): void {
  if (experiment.status === "running") {
    throw notAllowed(experiment, `is running: it cannot be ${done}`)
  }
  if (experiment.status === "completed") {
    throw notAllowed(
      experiment,
      `is completed: it cannot be ${done}, but copied to a draft`
    )
  }
}

function notAllowed(experiment: Experiment, reason: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Experiment ${experiment.id} ${reason}`
  )
}

function rejectProblem(problem: { field: string; message: string } | null) {
  if (problem) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: Field '${problem.field}': ${problem.message}`
    )
  }
}
