import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  AdminCreateGoalBody,
  AdminGetGoalsQuery,
  AdminTestGoalBody,
} from "../../../api/admin/ad-planning/goals/validators"
import type { Goal, GoalsAnswer, GoalTrialAnswer } from "../../lib/api-types"
import { fetchJson, sendJson } from "../../lib/client"

const GOALS = ["ad-planning", "goals"]

export function useGoals(query: AdminGetGoalsQuery) {
  return useQuery({
    queryKey: [...GOALS, query],
    queryFn: () => fetchJson<GoalsAnswer>("/goals", query),
    placeholderData: keepPreviousData,
  })
}

/** One goal; null asks for none. One that is gone is not asked for again. */
export function useGoal(id: string | null) {
  return useQuery({
    queryKey: [...GOALS, "one", id],
    queryFn: () =>
      fetchJson<{ goal: Goal }>(`/goals/${encodeURIComponent(id ?? "")}`),
    enabled: id !== null,
    retry: false,
  })
}

/** Makes a goal, or with an id changes that one. */
export function useSaveGoal(id?: string) {
  const client = useQueryClient()
  const path = id === undefined ? "/goals" : `/goals/${encodeURIComponent(id)}`
  return useMutation({
    mutationFn: (body: AdminCreateGoalBody) =>
      sendJson<{ goal: Goal }>("POST", path, body),
    onSuccess: () => client.invalidateQueries({ queryKey: GOALS }),
  })
}

export function useDeleteGoal() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sendJson("DELETE", `/goals/${encodeURIComponent(id)}`),
    onSuccess: () =>
      client.invalidateQueries({
        // The deleted one itself would only answer that it is gone.
        predicate: ({ queryKey }) =>
          GOALS.every((part, index) => queryKey[index] === part) &&
          queryKey[GOALS.length] !== "one",
      }),
  })
}

/** Tries a goal on a sample event. */
export function useGoalTrial(id: string) {
  return useMutation({
    mutationFn: (event: AdminTestGoalBody["event"]) =>
      sendJson<GoalTrialAnswer>(
        "POST",
        `/goals/${encodeURIComponent(id)}/test`,
        { event }
      ),
  })
}
