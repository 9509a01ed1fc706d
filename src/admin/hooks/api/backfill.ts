import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  AdminCreateBackfillBody,
  AdminGetBackfillsQuery,
} from "../../../api/admin/ad-planning/backfill/validators"
import type { BackfillRun, BackfillsAnswer } from "../../lib/api-types"
import { fetchJson, sendJson } from "../../lib/client"

const BACKFILLS = ["ad-planning", "backfill"]
const WHILE_RUNNING_MS = 1_000

/** The runs, the newest first; asked again as long as one is running. */
export function useBackfills(query: AdminGetBackfillsQuery) {
  return useQuery({
    queryKey: [...BACKFILLS, query],
    queryFn: () => fetchJson<BackfillsAnswer>("/backfill", query),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.backfill_runs.some(isRunning) ? WHILE_RUNNING_MS : false,
  })
}

export function useStartBackfill() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminCreateBackfillBody) =>
      sendJson<{ backfill_run: BackfillRun }>("POST", "/backfill", body),
    onSuccess: () => client.invalidateQueries({ queryKey: BACKFILLS }),
  })
}

export function useCancelBackfill() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sendJson("POST", `/backfill/${encodeURIComponent(id)}/cancel`, {}),
    // Also when it failed: the run has ended by itself then.
    onSettled: () => client.invalidateQueries({ queryKey: BACKFILLS }),
  })
}

export function isRunning({ status }: BackfillRun): boolean {
  return status === "running"
}
