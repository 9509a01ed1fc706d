import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Pages } from "../../../components/pages"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { useGoals } from "../../../hooks/api/goals"
import { useLocale } from "../../../hooks/use-locale"
import { GoalDrawer } from "./components/goal-drawer"
import { GoalModal } from "./components/goal-modal"
import { GoalTable } from "./components/goal-table"
import { PAGE_SIZE, useGoalList } from "./components/use-goal-list"

/** What visitors should do, what it is worth, and how often they did. */
export default function GoalsPage() {
  const { t } = useLocale()
  const page = useGoalList()
  const { data, error, refetch } = useGoals({
    limit: PAGE_SIZE,
    offset: page.offset,
  })
  const create = (
    <Button size="small" variant="secondary" onClick={page.create}>
      {t("goals.create")}
    </Button>
  )
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">{t("goals.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("goals.subtitle")}
          </Text>
        </div>
        {data?.count !== 0 && create}
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton />}
      {!error && data?.count === 0 && (
        <EmptyState
          title={t("goals.empty")}
          hint={t("goals.emptyHint")}
          action={create}
        />
      )}
      {!error && data && data.count > 0 && (
        <>
          <GoalTable goals={data.goals} onOpen={page.open} />
          {data.count > PAGE_SIZE && <Pages page={data} onMove={page.moveTo} />}
        </>
      )}
      <GoalModal isOpen={page.isCreating} onClose={page.close} />
      <GoalDrawer id={page.openId} onClose={page.close} />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.goals",
  translationNs: "ad-planning",
  rank: 3,
})
