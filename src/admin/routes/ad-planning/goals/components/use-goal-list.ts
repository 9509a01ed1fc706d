import { useUrlValues } from "../../../../hooks/use-url-values"

export const PAGE_SIZE = 20

/** The page of the list, and what is open above it: all of it is in the URL. */
export function useGoalList() {
  const [params, change] = useUrlValues()
  const offset = Number(params.get("offset"))
  return {
    offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
    openId: params.get("open"),
    isCreating: params.get("create") !== null,
    moveTo: (to: number) => change({ offset: to ? `${to}` : null }),
    open: (id: string) => change({ open: id, create: null }),
    create: () => change({ open: null, create: "1" }),
    close: () => change({ open: null, create: null }),
  }
}
