import {
  Button,
  FocusModal,
  Heading,
  InlineTip,
  Text,
  toast,
} from "@medusajs/ui"
import { useState } from "react"
import {
  useCreateExperiment,
  useSampleSize,
} from "../../../../hooks/api/experiments"
import { useLocale } from "../../../../hooks/use-locale"
import {
  bodyOf,
  methodOf,
  metricOf,
  NEW_EXPERIMENT,
  shareOf,
  variantNames,
} from "../lib/experiment-draft"
import { ExperimentFields } from "./experiment-fields"
import { PlannedSize } from "./planned-size"

const FORM = "create-experiment"

interface WizardProps {
  isOpen: boolean
  onClose: () => void
}

/** Makes a draft: what, where, by which metric, and how long it will take. */
export function ExperimentWizard({ isOpen, onClose }: WizardProps) {
  return (
    <FocusModal open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        {isOpen && <NewExperiment onClose={onClose} />}
      </FocusModal.Content>
    </FocusModal>
  )
}

function NewExperiment({ onClose }: { onClose: () => void }) {
  const { t } = useLocale()
  const [draft, setDraft] = useState(NEW_EXPERIMENT)
  const { mutate, error, isPending } = useCreateExperiment()
  const size = useSampleSize({
    metric: metricOf(draft),
    variants: Math.min(10, Math.max(2, variantNames(draft).length)),
    coverage: Math.min(1, shareOf(draft.coverage) ?? 1),
    minimum_detectable_effect: shareOf(draft.effect) ?? 0.1,
    decision_method: methodOf(draft),
  })
  const planned = size.data?.sample_size
  const save = () =>
    mutate(bodyOf(draft, planned?.visitors ?? null), {
      onSuccess: ({ experiment }) => {
        toast.success(
          t("experiments.wizard.created", { name: experiment.name })
        )
        onClose()
      },
    })
  return (
    <>
      <FocusModal.Header />
      <FocusModal.Body className="overflow-y-auto">
        <form
          id={FORM}
          className="mx-auto flex w-full max-w-[640px] flex-col gap-y-8 px-6 py-12"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <div>
            <FocusModal.Title asChild>
              <Heading>{t("experiments.wizard.title")}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle">
                {t("experiments.wizard.text")}
              </Text>
            </FocusModal.Description>
          </div>
          {error && (
            <InlineTip
              variant="error"
              label={t("experiments.wizard.failed")}
              role="alert"
            >
              {error.message}
            </InlineTip>
          )}
          <ExperimentFields draft={draft} onChange={setDraft} />
          <PlannedSize size={planned} />
        </form>
      </FocusModal.Body>
      <FocusModal.Footer>
        <Button size="small" variant="secondary" onClick={onClose}>
          {t("experiments.wizard.cancel")}
        </Button>
        <Button size="small" type="submit" form={FORM} isLoading={isPending}>
          {t("experiments.wizard.save")}
        </Button>
      </FocusModal.Footer>
    </>
  )
}
