import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import type { ExperimentResults } from "../../../../../../modules/ad-planning/types/http/experiments"
import {
  type ExperimentAnswer,
  useExperimentResults,
} from "../../../../../hooks/api/experiments"
import { useLocale } from "../../../../../hooks/use-locale"

interface SnippetProps {
  experiment: ExperimentAnswer
  results: ExperimentResults | undefined
}

/** What the storefront needs, and whether anything of it arrives. */
export function Snippet({ experiment, results }: SnippetProps) {
  const { t } = useLocale()
  const { id, key, website_id, variants, status } = experiment
  const control = variants.find(({ is_control }) => is_control)
  const { refetch, isFetching } = useExperimentResults(id, false)
  const code = `<script>window.adPlanning = window.adPlanning || { q: [] }</script>
<script async src="${location.origin}/web/ad-planning/pixel.js?experiments=1"
  data-website-id="${website_id ?? "your-website"}"></script>
<script>
  adPlanning.q.push(function (a) {
    a.ready(function () {
      document.documentElement.dataset.variant =
        a.variant("${key}", "${control?.key ?? ""}")
    })
  })
</script>`
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    toast.success(t("experiments.snippet.copied"))
  }
  return (
    <Container className="flex flex-col gap-y-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <Heading level="h2">{t("experiments.snippet.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("experiments.snippet.text")}
          </Text>
        </div>
        <div className="flex gap-x-2">
          <Button size="small" variant="secondary" onClick={copy}>
            {t("experiments.snippet.copy")}
          </Button>
          {status !== "draft" && (
            <Button
              size="small"
              variant="secondary"
              isLoading={isFetching}
              onClick={() => refetch()}
            >
              {t("experiments.snippet.check")}
            </Button>
          )}
        </div>
      </div>
      <pre className="bg-ui-bg-subtle txt-small overflow-x-auto rounded-md p-4 font-mono">
        {code}
      </pre>
      {results && (
        <Text size="small" aria-live="polite">
          {results.exposed > 0
            ? t("experiments.snippet.arrived", {
                count: results.exposed,
              })
            : t("experiments.snippet.none")}
        </Text>
      )}
    </Container>
  )
}
