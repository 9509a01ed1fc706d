import { useLocale } from "../hooks/use-locale"
import { formatCount, formatShare } from "../lib/format"
import { Bar } from "./bar"

export interface CountBar {
  name: string
  count: number
  /** Of all rows together. */
  share: number | null
  colour?: string
}

interface CountBarsProps {
  /** Names the table for who cannot see it. */
  label: string
  /** What the rows are. */
  head: string
  rows: CountBar[]
}

/** Counts as bars and as figures: chart and table in one. */
export function CountBars({ label, head, rows }: CountBarsProps) {
  const { t, locale } = useLocale()
  const longest = Math.max(0, ...rows.map(({ share }) => share ?? 0))
  return (
    <table aria-label={label} className="txt-small w-full">
      <thead className="sr-only">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" />
          <th scope="col">{t("funnel.columns.count.label")}</th>
          <th scope="col">{t("paths.columns.share.label")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count, share, colour }) => (
          <tr key={name}>
            <th
              scope="row"
              className="text-ui-fg-subtle whitespace-nowrap py-1 pr-4 text-left font-normal"
            >
              {name}
            </th>
            <td className="w-full">
              <Bar
                share={longest ? (share ?? 0) / longest : 0}
                colour={colour}
              />
            </td>
            <td className="whitespace-nowrap pl-4 text-right tabular-nums">
              {formatCount(count, locale)}
            </td>
            <td className="text-ui-fg-subtle whitespace-nowrap pl-4 text-right tabular-nums">
              {formatShare(share, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
