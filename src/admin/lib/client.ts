import Medusa, { FetchError } from "@medusajs/js-sdk"

// Put in by Medusa's admin build, under this name.
// oxlint-disable-next-line no-underscore-dangle
declare const __BACKEND_URL__: string | undefined

const ROOT = "/admin/ad-planning"
const MOST_USERS = 200

const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: { type: "session" },
})

/** Where the server is, without a slash at the end. */
export function backendUrl(): string {
  return new URL(__BACKEND_URL__ ?? "/", location.href).href.replace(/\/$/, "")
}

/** Values that a query string can hold; the endpoints' own types say which. */
export type Query = Record<string, unknown>

/** What one of our endpoints answers; throws the SDK's FetchError. */
export async function fetchJson<Answer>(
  path: string,
  query: Query = {}
): Promise<Answer> {
  return await sdk.client.fetch<Answer>(`${ROOT}${path}`, { query })
}

/** Has something done; throws the SDK's FetchError with the server's reason. */
export async function sendJson<Answer>(
  method: "POST" | "DELETE",
  path: string,
  body?: object
): Promise<Answer> {
  return await sdk.client.fetch<Answer>(`${ROOT}${path}`, { method, body })
}

/** Sends a file as it is; throws the SDK's FetchError with the server's reason. */
export async function sendFile<Answer>(
  path: string,
  file: File,
  query: Query = {}
): Promise<Answer> {
  return await sdk.client.fetch<Answer>(`${ROOT}${path}`, {
    method: "POST",
    query: { file_name: file.name, ...query },
    headers: { "content-type": "application/octet-stream" },
    body: file,
  })
}

/** Whether the server says that there is no such thing. */
export function isNotFound(error: Error): boolean {
  return error instanceof FetchError && error.status === 404
}

/** The same table as CSV, as large as it is, with the name the server gives it. */
export async function fetchCsv(path: string, query: Query = {}): Promise<File> {
  return await fetchFile(path, "text/csv", "ad-planning.csv", query)
}

/** An answer of another kind than ours usually are, to be saved. */
export async function fetchFile(
  path: string,
  type: string,
  unnamed: string,
  query: Query = {}
): Promise<File> {
  const response = await sdk.client.fetch<Response>(`${ROOT}${path}`, {
    query,
    headers: { accept: type },
  })
  const disposition = response.headers.get("content-disposition") ?? ""
  const name = /filename="?([^";]+)/.exec(disposition)?.[1]
  return new File([await response.blob()], name ?? unnamed)
}

/** The store's own metadata; {} without any. */
export async function fetchStoreMetadata(): Promise<Record<string, unknown>> {
  const { stores } = await sdk.admin.store.list({
    fields: "metadata",
    limit: 1,
  })
  return stores[0]?.metadata ?? {}
}

/** Those who work in the admin: by whom something was done. */
export async function fetchUsers() {
  const { users } = await sdk.admin.user.list({
    fields: "id,email,first_name,last_name",
    limit: MOST_USERS,
  })
  return users
}
