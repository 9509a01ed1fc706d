/** One run of ids that arrived together. */
interface Batch {
  ids: Set<string>
  done: Promise<unknown>
}

// Ids of one run, as of a page of reconcile.
const MAX_IDS = 1_000

/**
 * Runs work for ids that arrive one by one: one run at a time, at once when none
 * is under way, and otherwise together with all that arrive until it has ended.
 * Never later than without it, and the more there are the fewer runs each needs.
 *
 * @returns what resolves when the run of these ids has ended, and fails with it
 */
export function gatherIds(
  run: (ids: string[]) => Promise<unknown>,
  maxIds = MAX_IDS
): (ids: string[]) => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve()
  let open: Batch | undefined
  const begin = (): Batch => {
    const ids = new Set<string>()
    const done = last.then(
      () => start(ids),
      () => start(ids)
    )
    last = done
    return { ids, done }
  }
  const start = (ids: Set<string>) => {
    if (open?.ids === ids) {
      open = undefined
    }
    return run([...ids])
  }
  return (ids) => {
    if (!open || open.ids.size >= maxIds) {
      open = begin()
    }
    for (const id of ids) {
      open.ids.add(id)
    }
    return open.done
  }
}
