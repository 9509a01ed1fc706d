const ANY = "*"

/**
 * Whether a page's path is what a pattern describes: `*` stands for any
 * characters, also none, everything else for itself, upper and lower case apart.
 * The whole path counts, without query string; `/a/` and `/a` are one page. No
 * regular expression is made of the pattern: the pieces between the stars are
 * looked for one after the other, so no pattern makes it go back and try again.
 *
 * @example
 * matchPath("/products/*", "/products/shirt") // true
 * matchPath("/thank-you", "/thank-you/?order=1") // true
 */
export function matchPath(pattern: string, pathname: string): boolean {
  const path = pathname.replace(/[?#].*$/s, "")
  const bare = path.endsWith("/") ? path.slice(0, -1) : path
  return matchText(pattern, bare) || matchText(pattern, `${bare}/`)
}

function matchText(pattern: string, text: string): boolean {
  const [head = "", ...rest] = pattern.split(ANY)
  const tail = rest.pop()
  if (tail === undefined) {
    return text === head
  }
  const end = text.length - tail.length
  if (!text.startsWith(head) || !text.endsWith(tail) || end < head.length) {
    return false
  }
  let from = head.length
  for (const piece of rest) {
    const at = text.indexOf(piece, from)
    if (at === -1 || at + piece.length > end) {
      return false
    }
    from = at + piece.length
  }
  return true
}
