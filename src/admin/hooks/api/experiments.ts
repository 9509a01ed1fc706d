import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  AdminCreateExperimentBody,
  AdminGetExperimentsQuery,
  AdminSampleSizeBody,
} from "../../../api/admin/ad-planning/experiments/validators"
import type { Experiment } from "../../../modules/ad-planning/types/experiments"
import type {
  ExperimentResults,
  SampleSize,
} from "../../../modules/ad-planning/types/http/experiments"
import { fetchJson, sendJson } from "../../lib/client"

const EXPERIMENTS = ["ad-planning", "experiments"]

/** An experiment as the API answers it. */
export type ExperimentAnswer = Omit<Experiment, "started_at" | "ended_at"> & {
  started_at: string | null
  ended_at: string | null
  results: ExperimentResults | null
  p_value: number | null
  improvement_percent: number | null
}

const pathOf = (id: string) => `/experiments/${encodeURIComponent(id)}`

export function useExperiments(query: AdminGetExperimentsQuery) {
  return useQuery({
    queryKey: [...EXPERIMENTS, query],
    queryFn: () =>
      fetchJson<{
        experiments: ExperimentAnswer[]
        count: number
        offset: number
        limit: number
      }>("/experiments", query),
    placeholderData: keepPreviousData,
  })
}

export function useExperiment(id: string) {
  return useQuery({
    queryKey: [...EXPERIMENTS, "one", id],
    queryFn: () => fetchJson<{ experiment: ExperimentAnswer }>(pathOf(id)),
    retry: false,
  })
}

/** What it says now; a draft has nothing to say. */
export function useExperimentResults(id: string, isStarted: boolean) {
  return useQuery({
    queryKey: [...EXPERIMENTS, "results", id],
    queryFn: () =>
      fetchJson<{ results: ExperimentResults }>(`${pathOf(id)}/results`),
    enabled: isStarted,
  })
}

export function useCreateExperiment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminCreateExperimentBody) =>
      sendJson<{ experiment: ExperimentAnswer }>("POST", "/experiments", body),
    onSuccess: () => client.invalidateQueries({ queryKey: EXPERIMENTS }),
  })
}

/** Starts, stops or copies one. */
export function useExperimentAction(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: "start" | "stop" | "copy") =>
      sendJson<{ experiment: ExperimentAnswer }>(
        "POST",
        `${pathOf(id)}/${action}`,
        {}
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: EXPERIMENTS }),
  })
}

/** How many visitors and days an effect needs. */
export function useSampleSize(body: AdminSampleSizeBody) {
  return useQuery({
    queryKey: [...EXPERIMENTS, "size", body],
    queryFn: () =>
      sendJson<{ sample_size: SampleSize }>(
        "POST",
        "/experiments/sample-size",
        body
      ),
    placeholderData: keepPreviousData,
  })
}
