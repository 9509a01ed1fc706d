/** The door of segments: criteria in, statements about people out. */
export {
  type CompiledCriteria,
  compileCriteria,
  selectPeople,
} from "./segments/compile-criteria"
export type { CompileContext } from "./segments/compile-context"
export { SEGMENT_FIELDS, segmentField } from "./segments/fields"
export { OPERATORS } from "./segments/operators"
export { orderOfSegments } from "./segments/order-of-segments"
export { segmentCriteriaSchema } from "./segments/parse-criteria"
export { RFM_GRID, RFM_GROUPS, rfmGroup } from "./segments/rfm-groups"
export { rfmSource } from "./segments/rfm-source"
export {
  changesWithTime,
  rulesOf,
  segmentsIn,
  usesMoney,
  usesScore,
} from "./segments/rules-of"
export {
  AUDIENCE_PLATFORMS,
  type AudiencePlatform,
  hashedEmail,
} from "./segments/hashed-email"
export { SEGMENT_TEMPLATES, segmentTemplate } from "./segments/templates"
export { type RfmReport, rfmReport } from "./segments/rfm-report"
