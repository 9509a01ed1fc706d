/** What a segment's rules mostly look at; a label, nothing is decided by it. */
export const SEGMENT_TYPES = [
  "behavioral",
  "demographic",
  "rfm",
  "custom",
] as const
export type SegmentType = (typeof SEGMENT_TYPES)[number]

/** Why somebody is a member: the rules say so, or somebody of the store did. */
export const MEMBER_REASONS = ["rule_match", "manual", "import"] as const
export type MemberReason = (typeof MEMBER_REASONS)[number]

export const SEGMENT_CHANGES = ["entered", "left"] as const
export type SegmentChange = (typeof SEGMENT_CHANGES)[number]
