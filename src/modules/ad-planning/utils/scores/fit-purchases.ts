import { inverse, Matrix } from "ml-matrix"
import { type BgNbdParams, bgNbdObjective } from "./bg-nbd"
import { minimize, type Minimum, norm, type Pause } from "./minimize"
import { type NbdParams, nbdObjective } from "./nbd"
import { buyersOf, type PurchaseGroup } from "./purchase-group"

/** How purchases are foreseen. */
export type ClvMethod = "bg_nbd" | "nbd" | "formula"

/** A model needs as much history, and as many who bought again. */
export const MIN_HISTORY_WEEKS = 26
export const MIN_REPEAT_BUYERS = 200
/** 95 % of a half-and-half mixture of 0 and chi-squared(1): a = 0 is a border. */
export const DROPOUT_RATIO = 2.71

export interface FittedModel<Params> {
  params: Params
  /** Standard errors of the parameters themselves, by the delta method. */
  standard_errors: Record<string, number> | null
  log_likelihood: number
  gradient_norm: number
  is_converged: boolean
}

export interface PurchaseFit {
  method: ClvMethod
  /** Why it is not `bg_nbd`. */
  reason: "insufficient_data" | "no_dropout" | "not_converged" | null
  bg_nbd: FittedModel<BgNbdParams> | null
  nbd: FittedModel<NbdParams> | null
  /** 2 (LL of BG/NBD - LL of NBD). */
  likelihood_ratio: number | null
  history_weeks: number
  repeat_buyers: number
}

/** Fits the BG/NBD model by maximum likelihood. */
export async function fitBgNbd(
  groups: PurchaseGroup[],
  pause: Pause
): Promise<FittedModel<BgNbdParams>> {
  const age = Math.max(1, ...groups.map((group) => group.age))
  const start = [1, age / 4, 1, 2].map(Math.log)
  const found = await minimize(bgNbdObjective(groups), start, pause)
  const [r, alpha, a, b] = found.point.map(Math.exp) as [
    number,
    number,
    number,
    number,
  ]
  return fitted(found, { r, alpha, a, b }, buyersOf(groups))
}

/** Fits the NBD model by maximum likelihood. */
export async function fitNbd(
  groups: PurchaseGroup[],
  pause: Pause
): Promise<FittedModel<NbdParams>> {
  const age = Math.max(1, ...groups.map((group) => group.age))
  const start = [1, age / 4].map(Math.log)
  const found = await minimize(nbdObjective(groups), start, pause)
  const [r, alpha] = found.point.map(Math.exp) as [number, number]
  return fitted(found, { r, alpha }, buyersOf(groups))
}

/**
 * How a store's purchases are foreseen: by BG/NBD; by NBD where nothing shows that
 * customers leave; by the formula where there is too little, or no fit.
 */
export async function fitPurchases(
  groups: PurchaseGroup[],
  pause: Pause
): Promise<PurchaseFit> {
  const history_weeks = groups.reduce((most, { age }) => Math.max(most, age), 0)
  const repeat_buyers = groups.reduce(
    (sum, { repeats, count }) => sum + (repeats > 0 ? count : 0),
    0
  )
  const known = { history_weeks, repeat_buyers }
  if (history_weeks < MIN_HISTORY_WEEKS || repeat_buyers < MIN_REPEAT_BUYERS) {
    const nothing = { bg_nbd: null, nbd: null, likelihood_ratio: null }
    return {
      ...known,
      ...nothing,
      method: "formula",
      reason: "insufficient_data",
    }
  }
  const nbd = await fitNbd(groups, pause)
  const bg_nbd = await fitBgNbd(groups, pause)
  const likelihood_ratio = 2 * (bg_nbd.log_likelihood - nbd.log_likelihood)
  const fits = { ...known, bg_nbd, nbd, likelihood_ratio }
  if (nbd.is_converged && likelihood_ratio < DROPOUT_RATIO) {
    return { ...fits, method: "nbd", reason: "no_dropout" }
  }
  return bg_nbd.is_converged
    ? { ...fits, method: "bg_nbd", reason: null }
    : { ...fits, method: "formula", reason: "not_converged" }
}

function fitted<Params extends BgNbdParams | NbdParams>(
  found: Minimum,
  params: Params,
  buyers: number
): FittedModel<Params> {
  const { is_converged, hessian, gradient, value } = found
  const variances = is_converged ? inverse(new Matrix(hessian)) : null
  return {
    params,
    standard_errors:
      variances &&
      Object.fromEntries(
        Object.entries(params).map(([name, estimate], index) => [
          name,
          estimate * Math.sqrt(variances.get(index, index) / buyers),
        ])
      ),
    log_likelihood: -value * buyers,
    gradient_norm: norm(gradient),
    is_converged,
  }
}
