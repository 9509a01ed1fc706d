import { useLocale } from "../../../../../hooks/use-locale"

/** What the page is called in the way to it. */
export function Crumb() {
  const { t } = useLocale()
  return <>{t("experiments.title")}</>
}
