import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Choice } from "../../../../../components/date-range-picker"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../../components/states"
import { TimelineEntry } from "../../../../../components/timeline-entry"
import { useTimeline } from "../../../../../hooks/api/customers"
import { useLocale } from "../../../../../hooks/use-locale"
import type { Journey } from "../../../../../lib/api-types"
import { formatDay, formatTime } from "../../../../../lib/format"
import { groupByDay } from "../../../../../lib/timeline"
import {
  FILTERS,
  useTimelineFilters,
  type TimelineFilter,
  type TimelineFilterState,
} from "./use-timeline-filters"

const PAGE_SIZE = 50
const ALL = "all"

interface TimelineProps {
  personId: string
  timezone: string
}

/** Everything somebody did, day by day. */
export function Timeline({ personId, timezone }: TimelineProps) {
  const { t } = useLocale()
  const filters = useTimelineFilters()
  const { data, error, refetch, ...pages } = useTimeline(personId, {
    ...filters.query,
    limit: PAGE_SIZE,
  })
  const journeys = data?.pages.flatMap((page) => page.journeys)
  return (
    <Container className="p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("timeline.title")}</Heading>
      </div>
      <Filters filters={filters} />
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !journeys && <TableSkeleton rows={10} />}
      {!error && journeys?.length === 0 && (
        <EmptyState
          title={t("timeline.empty")}
          hint={t(
            filters.isFiltered ? "timeline.emptyFiltered" : "timeline.emptyHint"
          )}
        />
      )}
      {!error && journeys && <Days journeys={journeys} timezone={timezone} />}
      {!error && pages.hasNextPage && (
        <div className="border-ui-border-base flex justify-center border-t px-6 py-4">
          <Button
            size="small"
            variant="secondary"
            isLoading={pages.isFetchingNextPage}
            onClick={() => pages.fetchNextPage()}
          >
            {t("timeline.more")}
          </Button>
        </div>
      )}
    </Container>
  )
}

function Filters({ filters }: { filters: TimelineFilterState }) {
  const { t } = useLocale()
  const names = {
    event_type: (value: string) => t(`events.${value}`),
    channel: (value: string) => t(`channels.${value}`),
    stage: (value: string) => t(`stages.${value}`),
  }
  return (
    <div className="flex flex-wrap items-end gap-2 px-6 pb-4">
      <Choice
        label={t("timeline.order")}
        value={filters.query.order}
        options={["-timestamp", "timestamp"]}
        textOf={(value) => t(`timeline.orders.${value}`)}
        onChange={(value) => filters.set("order", value)}
      />
      {(Object.keys(FILTERS) as TimelineFilter[]).map((key) => (
        <Choice
          key={key}
          label={t(`timeline.filters.${key}`)}
          value={filters.query[key] ?? ALL}
          options={[ALL, ...FILTERS[key]]}
          textOf={(value) =>
            value === ALL ? t("timeline.all") : names[key](value)
          }
          onChange={(value) => filters.set(key, value === ALL ? null : value)}
        />
      ))}
      {filters.isFiltered && (
        <Button size="small" variant="transparent" onClick={filters.clear}>
          {t("conversions.clear")}
        </Button>
      )}
    </div>
  )
}

interface DaysProps {
  journeys: Journey[]
  timezone: string
}

function Days({ journeys, timezone }: DaysProps) {
  const { locale } = useLocale()
  return (
    <>
      {groupByDay(journeys, timezone).map(({ day, journeys: ofDay }) => (
        <section
          key={day}
          className="border-ui-border-base flex flex-col gap-y-3 border-t px-6 py-4"
        >
          <Text
            as="span"
            size="small"
            weight="plus"
            className="text-ui-fg-subtle"
          >
            {formatDay(day, locale)}
          </Text>
          <ul className="flex flex-col gap-y-4">
            {ofDay.map((journey) => (
              <li key={journey.id}>
                <TimelineEntry
                  journey={journey}
                  time={formatTime(journey.timestamp, locale, timezone)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
