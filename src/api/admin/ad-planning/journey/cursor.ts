/** Where a page of a timeline ended. */
export interface TimelineCursor {
  timestamp: Date
  id: string
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(\w{1,64})$/

/** @returns null for a text that `writeCursor` did not write */
export function readCursor(text: string): TimelineCursor | null {
  const [, time, id] = CURSOR.exec(text) ?? []
  const timestamp = new Date(time ?? NaN)
  return id && !Number.isNaN(timestamp.getTime()) ? { timestamp, id } : null
}

export function writeCursor({ timestamp, id }: TimelineCursor): string {
  return `${timestamp.toISOString()}_${id}`
}

/** The rows after the cursor, whichever way the timeline is read. */
export function afterCursor(
  { timestamp, id }: TimelineCursor,
  direction: "ASC" | "DESC"
) {
  const operator = direction === "ASC" ? "$gt" : "$lt"
  return {
    $or: [
      { timestamp: { [operator]: timestamp } },
      { timestamp, id: { [operator]: id } },
    ],
  }
}
