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
import { forgetAnalysesSql } from "../sql/sentiment/forget-analyses"
import {
  dueItemsSql,
  type ItemNote,
  noteItemsSql,
  pausedUntilSql,
  retryItemsSql,
} from "../sql/sentiment/note-items"
import {
  type Override,
  overrideAnalysisSql,
} from "../sql/sentiment/override-analysis"
import {
  type AskedText,
  knownAnswersSql,
  pendingTextsSql,
} from "../sql/sentiment/pending-texts"
import {
  type AnalysisSnapshot,
  putBackAnalysesSql,
  snapshotAnalysesSql,
} from "../sql/sentiment/snapshot-analyses"
import {
  type AnalysisFact,
  storeAnalysesSql,
} from "../sql/sentiment/store-analyses"
import type {
  SentimentItemStatus,
  SentimentKey,
  SentimentText,
  TextSentiment,
} from "../types"
import { namesErased, namesOf } from "../utils/identity/erased"

/** What was read out of texts, and which texts still have to be read. */
export class Sentiment extends Capability {
  /**
   * Which of these texts have to be analysed, without those of people who were
   * erased: nobody is asked about them.
   *
   * @param redo - also what another analyser or version has read
   */
  @InjectManager()
  async pending(
    texts: SentimentText[],
    version: string,
    redo: boolean,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SentimentText[]> {
    const erased = await findErased(
      sharedContext,
      namesOf(texts),
      this.options.secret
    )
    const asked: AskedText[] = texts
      .filter((text) => !namesErased(text, erased))
      .map(({ source_type, source_id, text_hash }) => ({
        source_type,
        source_id,
        text_hash,
      }))
    const rows = await read<SentimentKey>(
      sharedContext,
      pendingTextsSql(asked, version, redo, now.toISOString())
    )
    const pending = new Set(rows.map(keyOf))
    return texts.filter((text) => pending.has(keyOf(text)))
  }

  /** What this version said of equal texts before, by their hash. */
  @InjectManager()
  async knownAnswers(
    hashes: string[],
    version: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, TextSentiment>> {
    const rows = await read<TextSentiment & { text_hash: string }>(
      sharedContext,
      knownAnswersSql(hashes, version)
    )
    return new Map(rows.map(({ text_hash, ...known }) => [text_hash, known]))
  }

  /**
   * Writes analyses and closes their items; of people who were erased meanwhile
   * nothing is written.
   *
   * @returns how many were written
   */
  @InjectTransactionManager()
  async store(
    facts: AnalysisFact[],
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    await lockLinks(sharedContext, "read")
    const erased = await findErased(
      sharedContext,
      namesOf(facts),
      this.options.secret
    )
    const rows = await write(
      sharedContext,
      storeAnalysesSql(
        facts.filter((fact) => !namesErased(fact, erased)),
        now.toISOString()
      )
    )
    return rows.length
  }

  /** Forgets texts that are gone; returns how many analyses went. */
  @InjectTransactionManager()
  async forget(
    keys: SentimentKey[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, forgetAnalysesSql(keys))
    return rows.length
  }

  /** Analyses as they are, for a compensation. */
  @InjectManager()
  async snapshot(
    keys: SentimentKey[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<AnalysisSnapshot> {
    const [row] = await read<{ rows: AnalysisSnapshot }>(
      sharedContext,
      snapshotAnalysesSql(keys)
    )
    return row!.rows
  }

  /** Puts analyses back as they were. */
  @InjectTransactionManager()
  async putBack(
    keys: SentimentKey[],
    before: AnalysisSnapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, forgetAnalysesSql(keys))
    if (before.length > 0) {
      await write(sharedContext, putBackAnalysesSql(before))
    }
  }

  /** Notes texts that were not read, and why. */
  @InjectTransactionManager()
  async note(
    notes: ItemNote[],
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<(SentimentKey & { status: SentimentItemStatus })[]> {
    return await write(sharedContext, noteItemsSql(notes, now.toISOString()))
  }

  /** Until when a provider has asked to wait; null when it has not. */
  @InjectManager()
  async pausedUntil(
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Date | null> {
    const [row] = await read<{ paused_until: Date | null }>(
      sharedContext,
      pausedUntilSql(now.toISOString())
    )
    return row?.paused_until ? new Date(row.paused_until) : null
  }

  /** Open texts whose time has come, a page by id. */
  @InjectManager()
  async due(
    afterId: string,
    limit: number,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<(SentimentKey & { id: string })[]> {
    return await read(
      sharedContext,
      dueItemsSql(afterId, limit, now.toISOString())
    )
  }

  /** Frees parked texts, all or those named. */
  @InjectTransactionManager()
  async retry(
    ids: string[] | null,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<(SentimentKey & { id: string })[]> {
    return await write(sharedContext, retryItemsSql(ids, now.toISOString()))
  }

  /**
   * A person's word on a text; null takes it back.
   *
   * @throws MedusaError not_found
   */
  @InjectTransactionManager()
  async override(
    id: string,
    override: Override | null,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const rows = await write(
      sharedContext,
      overrideAnalysisSql(id, override, now.toISOString())
    )
    if (rows.length === 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `SentimentAnalysis with id: ${id} was not found`
      )
    }
  }
}

function keyOf({ source_type, source_id }: SentimentKey): string {
  return `${source_type}:${source_id}`
}
