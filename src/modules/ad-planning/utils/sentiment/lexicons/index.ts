import { ar } from "./ar"
import { da } from "./da"
import { de } from "./de"
import { es } from "./es"
import { fr } from "./fr"
import { hi } from "./hi"
import { it } from "./it"
import { ja } from "./ja"
import { ko } from "./ko"
import { nl } from "./nl"
import { pl } from "./pl"
import { pt } from "./pt"
import { ru } from "./ru"
import { sv } from "./sv"
import { tr } from "./tr"
import type { WordList } from "./word-list"
import { zh } from "./zh"

/** Our own word lists, by ISO 639-1 code. */
export const WORD_LISTS: Record<string, WordList> = {
  ar,
  da,
  de,
  es,
  fr,
  hi,
  it,
  ja,
  ko,
  nb: da,
  nl,
  no: da,
  pl,
  pt,
  ru,
  sv,
  tr,
  zh,
}
