/** Codes in use by ISO 4217 (list one of 2024), without metals and tests. */
const CODES = new Set(
  (
    "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob bov brl bsd btn bwp " +
    "byn bzd cad cdf che chf chw clf clp cny cop cou crc cup cve czk djf dkk dop dzd egp ern etb eur " +
    "fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr iqd irr isk jmd jod jpy kes " +
    "kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr " +
    "mwk mxn mxv myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf " +
    "sar sbd scr sdg sek sgd shp sle sos srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs " +
    "uah ugx usd usn uyi uyu uyw uzs ved ves vnd vuv wst xaf xcd xcg xdr xof xpf xsu xua yer zar zmw " +
    "zwg zwl hrk"
  ).split(" ")
)

export function isCurrency(code: string): boolean {
  return CODES.has(code.toLowerCase())
}

const SIGNS: Record<string, string[]> = {
  "€": ["eur"],
  "£": ["gbp"],
  US$: ["usd"],
  USD$: ["usd"],
  C$: ["cad"],
  CA$: ["cad"],
  A$: ["aud"],
  AU$: ["aud"],
  NZ$: ["nzd"],
  HK$: ["hkd"],
  S$: ["sgd"],
  SG$: ["sgd"],
  MX$: ["mxn"],
  NT$: ["twd"],
  R$: ["brl"],
  "₹": ["inr"],
  "₩": ["krw"],
  "₺": ["try"],
  "₽": ["rub"],
  "₴": ["uah"],
  "₪": ["ils"],
  "₫": ["vnd"],
  "฿": ["thb"],
  "₱": ["php"],
  "₦": ["ngn"],
  zł: ["pln"],
  Kč: ["czk"],
  Ft: ["huf"],
  lei: ["ron"],
  Fr: ["chf"],
  SFr: ["chf"],
  // Of several countries: a person has to say which.
  $: ["usd", "cad", "aud", "nzd", "sgd", "hkd", "mxn"],
  kr: ["sek", "nok", "dkk", "isk"],
  "¥": ["jpy", "cny"],
}

/**
 * The currencies that a sign or code may mean: one, several, or none for what is no
 * sign of a currency.
 *
 * @example
 * currenciesOf("€") // ["eur"]
 * currenciesOf("kr") // ["sek", "nok", "dkk", "isk"]
 */
export function currenciesOf(sign: string): string[] {
  const text = sign.trim().replace(/\.$/, "")
  return SIGNS[text] ?? (isCurrency(text) ? [text.toLowerCase()] : [])
}
