import { useUrlValues } from "./use-url-values"

/** One value of the page's URL, and how to set or, with null, remove it. */
export function useUrlValue(key: string) {
  const [params, change] = useUrlValues()
  const set = (value: string | null) => change({ [key]: value })
  return [params.get(key), set] as const
}
