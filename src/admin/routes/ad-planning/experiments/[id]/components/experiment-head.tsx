import { Badge, Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { ExperimentResults } from "../../../../../../modules/ad-planning/types/http/experiments"
import { CsvButton } from "../../../../../components/csv-button"
import {
  type ExperimentAnswer,
  useExperimentAction,
} from "../../../../../hooks/api/experiments"
import { useLocale } from "../../../../../hooks/use-locale"
import { DecisionBadge } from "../../components/decision-badge"
import { useSentence } from "./use-sentence"

interface HeadProps {
  experiment: ExperimentAnswer
  results: ExperimentResults | undefined
}

/** What it is, what to do, and why. */
export function ExperimentHead({ experiment, results }: HeadProps) {
  const { t } = useLocale()
  const { name, hypothesis, status, shipment } = experiment
  return (
    <Container className="flex flex-col gap-y-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-2">
            <Heading level="h1">{name}</Heading>
            <Badge size="2xsmall">{t(`experiments.statuses.${status}`)}</Badge>
            {results && (
              <Badge size="2xsmall">
                {t(
                  results.final
                    ? "experiments.detail.final"
                    : "experiments.detail.notFinal"
                )}
              </Badge>
            )}
          </div>
          {hypothesis && (
            <Text size="small" className="text-ui-fg-subtle">
              {hypothesis}
            </Text>
          )}
        </div>
        <Actions experiment={experiment} />
      </div>
      {results && <DecisionLine results={results} />}
      {shipment && (
        <Text size="small" className="text-ui-fg-subtle">
          {shipment.variant}: {shipment.reason}
        </Text>
      )}
    </Container>
  )
}

function DecisionLine({ results }: { results: ExperimentResults }) {
  const sentence = useSentence(results)
  return (
    <div className="flex flex-wrap items-center gap-2" data-testid="decision">
      <DecisionBadge decision={results.decision} />
      <Text weight="plus">{sentence}</Text>
    </div>
  )
}

function Actions({ experiment }: { experiment: ExperimentAnswer }) {
  const { t } = useLocale()
  const { id, name, status } = experiment
  const navigate = useNavigate()
  const { mutate, isPending } = useExperimentAction(id)
  const run = (action: "start" | "stop" | "copy", done: string) =>
    mutate(action, {
      onSuccess: ({ experiment: changed }) => {
        toast.success(
          t(`experiments.detail.${done}`, { name: changed.name ?? name })
        )
        if (changed.id !== id) {
          navigate(`/ad-planning/experiments/${changed.id}`)
        }
      },
      onError: (error) =>
        toast.error(t("experiments.detail.failed"), {
          description: error.message,
        }),
    })
  return (
    <div className="flex items-center gap-x-2">
      {status !== "draft" && (
        <CsvButton
          path={`/experiments/${encodeURIComponent(id)}/results`}
          query={{}}
        />
      )}
      {status === "completed" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() => run("copy", "copied")}
        >
          {t("experiments.detail.copy")}
        </Button>
      )}
      {status === "draft" && (
        <Button
          size="small"
          isLoading={isPending}
          onClick={() => run("start", "started")}
        >
          {t("experiments.detail.start")}
        </Button>
      )}
      {status === "running" && (
        <Button
          size="small"
          variant="danger"
          isLoading={isPending}
          onClick={() => run("stop", "stopped")}
        >
          {t("experiments.detail.stop")}
        </Button>
      )}
    </div>
  )
}
