/**
 * ISO 3166 codes of the countries as the invoices name them. Null where the
 * name is no single country: no address is made up.
 */
const COUNTRY_CODES: Record<string, string | null> = {
  Australia: "au",
  Austria: "at",
  Bahrain: "bh",
  Belgium: "be",
  Brazil: "br",
  Canada: "ca",
  // Jersey and Guernsey have codes of their own.
  "Channel Islands": null,
  Cyprus: "cy",
  "Czech Republic": "cz",
  Denmark: "dk",
  EIRE: "ie",
  "European Community": null,
  Finland: "fi",
  France: "fr",
  Germany: "de",
  Greece: "gr",
  "Hong Kong": "hk",
  Iceland: "is",
  Israel: "il",
  Italy: "it",
  Japan: "jp",
  Lebanon: "lb",
  Lithuania: "lt",
  Malta: "mt",
  Netherlands: "nl",
  Norway: "no",
  Poland: "pl",
  Portugal: "pt",
  RSA: "za",
  "Saudi Arabia": "sa",
  Singapore: "sg",
  Spain: "es",
  Sweden: "se",
  Switzerland: "ch",
  USA: "us",
  "United Arab Emirates": "ae",
  "United Kingdom": "gb",
  Unspecified: null,
}

/** @throws RangeError for a country that the file did not have */
export function countryCode(country: string): string | null {
  const code = COUNTRY_CODES[country]
  if (code === undefined) {
    throw new RangeError(`no ISO code is known for the country "${country}"`)
  }
  return code
}
