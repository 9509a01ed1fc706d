import { Drawer } from "@medusajs/ui"
import { useExplanation } from "../../hooks/api/attribution"
import { useLocale } from "../../hooks/use-locale"
import { isNotFound } from "../../lib/client"
import { EmptyState, ErrorState, TableSkeleton } from "../states"
import { ChangeHistory } from "./change-history"
import { HandChoice } from "./hand-choice"
import { LeftOutList } from "./left-out-list"
import { PathTable } from "./path-table"
import { WhyHead } from "./why-head"

interface WhyDrawerProps {
  /** A conversion's or an order's; null is closed. */
  id: string | null
  onClose: () => void
}

/** Why a conversion is credited as it is, under every model. */
export function WhyDrawer({ id, onClose }: WhyDrawerProps) {
  const { t } = useLocale()
  return (
    <Drawer open={id !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content className="sm:max-w-[940px]">
        <Drawer.Header>
          <Drawer.Title>{t("why.title")}</Drawer.Title>
          <Drawer.Description>{t("why.text")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
          {id !== null && <Why id={id} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function Why({ id }: { id: string }) {
  const { t } = useLocale()
  const { data, error, refetch } = useExplanation(id)
  if (error && isNotFound(error)) {
    return <EmptyState title={t("why.unknown")} hint={t("why.unknownHint")} />
  }
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />
  }
  if (!data) {
    return <TableSkeleton rows={10} />
  }
  const { explanation } = data
  return (
    <>
      <WhyHead explanation={explanation} />
      <PathTable explanation={explanation} />
      <LeftOutList leftOut={explanation.left_out} />
      <HandChoice
        id={id}
        choice={explanation.choice}
        isErased={explanation.conversion.erased_at !== null}
      />
      <ChangeHistory changes={explanation.changes} />
    </>
  )
}
