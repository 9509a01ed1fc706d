import { Button, Text } from "@medusajs/ui"
import { useLocale } from "../hooks/use-locale"
import { formatCount } from "../lib/format"

interface PagesProps {
  page: { count: number; offset: number; limit: number }
  onMove: (offset: number) => void
}

/** Which rows are shown, and the way to the others. */
export function Pages({ page, onMove }: PagesProps) {
  const { t, locale } = useLocale()
  const { count, offset, limit } = page
  const end = Math.min(offset + limit, count)
  return (
    <div className="flex items-center justify-between px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle tabular-nums">
        {t("pages.shown", {
          from: formatCount(offset + 1, locale),
          to: formatCount(end, locale),
          total: formatCount(count, locale),
        })}
      </Text>
      <div className="flex gap-x-2">
        <Button
          size="small"
          variant="secondary"
          disabled={offset === 0}
          onClick={() => onMove(Math.max(0, offset - limit))}
        >
          {t("pages.previous")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          disabled={end >= count}
          onClick={() => onMove(offset + limit)}
        >
          {t("pages.next")}
        </Button>
      </div>
    </div>
  )
}
