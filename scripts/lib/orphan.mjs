const POLL_MS = 500

/**
 * Calls `stop` when npm is gone. npm passes a signal on to the shell between it
 * and us, and the shell may end of it without telling us.
 */
export function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) {
    return
  }
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer)
      stop()
    }
  }, POLL_MS)
  timer.unref()
}
