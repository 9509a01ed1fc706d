/** Calls back when a shop that loads no pages shows another one. */
export function onNavigation(callback: (referrer: string) => void): void {
  let { href, pathname } = location
  function look() {
    const before = href
    href = location.href
    if (location.pathname !== pathname) {
      pathname = location.pathname
      callback(before)
    }
  }
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name]
    history[name] = (...args) => {
      original.apply(history, args)
      look()
    }
  }
  addEventListener("popstate", look)
}
