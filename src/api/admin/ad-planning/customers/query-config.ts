/** What an entry of the ledger of erasures answers. */
export const ERASURE_FIELDS = [
  "id",
  "reason",
  "requested_by",
  "erased_at",
  "counts",
] as const
