const STATEMENT = /^\s*(?:with|insert|update|delete|select|create|alter)\b/i
const MAX_LENGTH = 1_000

/**
 * The words of a failure; a workflow's are in a plain object, not an Error. Of a
 * database's only what went wrong, by code and constraint: the statement before it
 * carries values, which belong into no log.
 */
export function errorMessage(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) {
    return String(error)
  }
  const message = String(error.message)
  const reason = STATEMENT.test(message)
    ? message.slice(message.lastIndexOf(" - ") + 3)
    : message
  const code = textOf(error, "code")
  return isSqlState(code)
    ? databaseReason(reason, code, textOf(error, "constraint"))
    : reason.slice(0, MAX_LENGTH)
}

/** What PostgreSQL says in quotes may be a value: names of constraints are not. */
function databaseReason(
  reason: string,
  code: string,
  constraint: string | undefined
): string {
  const said =
    constraint === undefined ? reason.replace(/:? *".*"/s, "") : reason
  return `${said.slice(0, MAX_LENGTH)} (${code})`
}

function textOf(error: object, field: string): string | undefined {
  const value: unknown = Reflect.get(error, field)
  return typeof value === "string" ? value : undefined
}

function isSqlState(code: string | undefined): code is string {
  return /^[0-9A-Z]{5}$/.test(code ?? "")
}
