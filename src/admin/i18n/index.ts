import atRiskDe from "./json/de/at-risk.json"
import commonDe from "./json/de/common.json"
import customersDe from "./json/de/customers.json"
import experimentsDe from "./json/de/experiments.json"
import forecastsDe from "./json/de/forecasts.json"
import npsDe from "./json/de/nps.json"
import segmentsDe from "./json/de/segments.json"
import sentimentDe from "./json/de/sentiment.json"
import spendDe from "./json/de/spend.json"
import atRiskEn from "./json/en/at-risk.json"
import commonEn from "./json/en/common.json"
import customersEn from "./json/en/customers.json"
import experimentsEn from "./json/en/experiments.json"
import forecastsEn from "./json/en/forecasts.json"
import npsEn from "./json/en/nps.json"
import segmentsEn from "./json/en/segments.json"
import sentimentEn from "./json/en/sentiment.json"
import spendEn from "./json/en/spend.json"

/** Every text, by capability; `common` has what several pages show. */
export const de = {
  ...atRiskDe,
  ...commonDe,
  ...customersDe,
  ...experimentsDe,
  ...forecastsDe,
  ...npsDe,
  ...segmentsDe,
  ...sentimentDe,
  ...spendDe,
}

export const en = {
  ...atRiskEn,
  ...commonEn,
  ...customersEn,
  ...experimentsEn,
  ...forecastsEn,
  ...npsEn,
  ...segmentsEn,
  ...sentimentEn,
  ...spendEn,
}

// Under a namespace of our own: no host's text has the same key.
export default {
  de: { "ad-planning": de },
  en: { "ad-planning": en },
}
