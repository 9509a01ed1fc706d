/**
 * Says what begins now.
 *
 * @returns to be called when it is done: says so, with the time it took
 */
export function report(beginning) {
  const started = Date.now()
  console.log(`${beginning} ...`)
  return (ending) => console.log(`${ending} (${secondsSince(started)}).`)
}

export function secondsSince(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}
