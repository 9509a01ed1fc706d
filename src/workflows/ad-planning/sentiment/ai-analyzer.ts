import { setTimeout } from "node:timers/promises"
import Bottleneck from "bottleneck"
import type { AiUsage } from "../../../modules/ad-planning/capabilities/ai-usage"
import type { AiOptions, ModelObject } from "../../../modules/ad-planning/types"
import { cleanReview } from "../../../modules/ad-planning/utils/sentiment/clean-text"
import { maskPersonalData } from "../../../modules/ad-planning/utils/sentiment/mask-personal-data"
import {
  AnalyzerStopped,
  type AnalyzerText,
  type Outcome,
  type SentimentAnalyzer,
} from "./analyzer"
import { askModel, estimateTokens, type ModelAnswer } from "./ask-model"
import { modelFailure } from "./model-failure"

const BATCH = 20
const AT_ONCE = 4
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const SECOND_MS = 1_000
// A provider's pause up to this is waited for here; a longer one ends the run, and
// its texts are not asked before.
const PATIENCE_MS = 30_000

// One rate and one pause for all that this process asks of one model, however many
// runs there are.
interface Pace {
  limiter: Bottleneck
  /** Not before, as the provider said; epoch milliseconds. */
  pausedUntil: number
}
const paces = new WeakMap<AiOptions, Pace>()

function paceOf(ai: AiOptions): Pace {
  const known = paces.get(ai)
  if (known) {
    return known
  }
  const limiter = new Bottleneck({
    minTime: MINUTE_MS / ai.calls_per_minute,
    maxConcurrent: AT_ONCE,
  })
  const pace = { limiter, pausedUntil: 0 }
  paces.set(ai, pace)
  return pace
}

interface Context {
  version: string
  usage: Pick<AiUsage, "reserve" | "settle">
  /** When a former process was told to ask again, if that is ahead. */
  pausedUntil: Date | null
}

/** Reads texts by a language model. */
export function aiAnalyzer(
  model: ModelObject,
  ai: AiOptions,
  { version, usage, pausedUntil }: Context
): SentimentAnalyzer {
  const pace = paceOf(ai)
  pace.pausedUntil = Math.max(pace.pausedUntil, +(pausedUntil ?? 0))
  let stopped: AnalyzerStopped | undefined

  const call = (texts: AnalyzerText[]) =>
    pace.limiter.schedule(async (): Promise<ModelAnswer> => {
      if (stopped) {
        throw stopped
      }
      const pause = pace.pausedUntil - Date.now()
      if (pause > PATIENCE_MS) {
        throw stop("the provider asks to wait", pace.pausedUntil)
      }
      await setTimeout(Math.max(0, pause))
      const tokens = estimateTokens(texts)
      const month = await usage.reserve(tokens, new Date())
      if (month === null) {
        throw stop("the month's token budget is used up")
      }
      // A call that fails without an answer may have been worked on: what providers
      // bill is not known, so nothing is recorded.
      let used = { input: 0, output: 0 }
      try {
        const answer = await askModel(
          model,
          texts,
          ai.timeout_seconds * SECOND_MS
        )
        used = answer.used
        return answer
      } finally {
        await usage.settle(month, tokens, used)
      }
    })

  function stop(reason: string, until = Date.now() + HOUR_MS): AnalyzerStopped {
    stopped ??= new AnalyzerStopped(reason, new Date(until))
    return stopped
  }

  async function read(
    texts: AnalyzerText[],
    done: (outcomes: Outcome[]) => Promise<void>
  ): Promise<void> {
    let reason: string
    try {
      const answer = await call(texts)
      if (answer.sentiments) {
        await done(scored(texts, answer.sentiments))
        return
      }
      reason = answer.reason ?? "the answer could not be used"
    } catch (error) {
      if (error instanceof AnalyzerStopped) {
        await done(waiting(texts, error))
        throw error
      }
      const failure = modelFailure(error, new Date())
      if (failure.kind === "stop") {
        const ended = stop(failure.reason)
        await done(waiting(texts, ended))
        throw ended
      }
      if (failure.kind === "later") {
        const until = +failure.retry_at
        pace.pausedUntil = Math.max(pace.pausedUntil, until)
        if (until - Date.now() <= PATIENCE_MS) {
          await read(texts, done)
          return
        }
        const ended = stop(failure.reason, until)
        await done(waiting(texts, ended))
        throw ended
      }
      reason = failure.reason
    }
    if (texts.length === 1) {
      await done([
        { id: texts[0]!.id, status: "failed", reason, retry_at: null },
      ])
      return
    }
    const half = Math.ceil(texts.length / 2)
    await read(texts.slice(0, half), done)
    await read(texts.slice(half), done)
  }

  return {
    version,
    batchSize: BATCH,
    atOnce: AT_ONCE,
    analyze: async (texts, done) =>
      await read(
        texts.map(({ id, text }) => ({ id, text: outgoing(text, ai) })),
        done
      ),
  }
}

/** A text as it leaves the store. */
function outgoing(text: string, ai: AiOptions): string {
  return cleanReview(ai.mask_personal_data ? maskPersonalData(text) : text)
}

function scored(
  texts: AnalyzerText[],
  sentiments: NonNullable<ModelAnswer["sentiments"]>
): Outcome[] {
  return texts.map(({ id }) => ({
    id,
    status: "scored",
    sentiment: sentiments.get(id)!,
  }))
}

function waiting(texts: AnalyzerText[], stopped: AnalyzerStopped): Outcome[] {
  const { message: reason, retry_at } = stopped
  return texts.map(({ id }) => ({ id, status: "waiting", reason, retry_at }))
}
