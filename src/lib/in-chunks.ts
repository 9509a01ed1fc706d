/**
 * Calls `write` for chunks of the rows, `atOnce` of them side by side: while the
 * database works on one, the next is made ready.
 */
export async function inChunks<Row>(
  rows: readonly Row[],
  { size, atOnce = 1 }: { size: number; atOnce?: number },
  write: (chunk: Row[]) => Promise<unknown>
): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < rows.length) {
      const start = next
      next += size
      await write(rows.slice(start, start + size))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
