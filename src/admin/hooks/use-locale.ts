import { useTranslation } from "react-i18next"

const NAMESPACE = "ad-planning"

/** Our texts, and the language to write numbers and days in. */
export function useLocale() {
  const { t, i18n } = useTranslation(NAMESPACE)
  return { t, locale: localeOf(i18n.language || "en") }
}

/** The reader's own form of the language: en-GB writes days unlike en-US. */
function localeOf(language: string): string {
  return (
    navigator.languages.find((locale) => locale.startsWith(`${language}-`)) ??
    language
  )
}
