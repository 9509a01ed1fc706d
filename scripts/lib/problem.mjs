/**
 * A failure the person at the terminal can do something about: its message is
 * one line that says what failed, where, and what to do. Everything else is a
 * bug and keeps its stack.
 */
export class Problem extends Error {
  /** @param details - what another program said about it, printed before */
  constructor(message, { cause, details } = {}) {
    super(message.replace(/\s*\n\s*/g, " ").trim(), { cause })
    this.name = "Problem"
    this.details = details
  }
}

/** What to print for an error: the line of a `Problem`, else the stack. */
export function describeError(error) {
  if (error instanceof Problem) {
    return [error.details, error.message].filter(Boolean).join("\n")
  }
  return error instanceof Error ? error.stack : `Unknown failure: ${error}`
}

/**
 * The words of an error of a connection attempt. Node reports an attempt on
 * both addresses of `localhost` as an AggregateError with an empty message.
 */
export function connectionErrorText(error) {
  return error.message || error.errors?.[0]?.message || error.code || `${error}`
}
