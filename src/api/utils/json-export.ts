import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../lib/error-message"
import { isClosedByReader } from "./csv"

type Row = Record<string, unknown>

/** A list of the answer, by its name, in pages. */
export interface JsonSection {
  name: string
  pages: AsyncIterable<Row[]>
}

export interface JsonExport {
  /** Parts of the file's name. */
  name: string[]
  head: Row
  sections: JsonSection[]
}

/**
 * Answers a JSON object with long lists as a file, as fast as it is taken and
 * never whole in memory. What fails later than the first page breaks the answer
 * off, since the status has been sent.
 */
export async function sendJsonExport(
  req: MedusaRequest,
  res: MedusaResponse,
  { name, head, sections }: JsonExport
): Promise<void> {
  const rest = jsonTexts(head, sections)
  const texts = [await rest.next(), await rest.next()]
  res.attachment(`ad-planning-${name.join("-")}.json`)
  try {
    await pipeline(Readable.from(startedWith(texts, rest)), res)
  } catch (error) {
    if (!isClosedByReader(error)) {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`export of ${req.path} broken off: ${errorMessage(error)}`)
    }
  }
}

/** The object in pieces: its head, then each page of each list, then its end. */
export async function* jsonTexts(
  head: Row,
  sections: JsonSection[]
): AsyncGenerator<string, void> {
  yield JSON.stringify(head).slice(0, -1)
  for (const { name, pages } of sections) {
    let separator = `,${JSON.stringify(name)}:[`
    for await (const page of pages) {
      if (page.length > 0) {
        yield separator + page.map((row) => JSON.stringify(row)).join(",")
        separator = ","
      }
    }
    yield separator === "," ? "]" : `${separator}]`
  }
  yield "}"
}

async function* startedWith(
  first: IteratorResult<string, void>[],
  rest: AsyncGenerator<string, void>
): AsyncGenerator<string, void> {
  for (const { value } of first) {
    if (value !== undefined) {
      yield value
    }
  }
  yield* rest
}
