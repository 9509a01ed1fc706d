import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { AdminGetPersonJourneysQuery } from "../../../api/admin/ad-planning/journey/validators"
import type {
  IdentitiesAnswer,
  Profile,
  TimelineAnswer,
} from "../../lib/api-types"
import { fetchFile, fetchJson, isNotFound, sendJson } from "../../lib/client"

const KEY = "ad-planning"

/** Who somebody is; null asks for nobody. Who is unknown is not asked for again. */
export function useProfile(id: string | null) {
  return useQuery({
    queryKey: [KEY, "profile", id],
    queryFn: () =>
      fetchJson<{ profile: Profile }>(
        `/customers/${encodeURIComponent(id ?? "")}/profile`
      ),
    enabled: id !== null,
    retry: (count, error) => count < 3 && !isNotFound(error),
  })
}

type TimelineQuery = Omit<AdminGetPersonJourneysQuery, "cursor">

/** A person's touchpoints, page by page; null asks for nobody's. */
export function useTimeline(id: string | null, query: TimelineQuery) {
  return useInfiniteQuery({
    queryKey: [KEY, "timeline", id, query],
    queryFn: ({ pageParam }) =>
      fetchJson<TimelineAnswer>(
        `/journey/person/${encodeURIComponent(id ?? "")}`,
        { ...query, cursor: pageParam ?? undefined }
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
    enabled: id !== null,
  })
}

/** The person that a customer of the shop is, as far as that is known. */
export function usePersonOfCustomer(customerId: string) {
  return useQuery({
    queryKey: [KEY, "identity", customerId],
    queryFn: async () => {
      // The earliest valid link decides; some may be revoked.
      const { identities } = await fetchJson<IdentitiesAnswer>("/identities", {
        kind: "customer",
        value: customerId,
        order: "valid_from",
        limit: 50,
      })
      const valid = identities.find(({ revoked_at }) => revoked_at === null)
      return valid?.person_id ?? null
    },
  })
}

/** Takes a person out of everything that is kept. There is no way back. */
export function useErasePerson(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      sendJson("POST", `/customers/${encodeURIComponent(id)}/erase`, {}),
    // Timelines and figures anywhere may have been theirs.
    onSuccess: () =>
      client.invalidateQueries({ queryKey: [KEY], refetchType: "none" }),
  })
}

/** Everything that is kept of a person, as a file. */
export function useExportPerson(id: string) {
  return useMutation({
    mutationFn: () =>
      fetchFile(
        `/customers/${encodeURIComponent(id)}/export`,
        // Asked for as JSON, it would be read here, and its name be lost.
        "application/octet-stream",
        "person.json"
      ),
  })
}
