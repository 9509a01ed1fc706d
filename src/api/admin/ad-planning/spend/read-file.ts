import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import {
  ANSWERS_OF_ONE_FILE,
  type RememberedHeader,
  type SpendAnswers,
  type SpendQuestionId,
  type SpendReading,
} from "../../../../modules/ad-planning/types"
import {
  openSpendFile,
  readSpendFile,
} from "../../../../sources/read-spend-file"
import type { SpendBody } from "./read-import"

type FileBody = Extract<SpendBody, { kind: "file" }>

export interface ReadFile {
  reading: SpendReading
  /** Whether something that was answered once was used again. */
  is_remembered: boolean
  /** What is to be remembered, once it has worked. */
  header: RememberedHeader | null
}

/** Reads a file by what is said now, else by what was said of such a file before. */
export async function readFile(
  container: MedusaContainer,
  { bytes, params }: FileBody
): Promise<ReadFile> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const said: SpendAnswers = {
    platform: params.platform,
    mapping: params.mapping,
    number_format: params.number_format,
    date_format: params.date_format,
    currency: params.currency,
    choices: params.answers,
  }
  const file = await openSpendFile(bytes, said)
  const known = await service.spendFiles.rememberedHeader(file.header_hash)
  const answers = withRemembered(said, known)
  const currency = service.options.reporting_currency
  const reading = readSpendFile(file, answers, {
    today: new Date().toISOString().slice(0, 10),
    currencies: currency ? [currency] : [],
  })
  return {
    reading,
    is_remembered: known !== null,
    header: isSaid(said) ? toRemember(file.header_hash, said) : null,
  }
}

function withRemembered(
  said: SpendAnswers,
  known: RememberedHeader | null
): SpendAnswers {
  return {
    platform: said.platform ?? known?.platform ?? undefined,
    mapping: { ...known?.mapping, ...said.mapping },
    number_format: said.number_format ?? known?.number_format ?? undefined,
    date_format: said.date_format ?? known?.date_format ?? undefined,
    currency: said.currency ?? known?.currency ?? undefined,
    choices: { ...known?.answers, ...said.choices },
  }
}

function isSaid(said: SpendAnswers): boolean {
  return Object.values(said).some((answer) => answer !== undefined)
}

function toRemember(hash: string, said: SpendAnswers): RememberedHeader {
  const choices: RememberedHeader["answers"] = { ...said.choices }
  ANSWERS_OF_ONE_FILE.forEach((id: SpendQuestionId) => delete choices[id])
  return {
    header_hash: hash,
    platform: said.platform ?? null,
    mapping: said.mapping ?? {},
    number_format: said.number_format ?? null,
    date_format: said.date_format ?? null,
    currency: said.currency?.toLowerCase() ?? null,
    answers: choices,
  }
}
