import { Container, Text } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import {
  useExperiment,
  useExperimentResults,
} from "../../../../hooks/api/experiments"
import { useLocale } from "../../../../hooks/use-locale"
import { isNotFound } from "../../../../lib/client"
import { Crumb } from "./components/crumb"
import { ExperimentHead } from "./components/experiment-head"
import { LiftOverTime } from "./components/lift-over-time"
import { MetricDetails } from "./components/metric-details"
import { ResultFigures } from "./components/result-figures"
import { Snippet } from "./components/snippet"

/** What one experiment says, read in ten seconds; the details are below. */
export default function ExperimentPage() {
  const { t } = useLocale()
  const { id = "" } = useParams()
  const { data, error, refetch } = useExperiment(id)
  const isStarted =
    data?.experiment !== undefined && data.experiment.status !== "draft"
  const results = useExperimentResults(id, isStarted)
  if (error && isNotFound(error)) {
    return (
      <Container>
        <EmptyState
          title={t("experiments.detail.gone")}
          hint={t("experiments.detail.goneHint")}
        />
      </Container>
    )
  }
  const failed = error ?? results.error
  if (failed) {
    return (
      <Container>
        <ErrorState
          error={failed}
          onRetry={() => (error ? refetch() : results.refetch())}
        />
      </Container>
    )
  }
  if (!data || (isStarted && !results.data)) {
    return (
      <Container aria-busy className="p-0">
        <TableSkeleton rows={14} />
      </Container>
    )
  }
  const told = results.data?.results
  return (
    <div className="flex flex-col gap-y-3">
      <ExperimentHead experiment={data.experiment} results={told} />
      {told ? (
        <>
          <ResultFigures results={told} />
          <LiftOverTime results={told} />
          <MetricDetails results={told} />
        </>
      ) : (
        <Container>
          <Text size="small">{t("experiments.detail.draft")}</Text>
        </Container>
      )}
      <Snippet experiment={data.experiment} results={told} />
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb /> }
