import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { fetchJson, sendJson } from "../../lib/client"
import type {
  MembersAnswer,
  RfmAnswer,
  Segment,
  SegmentCriteria,
  SegmentField,
  SegmentPreview,
  SegmentsAnswer,
  SegmentTemplate,
  SuggestedValues,
} from "../../lib/segment-types"

const SEGMENTS = ["ad-planning", "segments"]
const path = (id: string | null, rest = "") =>
  `/segments/${encodeURIComponent(id ?? "")}${rest}`

export function useSegments(query: {
  limit: number
  offset: number
  customer_group_id?: string
}) {
  return useQuery({
    queryKey: [...SEGMENTS, query],
    queryFn: () => fetchJson<SegmentsAnswer>("/segments", query),
    placeholderData: keepPreviousData,
  })
}

/** One segment; null asks for none. */
export function useSegment(id: string | null) {
  return useQuery({
    queryKey: [...SEGMENTS, "one", id],
    queryFn: () => fetchJson<{ segment: Segment }>(path(id)),
    enabled: id !== null,
    retry: false,
  })
}

export function useMembers(
  id: string,
  query: { limit: number; offset: number }
) {
  return useQuery({
    queryKey: [...SEGMENTS, "members", id, query],
    queryFn: () => fetchJson<MembersAnswer>(path(id, "/members"), query),
    placeholderData: keepPreviousData,
  })
}

export function useSegmentFields() {
  return useQuery({
    queryKey: [...SEGMENTS, "fields"],
    queryFn: () => fetchJson<{ fields: SegmentField[] }>("/segments/fields"),
    staleTime: Infinity,
  })
}

/** Values to choose from; null asks for none. */
export function useFieldValues(of: SuggestedValues | null) {
  return useQuery({
    queryKey: [...SEGMENTS, "values", of],
    queryFn: () =>
      fetchJson<{ values: { value: string; label: string }[] }>(
        "/segments/fields/values",
        { of }
      ),
    enabled: of !== null,
  })
}

/** Who would be in it. Rules that are not finished answer an error. */
export function usePreview(criteria: SegmentCriteria) {
  return useQuery({
    queryKey: [...SEGMENTS, "preview", criteria],
    queryFn: () =>
      sendJson<{ preview: SegmentPreview }>("POST", "/segments/preview", {
        criteria,
      }),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useTemplates() {
  return useQuery({
    queryKey: [...SEGMENTS, "templates"],
    queryFn: () =>
      fetchJson<{ templates: SegmentTemplate[] }>("/segments/templates"),
    staleTime: Infinity,
  })
}

export function useRfm() {
  return useQuery({
    queryKey: [...SEGMENTS, "rfm"],
    queryFn: () => fetchJson<RfmAnswer>("/segments/rfm"),
  })
}

function useChange<Input, Answer>(run: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: SEGMENTS }),
  })
}

/** Makes a segment and calculates it, or with an id changes that one. */
export function useSaveSegment(id?: string) {
  return useChange(
    async (body: { name: string; criteria: SegmentCriteria }) => {
      const { segment } = await sendJson<{ segment: Segment }>(
        "POST",
        id === undefined ? "/segments" : path(id),
        body
      )
      await sendJson("POST", path(segment.id, "/calculate"), {})
      return segment
    }
  )
}

export function useTemplate() {
  return useChange((body: { template: string; ad_campaign_id?: string }) =>
    sendJson<{ segment: Segment }>("POST", "/segments/templates", body)
  )
}

export function useCalculate(id: string) {
  return useChange(() => sendJson("POST", path(id, "/calculate"), {}))
}

export function useDuplicate(id: string) {
  return useChange(() =>
    sendJson<{ segment: Segment }>("POST", path(id, "/duplicate"), {})
  )
}

export function useGroupSync(id: string) {
  return useChange((isOn: boolean) =>
    sendJson("POST", path(id, "/sync"), { is_on: isOn })
  )
}

export function useDeleteSegment(id: string) {
  return useChange((group: "keep" | "delete" | null) =>
    sendJson("DELETE", path(id, group ? `?group=${group}` : ""))
  )
}

export function useRemoveMember(id: string) {
  return useChange((personId: string) =>
    sendJson("POST", path(id, "/members"), { remove: [personId] })
  )
}
