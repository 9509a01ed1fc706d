import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { CampaignForm } from "../../../components/campaign-form"
import { Pages } from "../../../components/pages"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { useCampaignPage } from "../../../hooks/api/campaign-edits"
import { useLocale } from "../../../hooks/use-locale"
import { CampaignList } from "./components/campaign-list"

const PAGE_SIZE = 20

/** Every campaign, with what it cost and the names it had. */
export default function CampaignsPage() {
  const { t } = useLocale()
  const [offset, setOffset] = useState(0)
  const [text, setText] = useState("")
  const [isCreating, setCreating] = useState(false)
  const { data, error, refetch } = useCampaignPage({
    limit: PAGE_SIZE,
    offset,
    ...(text.trim() ? { q: text.trim() } : {}),
  })
  const search = (value: string) => {
    setText(value)
    setOffset(0)
  }
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">{t("spend.campaigns.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("spend.campaigns.subtitle")}
          </Text>
        </div>
        <div className="flex gap-x-2">
          <Input
            size="small"
            type="search"
            value={text}
            aria-label={t("spend.campaigns.search")}
            placeholder={t("spend.campaigns.search")}
            onChange={(event) => search(event.target.value)}
          />
          <Button
            size="small"
            variant="secondary"
            onClick={() => setCreating(true)}
          >
            {t("spend.campaigns.create")}
          </Button>
        </div>
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton />}
      {data?.count === 0 && (
        <EmptyState
          title={t("spend.campaigns.empty")}
          hint={t("spend.campaigns.emptyHint")}
        />
      )}
      {data && data.count > 0 && (
        <>
          <CampaignList campaigns={data.campaigns} />
          {data.count > PAGE_SIZE && <Pages page={data} onMove={setOffset} />}
        </>
      )}
      <CampaignForm
        campaign={null}
        isOpen={isCreating}
        onClose={() => setCreating(false)}
      />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "spend.campaignsMenu",
  translationNs: "ad-planning",
  rank: 4,
})
