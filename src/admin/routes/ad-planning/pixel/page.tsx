import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { DateRangePicker } from "../../../components/date-range-picker"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { usePixel } from "../../../hooks/api/pixel"
import { useHealth } from "../../../hooks/api/reports"
import { useDateRange } from "../../../hooks/use-date-range"
import { useLocale } from "../../../hooks/use-locale"
import { dayIn } from "../../../lib/date-range"
import { PixelDays } from "./components/pixel-days"
import { PixelFigures } from "./components/pixel-figures"
import { PixelTrend } from "./components/pixel-trend"

/** Whether the storefront's script works, and what it misses. */
export default function PixelPage() {
  const { data, error, refetch } = useHealth()
  if (error) {
    return (
      <Container>
        <ErrorState error={error} onRetry={refetch} />
      </Container>
    )
  }
  return data ? (
    <Pixel timezone={data.health.settings.timezone} />
  ) : (
    <Container aria-busy className="p-0">
      <TableSkeleton rows={16} />
    </Container>
  )
}

function Pixel({ timezone }: { timezone: string }) {
  const { t } = useLocale()
  const [range, setRange] = useDateRange(timezone)
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex max-w-[560px] flex-col gap-y-1">
          <Heading level="h1">{t("pixel.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("pixel.subtitle")}
          </Text>
        </div>
        <DateRangePicker
          state={range}
          today={dayIn(timezone, new Date())}
          timezone={timezone}
          canCompare={false}
          onChange={setRange}
        />
      </Container>
      <Loaded query={{ from: range.from, to: range.to }} />
    </div>
  )
}

function Loaded({ query }: { query: { from: string; to: string } }) {
  const { t } = useLocale()
  const { data, error, refetch } = usePixel(query)
  if (error) {
    return (
      <Container>
        <ErrorState error={error} onRetry={refetch} />
      </Container>
    )
  }
  if (!data) {
    return (
      <Container aria-busy className="p-0">
        <TableSkeleton rows={16} />
      </Container>
    )
  }
  const { accepted, duplicate, refused_calls, orders } = data.pixel.totals
  return accepted + duplicate + refused_calls + orders === 0 ? (
    <Container>
      <EmptyState title={t("pixel.empty")} hint={t("pixel.emptyHint")} />
    </Container>
  ) : (
    <>
      <PixelFigures pixel={data.pixel} />
      <PixelTrend days={data.pixel.days} />
      <PixelDays pixel={data.pixel} query={query} />
    </>
  )
}

export const config = defineRouteConfig({
  label: "menu.pixel",
  // Below all others: it is looked at when something is wrong.
  rank: 90,
  translationNs: "ad-planning",
})
