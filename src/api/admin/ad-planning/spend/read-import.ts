import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { parseInput } from "../../../utils/validate"
import { invalidRequest } from "../../../utils/beacon"
import {
  AdminSpendFileParams,
  type AdminSpendFileParamsType,
  AdminSpendRows,
  AdminSpendText,
} from "./validators"

/** What is to be imported: rows of the API, or a file and how to read it. */
export type SpendBody =
  | { kind: "rows"; rows: unknown[]; partial: boolean }
  | {
      kind: "file"
      bytes: Buffer
      params: Omit<AdminSpendFileParamsType, "partial">
      partial: boolean
    }

/**
 * The body of an import: JSON `{ rows }` or `{ text }`, a form with a `file`, or the
 * file itself as the body.
 *
 * @throws MedusaError invalid_data
 */
export async function readImport(
  req: AuthenticatedMedusaRequest
): Promise<SpendBody> {
  const query = parseInput(AdminSpendFileParams, req.query)
  const { body } = req
  if (typeof body === "string" || Buffer.isBuffer(body)) {
    const bytes = Buffer.from(body)
    return req.is("multipart/form-data")
      ? await readForm(bytes, req.headers["content-type"] ?? "")
      : asFile(bytes, query)
  }
  if (isText(body)) {
    const { text, partial, ...params } = parseInput(AdminSpendText, body)
    return asFile(Buffer.from(text), {
      ...params,
      partial: partial ?? query.partial,
    })
  }
  if (!req.is("application/json") && !isRows(body)) {
    throw invalidRequest("the file is empty")
  }
  const { rows, partial } = parseInput(AdminSpendRows, body ?? {})
  return { kind: "rows", rows, partial: partial ?? query.partial ?? false }
}

function isText(body: unknown): boolean {
  return typeof body === "object" && body !== null && "text" in body
}

function isRows(body: unknown): boolean {
  return typeof body === "object" && body !== null && "rows" in body
}

async function readForm(bytes: Buffer, type: string): Promise<SpendBody> {
  const form = await formOf(bytes, type)
  const file = form.get("file")
  if (!(file instanceof Blob)) {
    throw invalidRequest("Field 'file': is required")
  }
  const fields = [...form].filter(([field]) => field !== "file")
  const params = parseInput(AdminSpendFileParams, Object.fromEntries(fields))
  return asFile(Buffer.from(await file.arrayBuffer()), {
    ...params,
    file_name: params.file_name ?? (file.name || undefined),
  })
}

async function formOf(bytes: Buffer, type: string): Promise<FormData> {
  try {
    const headers = { "content-type": type }
    return await new Response(new Uint8Array(bytes), { headers }).formData()
  } catch (error) {
    if (error instanceof TypeError) {
      throw invalidRequest("the form cannot be read")
    }
    throw error
  }
}

function asFile(
  bytes: Buffer,
  { partial, ...params }: AdminSpendFileParamsType
): SpendBody {
  if (bytes.length === 0) {
    throw invalidRequest("the file is empty")
  }
  return { kind: "file", bytes, params, partial: partial ?? false }
}
