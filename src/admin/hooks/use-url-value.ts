import { useSearchParams } from "react-router-dom"

/** One value of the page's URL, and how to set or, with null, remove it. */
export function useUrlValue(key: string) {
  const [params, setParams] = useSearchParams()
  const set = (value: string | null) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      if (value === null) {
        next.delete(key)
      } else {
        next.set(key, value)
      }
      return next
    })
  return [params.get(key), set] as const
}
