import { readdirSync } from "node:fs"
import { join } from "node:path"
import { applyResolutionsSql } from "../../../src/modules/ad-planning/sql/attribution/apply-resolutions"
import {
  assignJourneyPersonsSql,
  assignPersonsSql,
  assignTouchPersonsSql,
} from "../../../src/modules/ad-planning/sql/identity/assign-persons"
import {
  assignTouchSql,
  clearResolutionSql,
} from "../../../src/modules/ad-planning/sql/attribution/assign-touch"
import { attributeConversionsSql } from "../../../src/modules/ad-planning/sql/attribution/attribute-conversions"
import { attributionChangesSql } from "../../../src/modules/ad-planning/sql/attribution/attribution-changes"
import { attributionCompareSql } from "../../../src/modules/ad-planning/sql/attribution/attribution-compare"
import { attributionStatsSql } from "../../../src/modules/ad-planning/sql/attribution/attribution-stats"
import {
  advanceBackfillSql,
  countBackfillSql,
  endBackfillSql,
  insertBackfillSql,
  lockBackfillsSql,
  reopenBackfillSql,
  runningBackfillSql,
} from "../../../src/modules/ad-planning/sql/sync/backfill-runs"
import {
  aliasCandidatesSql,
  formerNamesSql,
  campaignCandidatesSql,
  suggestibleCampaignsSql,
} from "../../../src/modules/ad-planning/sql/campaigns/campaign-candidates"
import { campaignResultsSql } from "../../../src/modules/ad-planning/sql/reports/campaign-results"
import { campaignSpendSql } from "../../../src/modules/ad-planning/sql/reports/campaign-spend"
import { chooseForConversionSql } from "../../../src/modules/ad-planning/sql/attribution/choose-for-conversion"
import { cohortsSql } from "../../../src/modules/ad-planning/sql/reports/cohorts"
import { conversionStatsSql } from "../../../src/modules/ad-planning/sql/conversions/conversion-stats"
import { firstPurchaseSql } from "../../../src/modules/ad-planning/sql/journeys/first-purchase"
import { journeyDropoffSql } from "../../../src/modules/ad-planning/sql/journeys/journey-dropoff"
import { journeyFunnelSql } from "../../../src/modules/ad-planning/sql/journeys/journey-funnel"
import { journeyPathsSql } from "../../../src/modules/ad-planning/sql/journeys/journey-paths"
import { conversionCreditsSql } from "../../../src/modules/ad-planning/sql/attribution/conversion-credits"
import { conversionTouchesSql } from "../../../src/modules/ad-planning/sql/attribution/conversion-touches"
import {
  deleteConversionsSql,
  deleteSnapshotConversionsSql,
} from "../../../src/modules/ad-planning/sql/conversions/delete-conversions"
import { deriveLinksSql } from "../../../src/modules/ad-planning/sql/identity/derive-links"
import {
  deleteJourneysSql,
  snapshotJourneysSql,
} from "../../../src/modules/ad-planning/sql/journeys/delete-journeys"
import { deletePurchasesSql } from "../../../src/modules/ad-planning/sql/conversions/delete-purchases"
import {
  deleteTouchesSql,
  touchIdentifiersSql,
} from "../../../src/modules/ad-planning/sql/attribution/delete-touches"
import { followSessionTouchesSql } from "../../../src/modules/ad-planning/sql/attribution/follow-session-touches"
import { goalCountersSql } from "../../../src/modules/ad-planning/sql/goals/goal-counters"
import {
  activeGoalsSql,
  goalsByIdSql,
  lockGoalsSql,
} from "../../../src/modules/ad-planning/sql/goals/goals"
import {
  deleteIdentityLinksSql,
  unlinkedEmailsSql,
} from "../../../src/modules/ad-planning/sql/identity/identity-queries"
import {
  adoptNamedCampaignsSql,
  forgetOwnNamesSql,
  keepFormerNamesSql,
  matchImportedCampaignsSql,
} from "../../../src/modules/ad-planning/sql/campaigns/imported-campaigns"
import { campaignTuplesSql } from "../../../src/modules/ad-planning/sql/attribution/campaign-tuples"
import {
  campaignDetailsSql,
  standingMergeSql,
} from "../../../src/modules/ad-planning/sql/campaigns/campaign-details"
import {
  campaignTiesSql,
  createCampaignSql,
  deleteCampaignSql,
  editCampaignSql,
  insertCampaignRowSql,
  restoreCampaignSql,
} from "../../../src/modules/ad-planning/sql/campaigns/campaign-edits"
import {
  forgetMergeSql,
  insertMergeSql,
  lockMergeableSql,
  markMergeStandingSql,
  markMergeUndoneSql,
  moveAliasesBackSql,
  moveAliasesSql,
  moveTouchesBackSql,
  moveTouchesSql,
  pointApartSql,
  pointToMergedSql,
} from "../../../src/modules/ad-planning/sql/campaigns/merge-campaigns"
import {
  campaignRowsSql,
  knownCampaignsSql,
  removeBareCampaignsSql,
  takeBackCampaignsSql,
} from "../../../src/modules/ad-planning/sql/spend/import-campaigns"
import {
  forgetImportSql,
  noteImportDaysSql,
  standingDaysSql,
  takeBackDaysSql,
} from "../../../src/modules/ad-planning/sql/spend/import-days"
import { spendCoverageSql } from "../../../src/modules/ad-planning/sql/spend/spend-coverage"
import {
  forgetHeaderSql,
  rememberedHeaderSql,
  rememberHeaderSql,
} from "../../../src/modules/ad-planning/sql/spend/spend-headers"
import {
  insertImportSql,
  markImportUndoneSql,
} from "../../../src/modules/ad-planning/sql/spend/spend-imports"
import {
  restoreTakeBackSql,
  takeBackSnapshotSql,
} from "../../../src/modules/ad-planning/sql/spend/take-back-snapshot"
import {
  lockLinksSql,
  shareLinksSql,
} from "../../../src/modules/ad-planning/sql/identity/lock-links"
import { markDuplicateStampsSql } from "../../../src/modules/ad-planning/sql/attribution/mark-duplicate-stamps"
import { markReturnsFromPayingSql } from "../../../src/modules/ad-planning/sql/attribution/mark-returns-from-paying"
import { markFirstPurchasesSql } from "../../../src/modules/ad-planning/sql/conversions/mark-first-purchases"
import { markSharedVisitorsSql } from "../../../src/modules/ad-planning/sql/identity/mark-shared-visitors"
import {
  mergedIntoSql,
  mergedOnSql,
  mergePersonsSql,
  unmergePersonSql,
} from "../../../src/modules/ad-planning/sql/identity/merge-persons"
import { mergeSubmissionsSql } from "../../../src/modules/ad-planning/sql/conversions/merge-submissions"
import { nearbyTouchesSql } from "../../../src/modules/ad-planning/sql/attribution/nearby-touches"
import { notePlacementsSql } from "../../../src/modules/ad-planning/sql/conversions/order-placements"
import { personProfileSql } from "../../../src/modules/ad-planning/sql/identity/person-profile"
import { pixelHealthSql } from "../../../src/modules/ad-planning/sql/conversions/pixel-health"
import {
  addPixelCountsSql,
  pixelCountsSinceSql,
} from "../../../src/modules/ad-planning/sql/conversions/pixel-counts"
import { prunePageViewsSql } from "../../../src/modules/ad-planning/sql/journeys/prune-page-views"
import {
  erasedPurchaseVisitorsSql,
  purchaseVisitorsSql,
} from "../../../src/modules/ad-planning/sql/identity/purchase-visitors"
import {
  deletePurchaseClaimsSql,
  insertPurchaseClaimsSql,
  joinPurchaseClaimsSql,
  pruneUnmetClaimsSql,
} from "../../../src/modules/ad-planning/sql/conversions/purchase-claims"
import {
  adoptableCampaignsSql,
  renameCampaignsSql,
} from "../../../src/modules/ad-planning/sql/campaigns/rename-campaigns"
import { replaceAdjustmentsSql } from "../../../src/modules/ad-planning/sql/conversions/replace-adjustments"
import { replaceGoalsSql } from "../../../src/modules/ad-planning/sql/goals/replace-goals"
import { setRevocationSql } from "../../../src/modules/ad-planning/sql/identity/revoke-identity-link"
import { revokeStalePersonLinksSql } from "../../../src/modules/ad-planning/sql/identity/revoke-person-links"
import {
  leadResolutionsSql,
  sessionResolutionsSql,
} from "../../../src/modules/ad-planning/sql/attribution/session-resolutions"
import {
  deleteCampaignsSql,
  deleteMetricsSql,
  restoreSnapshotSql,
  snapshotAliasSql,
  snapshotCampaignsSql,
  snapshotConversionsSql,
  snapshotIdentityLinksSql,
  snapshotMetricsSql,
  snapshotPurchasesSql,
  snapshotTouchesSql,
} from "../../../src/modules/ad-planning/sql/sync/snapshots"
import {
  failSyncSql,
  finishSyncSql,
  settleSyncSql,
  startSyncSql,
} from "../../../src/modules/ad-planning/sql/sync/sync-state"
import { trainingTransitionsSql } from "../../../src/modules/ad-planning/sql/attribution/training-transitions"
import { undoResolutionsSql } from "../../../src/modules/ad-planning/sql/attribution/undo-resolutions"
import {
  FIRST_TOUCH,
  unresolvedTuplesSql,
} from "../../../src/modules/ad-planning/sql/attribution/unresolved-tuples"
import { unresolvedValuesSql } from "../../../src/modules/ad-planning/sql/attribution/unresolved-values"
import {
  aliasTouchesSql,
  utmValuesSql,
  valueTuplesSql,
} from "../../../src/modules/ad-planning/sql/attribution/value-touches"
import {
  reapplyResolutionsSql,
  restoreResolutionsSql,
} from "../../../src/modules/ad-planning/sql/attribution/reapply-resolutions"
import {
  momentSql,
  movedBySql,
} from "../../../src/modules/ad-planning/sql/attribution/moved-conversions"
import {
  deleteAliasSql,
  upsertAliasSql,
} from "../../../src/modules/ad-planning/sql/attribution/upsert-alias"
import { upsertCampaignMetricsSql } from "../../../src/modules/ad-planning/sql/spend/upsert-campaign-metrics"
import {
  lockCampaignsSql,
  upsertCampaignsSql,
} from "../../../src/modules/ad-planning/sql/campaigns/upsert-campaigns"
import { upsertConversionJourneysSql } from "../../../src/modules/ad-planning/sql/journeys/upsert-conversion-journeys"
import { upsertIdentityLinksSql } from "../../../src/modules/ad-planning/sql/identity/upsert-identity-links"
import { upsertJourneysSql } from "../../../src/modules/ad-planning/sql/journeys/upsert-journeys"
import { upsertPurchasesSql } from "../../../src/modules/ad-planning/sql/conversions/upsert-purchases"
import {
  insertTouchesSql,
  upsertTouchesSql,
} from "../../../src/modules/ad-planning/sql/attribution/upsert-touches"
import { eraseClaimsSql } from "../../../src/modules/ad-planning/sql/identity/erase-claims"
import { eraseConversionsSql } from "../../../src/modules/ad-planning/sql/identity/erase-conversions"
import { eraseFailuresSql } from "../../../src/modules/ad-planning/sql/identity/erase-failures"
import { eraseJourneysSql } from "../../../src/modules/ad-planning/sql/identity/erase-journeys"
import { eraseLinksSql } from "../../../src/modules/ad-planning/sql/identity/erase-links"
import { eraseTouchesSql } from "../../../src/modules/ad-planning/sql/identity/erase-touches"
import { erasedNamesSql } from "../../../src/modules/ad-planning/sql/identity/erased-names"
import {
  admitIdentitySql,
  refuseIdentitySql,
  snapshotRefusalSql,
} from "../../../src/modules/ad-planning/sql/identity/refuse-identity"
import { linkedPersonsSql } from "../../../src/modules/ad-planning/sql/identity/linked-persons"
import { personKnownSql } from "../../../src/modules/ad-planning/sql/identity/person-known"
import {
  erasedKeysSql,
  suppressedSql,
  suppressSql,
} from "../../../src/modules/ad-planning/sql/identity/suppression"
import {
  insertConversionsSql,
  refreshConversionsSql,
} from "../../../src/modules/ad-planning/sql/conversions/write-conversions"
import {
  ATTRIBUTION_MODELS,
  CONVERSION_STATS_GROUPS,
  PATH_DIRECTIONS,
  REPORT_BASES,
  type ReportRequest,
  STATS_GROUPS,
  type SqlStatement,
} from "../../../src/modules/ad-planning/types"
import {
  campaignFact,
  claimFact,
  conversionFact,
  identityFact,
  journeyFact,
  metricFact,
  purchaseFact,
  reportRequest,
  resolution,
  touchFact,
} from "./helpers/facts"

const scope = (text: string) => ({
  visitor_ids: [text],
  session_ids: [text],
  order_ids: [text],
})

const WHOLE_LOOKBACK = {
  lookback_hours: 720,
  stop_at_previous_purchase: false,
}
const PARTED_BY_PURCHASES = {
  lookback_hours: 720,
  stop_at_previous_purchase: true,
}
const RULES = [WHOLE_LOOKBACK, PARTED_BY_PURCHASES]

const persons = (text: string) => ({
  keys: [text],
  order_ids: [text],
  email_hashes: [text],
  customer_ids: [text],
  conversion_ids: [text],
  visitor_ids: [text],
})

const theirs = (text: string) => ({
  keys: [text],
  person_ids: [text],
  email_hashes: [text],
  customer_ids: [text],
  visitor_ids: [text],
})

const AT = new Date("2026-08-03T10:00:00Z")

const followed = (text: string) => ({
  from: new Date(0),
  to: new Date(1),
  window_days: 14,
  as_of: new Date(2),
  website_id: text,
})

const filter = (text: string) => ({
  from: text,
  to: text,
  website_id: text,
  touch_ids: [text],
  order_ids: [text],
})
const metricKey = (text: string) => ({
  ad_campaign_id: text,
  date: text,
  currency: text,
})
const alias = (text: string) => ({
  kind: "utm_campaign" as const,
  normalised_value: text,
  website_id: text,
  ad_campaign_id: text,
  created_by: text,
})
const causeOf = (text: string) => ({
  cause: "rules" as const,
  cause_id: text,
  actor_id: text,
})
const fx = (text: string) => [
  { currency: text, from_date: text, until_date: text, rate: text },
]

/** Every builder of a statement, with `text` for each free text it takes. */
const mergeOf = (text: string) => ({ from_id: text, into_id: text })

const spendDay = (text: string) => ({
  ad_campaign_id: text,
  date: text,
  currency: text,
  spend: "1",
  impressions: "1",
  clicks: "1",
  claimed_conversions: null,
  claimed_value: null,
})

const BUILDERS: Record<
  string,
  (text: string) => SqlStatement | SqlStatement[]
> = {
  adoptNamedCampaignsSql: (text) =>
    adoptNamedCampaignsSql([{ ...campaignFact(text), external_id: text }]),
  forgetOwnNamesSql: (text) => forgetOwnNamesSql([campaignFact(text)]),
  keepFormerNamesSql: (text) =>
    keepFormerNamesSql([
      {
        ad_campaign_id: text,
        name: text,
        normalised_name: text,
        first_on: text,
        last_on: text,
      },
    ]),
  formerNamesSql: (text) => formerNamesSql([text]),
  campaignTuplesSql: (text) => campaignTuplesSql([text], text, text, 9),
  campaignDetailsSql: (text) => campaignDetailsSql([text]),
  standingMergeSql,
  campaignTiesSql,
  createCampaignSql: (text) =>
    createCampaignSql(
      {
        platform: text,
        external_id: text,
        name: text,
        normalised_name: text,
        status: text,
        started_at: null,
        stopped_at: null,
        currency: text,
      },
      text
    ),
  deleteCampaignSql,
  editCampaignSql: (text) =>
    editCampaignSql(text, { name: text, normalised_name: text, status: text }),
  insertCampaignRowSql: (text) => insertCampaignRowSql(text),
  restoreCampaignSql: (text) => restoreCampaignSql(text),
  insertMergeSql: (text) => insertMergeSql(mergeOf(text), text),
  forgetMergeSql,
  markMergeStandingSql,
  lockMergeableSql: (text) => lockMergeableSql([text]),
  markMergeUndoneSql: (text) => markMergeUndoneSql(text, text),
  moveAliasesBackSql: (text) => moveAliasesBackSql(text, mergeOf(text)),
  moveAliasesSql: (text) => moveAliasesSql(text, mergeOf(text)),
  moveTouchesBackSql: (text) =>
    moveTouchesBackSql(text, mergeOf(text), { cause: "merge", cause_id: text }),
  moveTouchesSql: (text) =>
    moveTouchesSql(text, mergeOf(text), { cause: "merge", cause_id: text }),
  pointApartSql: (text) => pointApartSql(mergeOf(text), [text]),
  pointToMergedSql: (text) => pointToMergedSql(mergeOf(text)),
  campaignRowsSql: (text) => campaignRowsSql([campaignFact(text)]),
  knownCampaignsSql: (text) => knownCampaignsSql([campaignFact(text)]),
  removeBareCampaignsSql: (text) => removeBareCampaignsSql([text]),
  takeBackCampaignsSql: (text) =>
    takeBackCampaignsSql(text, [
      { id: text, before: { name: text }, name: text, external_id: text },
    ]),
  forgetImportSql,
  noteImportDaysSql: (text) => noteImportDaysSql(text, [spendDay(text)]),
  standingDaysSql: (text) => standingDaysSql([spendDay(text)]),
  takeBackDaysSql,
  spendCoverageSql,
  forgetHeaderSql,
  rememberedHeaderSql,
  rememberHeaderSql: (text) =>
    rememberHeaderSql({
      header_hash: text,
      platform: text,
      mapping: { spend: text },
      number_format: null,
      date_format: null,
      currency: text,
      answers: { multi_day_rows: text },
    }),
  insertImportSql: (text) =>
    insertImportSql({
      imported_at: text,
      imported_by: text,
      file_name: text,
      platform: text,
      rows: 1,
      from_date: text,
      to_date: text,
      spend: [{ currency: text, spend: text }],
      accounts: [text],
      time_zone: text,
      left_out: [],
      campaigns_created: [text],
      campaigns_before: [],
    }),
  markImportUndoneSql: (text) => markImportUndoneSql(text, text),
  restoreTakeBackSql: (text) => restoreTakeBackSql(text),
  takeBackSnapshotSql,
  advanceBackfillSql: (text) =>
    advanceBackfillSql(text, {
      source: "order",
      after_id: text,
      former: { source: "order", after_id: text },
      rows_read: 1,
      rows_written: 1,
      error: text,
      now: AT,
    }),
  countBackfillSql: (text) => countBackfillSql(text, 7),
  endBackfillSql: (text) =>
    endBackfillSql(text, { status: "failed", error: text, now: AT }),
  reopenBackfillSql,
  addPixelCountsSql: (text) =>
    addPixelCountsSql([{ hour: text, outcome: "accepted", calls: 1 }]),
  adoptableCampaignsSql: (text) => adoptableCampaignsSql([campaignFact(text)]),
  aliasCandidatesSql: (text) => aliasCandidatesSql([text]),
  applyResolutionsSql: (text) =>
    applyResolutionsSql(
      [{ touch_ids: [text], ...resolution(text) }],
      causeOf(text)
    ),
  aliasTouchesSql: (text) => aliasTouchesSql([text]),
  utmValuesSql: (text) => utmValuesSql("utm_id", text, 10),
  valueTuplesSql: (text) =>
    valueTuplesSql(
      { kind: "utm_campaign", values: [text], website_id: text },
      text,
      10
    ),
  reapplyResolutionsSql: (text) =>
    reapplyResolutionsSql(
      [{ touch_ids: [text], ...resolution(text) }],
      causeOf(text)
    ),
  restoreResolutionsSql: (text) => restoreResolutionsSql(text, causeOf(text)),
  movedBySql: (text) => movedBySql(text, text, "total"),
  assignJourneyPersonsSql: (text) => assignJourneyPersonsSql(persons(text)),
  assignPersonsSql: (text) => assignPersonsSql(persons(text)),
  assignTouchPersonsSql: (text) => assignTouchPersonsSql(persons(text)),
  assignTouchSql: (text) =>
    assignTouchSql(
      text,
      {
        ad_campaign_id: text,
        ad_set_id: text,
        ad_id: text,
      },
      causeOf(text)
    ),
  attributeConversionsSql: (text) => [
    attributeConversionsSql(scope(text), WHOLE_LOOKBACK, causeOf(text)),
    attributeConversionsSql(scope(text), PARTED_BY_PURCHASES, {
      cause: "other",
      is_reverted: true,
    }),
  ],
  attributionChangesSql: (text) =>
    attributionChangesSql(reportRequest(text), text, fx(text)),
  attributionCompareSql: (text) =>
    attributionCompareSql(creditedRequest(text, reportRequest(text))),
  attributionStatsSql: (text) =>
    attributionStatsSql(creditedRequest(text, reportRequest(text))),
  campaignCandidatesSql: (text) => campaignCandidatesSql([text], [text]),
  campaignResultsSql: (text) =>
    campaignResultsSql(reportRequest(text), fx(text)),
  campaignSpendSql: (text) => campaignSpendSql(reportRequest(text), fx(text)),
  chooseForConversionSql: (text) =>
    RULES.map((rules) =>
      chooseForConversionSql(
        text,
        { ad_campaign_id: text, ad_set_id: text, ad_id: text },
        rules
      )
    ),
  clearResolutionSql: (text) => clearResolutionSql(text, causeOf(text)),
  cohortsSql: (text) => [
    cohortsSql(reportRequest(text), AT, fx(text)),
    cohortsSql({ ...reportRequest(text), basis: "refund_date" }, AT, fx(text)),
  ],
  conversionStatsSql: (text) =>
    conversionStatsSql(reportRequest(text), "campaign", fx(text)),
  conversionCreditsSql: (text) =>
    conversionCreditsSql(text, PARTED_BY_PURCHASES, [
      { state: text, effect: 1 },
    ]),
  conversionTouchesSql: (text) =>
    RULES.map((rules) => conversionTouchesSql(text, rules)),
  journeyFunnelSql: (text) =>
    journeyFunnelSql({
      ...followed(text),
      steps: ["page_view", "purchase"],
      breakdown: "platform",
    }),
  firstPurchaseSql: (text) => firstPurchaseSql(followed(text)),
  purchaseVisitorsSql: (text) =>
    purchaseVisitorsSql({ order_ids: [text], conversion_ids: [text] }),
  personProfileSql: (text) => personProfileSql(text, 720),
  journeyDropoffSql: (text) =>
    journeyDropoffSql({
      ...followed(text),
      steps: ["page_view", "purchase"],
    }),
  journeyPathsSql: (text) =>
    PATH_DIRECTIONS.map((direction) =>
      journeyPathsSql({
        ...followed(text),
        event: "page_view",
        direction,
        max_steps: 5,
        limit: 20,
      })
    ),
  deleteAliasSql: (text) => deleteAliasSql(alias(text)),
  deleteConversionsSql: (text) => deleteConversionsSql([text]),
  deleteSnapshotConversionsSql,
  deletePurchaseClaimsSql: (text) => deletePurchaseClaimsSql([text]),
  deleteCampaignsSql: (text) => deleteCampaignsSql([campaignFact(text)]),
  deleteIdentityLinksSql: (text) => deleteIdentityLinksSql([text]),
  deleteJourneysSql: (text) => deleteJourneysSql([journeyFact(text)]),
  deleteMetricsSql: (text) => deleteMetricsSql([metricKey(text)]),
  deletePurchasesSql: (text) => deletePurchasesSql([text]),
  deleteTouchesSql: (text) => deleteTouchesSql([text]),
  deriveLinksSql: (text) => [
    deriveLinksSql("customer", persons(text)),
    deriveLinksSql("visitor", persons(text)),
  ],
  erasedKeysSql: (text) => erasedKeysSql([text]),
  erasedNamesSql: (text) =>
    erasedNamesSql(
      {
        person_id: text,
        customer_id: text,
        names: [{ kind: "email", value: text }],
      },
      3
    ),
  erasedPurchaseVisitorsSql: (text) => erasedPurchaseVisitorsSql(theirs(text)),
  eraseClaimsSql: (text) => eraseClaimsSql(theirs(text)),
  eraseConversionsSql: (text) => eraseConversionsSql(theirs(text)),
  eraseFailuresSql: (text) => eraseFailuresSql([text]),
  eraseJourneysSql: (text) => eraseJourneysSql(theirs(text)),
  eraseLinksSql: (text) =>
    eraseLinksSql([text], [{ kind: "email", value: text }]),
  eraseTouchesSql: (text) => eraseTouchesSql(theirs(text)),
  failSyncSql: (text) =>
    failSyncSql(text, { message: text, ids: [text], now: AT }),
  finishSyncSql: (text) =>
    finishSyncSql(text, { cursor: AT, rowsRead: 7, now: AT }),
  followSessionTouchesSql: (text) =>
    followSessionTouchesSql({ session_ids: [text], touch_ids: [text] }),
  goalCountersSql: (text) => goalCountersSql([text]),
  goalsByIdSql: (text) => goalsByIdSql([text]),
  insertConversionsSql: (text) =>
    RULES.map((rules) => insertConversionsSql([conversionFact(text)], rules)),
  insertPurchaseClaimsSql: (text) => insertPurchaseClaimsSql([claimFact(text)]),
  insertTouchesSql: (text) => insertTouchesSql([touchFact(text)]),
  joinPurchaseClaimsSql: (text) => joinPurchaseClaimsSql([text]),
  leadResolutionsSql: (text) => leadResolutionsSql([text], [text]),
  lockGoalsSql: (text) => lockGoalsSql([text]),
  markDuplicateStampsSql: (text) => markDuplicateStampsSql(scope(text), 720),
  markReturnsFromPayingSql: (text) => markReturnsFromPayingSql(scope(text)),
  markFirstPurchasesSql: (text) => markFirstPurchasesSql([text]),
  markSharedVisitorsSql: (text) => markSharedVisitorsSql([text], 3),
  matchImportedCampaignsSql: (text) =>
    matchImportedCampaignsSql([campaignFact(text)]),
  mergedIntoSql,
  mergedOnSql,
  mergePersonsSql: (text) => mergePersonsSql(text, text),
  mergeSubmissionsSql: (text) =>
    mergeSubmissionsSql([text], "pixel", ["lead"], 600),
  nearbyTouchesSql: (text) => nearbyTouchesSql(text, 200),
  notePlacementsSql: (text) =>
    notePlacementsSql([text], [{ order_id: text, placed_at: AT }]),
  refreshConversionsSql: (text) =>
    refreshConversionsSql([conversionFact(text)]),
  pixelHealthSql: (text) => pixelHealthSql(reportRequest(text).periods),
  renameCampaignsSql: (text) =>
    renameCampaignsSql([{ old_id: text, new_id: text }]),
  replaceAdjustmentsSql: (text) => replaceAdjustmentsSql([purchaseFact(text)]),
  replaceGoalsSql: (text) =>
    replaceGoalsSql([
      {
        id: text,
        name: text,
        conditions: { event_name: text, properties: { [text]: [text] } },
        default_value: text,
        currency: text,
        website_id: text,
      },
    ]),
  restoreSnapshotSql,
  revokeStalePersonLinksSql: (text) =>
    revokeStalePersonLinksSql([
      { person_id: text, email_hash: text, visitor_id: text },
    ]),
  sessionResolutionsSql: (text) => sessionResolutionsSql([text]),
  setRevocationSql: (text) =>
    setRevocationSql(text, { revoked_at: text, revoked_by: text }),
  settleSyncSql: (text) =>
    settleSyncSql(text, {
      cursor: AT,
      rowsRead: 7,
      failure: { message: text, ids: [text], now: AT },
    }),
  snapshotAliasSql: (text) => snapshotAliasSql(alias(text)),
  snapshotCampaignsSql: (text) => snapshotCampaignsSql([campaignFact(text)]),
  snapshotConversionsSql: (text) =>
    snapshotConversionsSql({
      keys: [text],
      order_ids: [text],
      email_hashes: [text],
      visitor_ids: [text],
      session_ids: [text],
    }),
  snapshotIdentityLinksSql: (text) => snapshotIdentityLinksSql([text]),
  snapshotJourneysSql: (text) => snapshotJourneysSql([journeyFact(text)]),
  snapshotMetricsSql: (text) => snapshotMetricsSql([metricKey(text)]),
  snapshotPurchasesSql: (text) => snapshotPurchasesSql([text]),
  snapshotTouchesSql: (text) => snapshotTouchesSql([text]),
  startSyncSql: (text) => startSyncSql(text, AT),
  admitIdentitySql: (text) => admitIdentitySql({ kind: "email", value: text }),
  refuseIdentitySql: (text) =>
    refuseIdentitySql({ kind: "email", value: text }),
  snapshotRefusalSql: (text) =>
    snapshotRefusalSql({ kind: "email", value: text }),
  linkedPersonsSql: (text) => linkedPersonsSql(text, 100),
  personKnownSql: (text) =>
    personKnownSql(text, { kind: "person", value_hash: text }),
  suppressedSql: (text) => suppressedSql([{ kind: "email", value_hash: text }]),
  suppressSql: (text) =>
    suppressSql(text, [{ kind: "email", value_hash: text }]),
  touchIdentifiersSql: (text) => touchIdentifiersSql([text]),
  trainingTransitionsSql: (text) =>
    trainingTransitionsSql(creditedRequest(text, reportRequest(text))),
  undoResolutionsSql: (text) =>
    undoResolutionsSql(
      {
        method: "name",
        former_reason: "no_match",
        touch_ids: [text],
      },
      causeOf(text)
    ),
  unlinkedEmailsSql: (text) => unlinkedEmailsSql([text]),
  unmergePersonSql,
  unresolvedValuesSql: (text) =>
    unresolvedValuesSql(reportRequest(text), fx(text), 20),
  unresolvedTuplesSql: (text) =>
    unresolvedTuplesSql(filter(text), { utm_campaign: text, id: text }, 100),
  upsertAliasSql: (text) => upsertAliasSql(alias(text)),
  upsertCampaignMetricsSql: (text) =>
    upsertCampaignMetricsSql([metricFact(text)]),
  upsertCampaignsSql: (text) => upsertCampaignsSql([campaignFact(text)]),
  upsertConversionJourneysSql: (text) =>
    upsertConversionJourneysSql({
      keys: [text],
      conversion_ids: [text],
      order_ids: [text],
      email_hashes: [text],
      customer_ids: [text],
      visitor_ids: [text],
      session_ids: [text],
      touch_ids: [text],
    }),
  upsertIdentityLinksSql: (text) =>
    upsertIdentityLinksSql([identityFact(text)]),
  upsertJourneysSql: (text) => upsertJourneysSql([journeyFact(text)]),
  upsertPurchasesSql: (text) => upsertPurchasesSql([purchaseFact(text)]),
  upsertTouchesSql: (text) => upsertTouchesSql([touchFact(text)]),
}

/** Builders of statements that are the same whatever is asked. */
const WITHOUT_VALUES = {
  activeGoalsSql,
  lockCampaignsSql,
  suggestibleCampaignsSql,
  lockBackfillsSql,
  lockLinksSql,
  momentSql,
  runningBackfillSql,
  shareLinksSql,
}

/** Builders that take times and numbers only. */
const WITHOUT_TEXTS = {
  pixelCountsSinceSql: () => pixelCountsSinceSql(AT),
  insertBackfillSql: () =>
    insertBackfillSql({ sources: ["order"], from: AT, now: AT }),
  prunePageViewsSql: () => prunePageViewsSql(AT, 100),
  pruneUnmetClaimsSql: () => pruneUnmetClaimsSql(AT, 100),
}

// Each has "qz" in it, which is in no statement of ours.
const HOSTILE = [
  "qz'; DROP TABLE conversion; --",
  'qz"; DROP TABLE conversion; --',
  "qz?",
  "??qz",
  "$1qz",
  ":qz",
  "qz\\'",
  "{{qz}}",
  "qz%s",
  "qz*/",
  "qz\0",
  "qz🌞",
]

function statements(build: (text: string) => SqlStatement | SqlStatement[]) {
  return (text: string) => [build(text)].flat()
}

function placeholders(sql: string): number {
  return sql.split("?").length - 1
}

const SQL_FOLDER = join(__dirname, "../../../src/modules/ad-planning/sql")

// Statements of other words run against a database in `modules/<word>`.
const WORDS = [
  "attribution",
  "campaigns",
  "conversions",
  "goals",
  "identity",
  "journeys",
  "reports",
  "sync",
]

/** The names of all `...Sql` functions of these words, read from their files. */
function exportedBuilders(): string[] {
  const files = readdirSync(SQL_FOLDER, { recursive: true, encoding: "utf8" })
  return files
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => WORDS.includes(file.split(/[\\/]/)[0]!))
    .flatMap((file): string[] => Object.keys(require(join(SQL_FOLDER, file))))
    .filter((name) => name.endsWith("Sql"))
}

describe("statements of src/modules/ad-planning/sql", () => {
  it("are all in this test", () => {
    const known = { ...BUILDERS, ...WITHOUT_VALUES, ...WITHOUT_TEXTS }
    const missing = exportedBuilders().filter((name) => !(name in known))
    expect(missing).toEqual([])
  })

  it.each(Object.entries(WITHOUT_TEXTS))(
    "%s has as many placeholders as values",
    (_name, build) => {
      const { sql, params } = build()
      expect(params.length).toBeGreaterThan(0)
      expect(placeholders(sql)).toBe(params.length)
    }
  )

  it.each(Object.entries(WITHOUT_VALUES))(
    "%s binds no value and asks for none",
    (_name, build) => {
      const { sql, params } = build()
      expect(params).toEqual([])
      expect(placeholders(sql)).toBe(0)
    }
  )

  describe.each(Object.entries(BUILDERS))("%s", (_name, builder) => {
    const build = statements(builder)

    it("has as many placeholders as values", () => {
      for (const { sql, params } of build("qz")) {
        expect(placeholders(sql)).toBe(params.length)
      }
    })

    it("keeps every value out of its text", () => {
      const texts = build("benign").map(({ sql }) => sql)
      for (const text of HOSTILE) {
        const built = build(text)
        expect(built.map(({ sql }) => sql)).toEqual(texts)
        expect(texts.join()).not.toContain("qz")
        expect(JSON.stringify(built)).toContain("qz")
      }
    })

    it("binds nothing but text, numbers, booleans and null", () => {
      for (const { params } of build("qz")) {
        for (const value of params) {
          expect(["string", "number", "boolean", "object"]).toContain(
            typeof value
          )
          expect(typeof value === "object" && value !== null).toBe(false)
        }
      }
    })
  })
})

function creditedRequest(text: string, request: ReportRequest) {
  return {
    request,
    group: "source" as const,
    models: ATTRIBUTION_MODELS,
    effects: [{ state: text, effect: 1 }],
    fx: fx(text),
    rules: PARTED_BY_PURCHASES,
  }
}

describe("statements with parts that come and go", () => {
  const filters = [
    {},
    { website_id: "qz" },
    { sales_channel_id: "qz", country_code: "qz" },
    { platform: "qz" },
    { website_id: "qz", platform: "qz" },
    { conversion_types: ["purchase" as const, "custom" as const] },
  ]
  const requests = REPORT_BASES.flatMap((basis) =>
    (["total", "excl_tax", "net_sales"] as const).flatMap((revenue_basis) =>
      (["campaign", "none"] as const).flatMap((group_by) =>
        filters.map((wanted) => ({
          basis,
          revenue_basis,
          group_by,
          filters: wanted,
        }))
      )
    )
  )

  it.each(requests)(
    "reports by %j have a value for each placeholder",
    (part) => {
      const request = reportRequest("qz", part)
      for (const { sql, params } of [
        campaignResultsSql(request, fx("qz")),
        campaignSpendSql(request, fx("qz")),
        ...STATS_GROUPS.map((group) =>
          attributionStatsSql({ ...creditedRequest("qz", request), group })
        ),
        ...CONVERSION_STATS_GROUPS.map((group) =>
          conversionStatsSql(request, group, fx("qz"))
        ),
      ]) {
        expect(placeholders(sql)).toBe(params.length)
        expect(sql).not.toContain("qz")
        expect(sql).not.toContain("undefined")
      }
    }
  )

  it.each([
    ["all touches", {}],
    ["a beginning", { from: "qz" }],
    ["an end", { to: "qz" }],
    ["a website", { website_id: "qz" }],
    ["an empty website", { website_id: "" }],
    ["touches", { touch_ids: ["qz"] }],
    ["orders", { order_ids: ["qz"] }],
    ["no touches at all", { touch_ids: [] }],
  ])("a filter of %s has a value for each placeholder", (_case, touches) => {
    const after = { utm_campaign: "qz", id: "qz" }
    const { sql, params } = unresolvedTuplesSql(touches, after, 10)
    expect(placeholders(sql)).toBe(params.length)
    expect(sql).not.toContain("qz")
  })

  it("the visitor's former purchase is looked up only where it parts paths", () => {
    const choice = { ad_campaign_id: "qz", ad_set_id: null, ad_id: null }
    for (const rules of RULES) {
      for (const { sql } of [
        attributeConversionsSql(scope("qz"), rules, causeOf("qz")),
        insertConversionsSql([conversionFact("qz")], rules),
        chooseForConversionSql("qz", choice, rules),
        conversionTouchesSql("qz", rules),
        conversionCreditsSql("qz", rules, []),
      ]) {
        expect(
          sql.includes(
            "FROM conversion former\n                WHERE former.visitor_id"
          )
        ).toBe(rules.stop_at_previous_purchase)
      }
    }
  })

  it("upsertConversionJourneysSql asks only for what is named, and for nothing without a name", () => {
    const one = upsertConversionJourneysSql({
      order_ids: ["qz"],
      visitor_ids: [],
    })
    expect(one.params).toEqual(['["qz"]'])
    expect(one.sql).toContain("conversion.order_id = ANY")
    expect(one.sql).not.toContain("conversion.visitor_id = ANY")
    const none = upsertConversionJourneysSql({ visitor_ids: [] })
    expect(none.params).toEqual([])
    expect(none.sql).toContain("AND (false)")
  })

  it("an empty list of touches selects none, not all", () => {
    const none = unresolvedTuplesSql({ touch_ids: [] }, FIRST_TOUCH, 10)
    const all = unresolvedTuplesSql({}, FIRST_TOUCH, 10)
    expect(none.sql).toContain("touch.order_id")
    expect(none.params).toEqual(["[]", "[]", "", "", 10])
    expect(all.sql).not.toContain("touch.order_id")
    expect(all.params).toEqual(["", "", 10])
  })

  it("failSyncSql keeps the first 500 ids of what failed", () => {
    const ids = Array.from({ length: 530 }, (_, index) => `order_${index}`)
    const { params } = failSyncSql("order", { message: "no", ids, now: AT })
    expect(params).toEqual([
      "order",
      "no",
      "2026-08-03T10:00:00.000Z",
      JSON.stringify(ids.slice(0, 500)),
    ])
  })

  it("finishSyncSql leaves the cursor alone without a new one", () => {
    const result = { cursor: null, rowsRead: 0, now: AT }
    expect(finishSyncSql("order", result).params).toEqual([
      null,
      "2026-08-03T10:00:00.000Z",
      0,
      0,
      "order",
    ])
  })

  it("matchImportedCampaignsSql asks only for campaigns without an id", () => {
    const named = campaignFact("sale")
    const known = { ...campaignFact("sale"), external_id: "2001" }
    expect(matchImportedCampaignsSql([named, known]).params).toEqual([
      JSON.stringify([named]),
    ])
  })
})
