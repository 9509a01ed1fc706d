import {
  HEADER_LANGUAGES,
  type HeaderLanguage,
  SPEND_FIELDS,
  type SpendField,
} from "../../types"
import {
  HEADER_NAMES,
  REPORT_PLATFORMS,
  type ReportPlatform,
  SIGNATURES,
} from "./header-names"
import { fold } from "./normalise-header"
import { SHARED_NAMES } from "./shared-names"

type Names = Partial<Record<SpendField, string>>

function split(names: string | undefined): string[] {
  return (names ?? "").split("|").filter(Boolean).map(fold)
}

/** The names of a field in one network's reports, those of all networks last. */
const FIELD_NAMES = new Map(
  [...REPORT_PLATFORMS, null].map(
    (platform) =>
      [
        platform,
        new Map(
          SPEND_FIELDS.map(
            (field) => [field, namesOf(platform, field)] as const
          )
        ),
      ] as const
  )
)

function namesOf(platform: ReportPlatform | null, field: SpendField): string[] {
  const report = platform === null ? {} : HEADER_NAMES[platform]
  return [
    ...HEADER_LANGUAGES.flatMap((language) => split(report[language]?.[field])),
    ...HEADER_LANGUAGES.flatMap((language) =>
      split(SHARED_NAMES[language][field])
    ),
  ]
}

/** Names that say a field, the one that counts first where a file has several. */
export function fieldNames(
  platform: ReportPlatform | null,
  field: SpendField
): string[] {
  return FIELD_NAMES.get(platform)!.get(field)!
}

const SIGNATURE_WORDS = new Map(
  REPORT_PLATFORMS.map(
    (platform) => [platform, new Set(split(SIGNATURES[platform]))] as const
  )
)

export const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...REPORT_PLATFORMS.flatMap((platform) =>
    SPEND_FIELDS.flatMap((field) => fieldNames(platform, field))
  ),
  ...[...SIGNATURE_WORDS.values()].flatMap((words) => [...words]),
])

const NAMES_OF_LANGUAGE = new Map(
  HEADER_LANGUAGES.map((language) => {
    const reports: (Names | undefined)[] = [
      SHARED_NAMES[language],
      ...REPORT_PLATFORMS.map((platform) => HEADER_NAMES[platform][language]),
    ]
    return [
      language,
      new Set(
        reports.flatMap((names) =>
          Object.values(names ?? {}).flatMap((list) => split(list))
        )
      ),
    ] as const
  })
)

/**
 * The language that most of these names are of; null where two have as many, as
 * for names that several languages share.
 */
export function languageOf(names: string[]): HeaderLanguage | null {
  const [best, second] = HEADER_LANGUAGES.map((language) => ({
    language,
    hits: names.filter((name) => NAMES_OF_LANGUAGE.get(language)!.has(name))
      .length,
  })).toSorted((a, b) => b.hits - a.hits)
  return best!.hits > second!.hits ? best!.language : null
}

const SIGNATURE_WEIGHT = 4

/** The network whose report has these columns; null where two fit alike. */
export function reportPlatformOf(names: string[]): ReportPlatform | null {
  const ranked = REPORT_PLATFORMS.filter((platform) => platform !== "own")
    .map((platform) => {
      const signature = SIGNATURE_WORDS.get(platform)!
      const own = new Set(
        HEADER_LANGUAGES.flatMap((language) =>
          Object.values(HEADER_NAMES[platform][language] ?? {}).flatMap(split)
        )
      )
      const signed = names.filter((name) => signature.has(name)).length
      const named = names.filter((name) => own.has(name)).length
      return { platform, signed, score: signed * SIGNATURE_WEIGHT + named }
    })
    .filter(({ signed }) => signed > 0)
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = ranked
  return best && best.score > (second?.score ?? 0) ? best.platform : null
}
