import { useSearchParams } from "react-router-dom"

/** The page's URL values, and how to set some of them; null removes one. */
export function useUrlValues() {
  const [params, setParams] = useSearchParams()
  const change = (changes: Record<string, string | null>) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      for (const [key, value] of Object.entries(changes)) {
        if (value === null || value === "") {
          next.delete(key)
        } else {
          next.set(key, value)
        }
      }
      return next
    })
  return [params, change] as const
}
