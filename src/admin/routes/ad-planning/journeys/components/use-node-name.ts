import { useLocale } from "../../../../hooks/use-locale"

/** What stands where a path ends, or begins, with no event. */
const ENDS = ["(left)", "(start)", "(more)"]

/** How an event, or the end of a path, is called. */
export function useNodeName() {
  const { t } = useLocale()
  return (name: string) =>
    ENDS.includes(name) ? t(`paths.ends.${name}`) : t(`events.${name}`)
}
