import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { fetchJson, sendFile, sendJson } from "../../lib/client"
import { answerQuery } from "../../lib/spend-answers"
import type {
  ImportedFile,
  SpendCoverage,
  SpendImport,
  SpendPreview,
} from "../../lib/spend-types"

const ROOT = ["ad-planning"]
const SPEND = [...ROOT, "spend"]

/** What a file would do; null asks for none. */
export function useSpendPreview(
  file: File | null,
  answers: Record<string, string>
) {
  return useQuery({
    queryKey: [
      ...SPEND,
      "preview",
      file && [file.name, file.size, file.lastModified],
      answers,
    ],
    queryFn: () =>
      sendFile<{ preview: SpendPreview }>(
        "/spend/import/preview",
        file!,
        answerQuery(answers)
      ),
    enabled: file !== null,
    placeholderData: (former) => (file === null ? undefined : former),
    retry: false,
  })
}

/** Imports a file: every report may be another one after it. */
export function useImportSpend() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { file: File; answers: Record<string, string> }) =>
      sendFile<ImportedFile>(
        "/spend/import",
        input.file,
        answerQuery(input.answers)
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ROOT }),
  })
}

export function useSpendImports(query: { limit: number; offset: number }) {
  return useQuery({
    queryKey: [...SPEND, "imports", query],
    queryFn: () =>
      fetchJson<{
        imports: SpendImport[]
        count: number
        offset: number
        limit: number
      }>("/spend/imports", query),
    placeholderData: keepPreviousData,
  })
}

export function useTakeBackImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sendJson("DELETE", `/spend/imports/${encodeURIComponent(id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ROOT }),
  })
}

export function useSpendCoverage() {
  return useQuery({
    queryKey: [...SPEND, "coverage"],
    queryFn: () => fetchJson<{ coverage: SpendCoverage[] }>("/spend/coverage"),
  })
}
