import { Container } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useProfile } from "../../../../hooks/api/customers"
import { useHealth } from "../../../../hooks/api/reports"
import { useLocale } from "../../../../hooks/use-locale"
import { isNotFound } from "../../../../lib/client"
import { Crumb } from "./components/crumb"
import { ProfileHead } from "./components/profile-head"
import { ProfileSide } from "./components/profile-side"
import { Timeline } from "./components/timeline"

/** Everything the shop knows of one person. */
export default function CustomerPage() {
  const { t } = useLocale()
  const { id = "" } = useParams()
  const health = useHealth()
  const { data, error, refetch } = useProfile(id)
  if (error && isNotFound(error)) {
    return (
      <Container>
        <EmptyState
          title={t("customer.nobody")}
          hint={t("customer.nobodyHint")}
        />
      </Container>
    )
  }
  if (error ?? health.error) {
    return (
      <Container>
        <ErrorState
          error={(error ?? health.error)!}
          onRetry={() => (error ? refetch() : health.refetch())}
        />
      </Container>
    )
  }
  if (!data || !health.data) {
    return (
      <Container aria-busy className="p-0">
        <TableSkeleton rows={14} />
      </Container>
    )
  }
  const { timezone } = health.data.health.settings
  return (
    <div className="flex flex-col gap-x-4 gap-y-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_360px] xl:items-start">
      <div className="flex min-w-0 flex-col gap-y-3">
        <ProfileHead profile={data.profile} timezone={timezone} />
        <Timeline personId={id} timezone={timezone} />
      </div>
      <div className="flex min-w-0 flex-col gap-y-3">
        <ProfileSide profile={data.profile} timezone={timezone} />
      </div>
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb /> }
