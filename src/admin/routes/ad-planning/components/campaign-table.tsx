import { Container, Heading, Text } from "@medusajs/ui"
import { CsvButton } from "../../../components/csv-button"
import { SortableTable } from "../../../components/sortable-table"
import { EmptyState, TableSkeleton } from "../../../components/states"
import { useLocale } from "../../../hooks/use-locale"
import { useUrlValue } from "../../../hooks/use-url-value"
import type { RoiAnswer } from "../../../lib/api-types"
import type { ReportQuery } from "../../../../api/utils/report-params"
import { campaignColumns } from "./campaign-columns"
import { LinkDrawer } from "./link-drawer"

const PATH = "/dashboard/roi"

interface CampaignTableProps {
  report: RoiAnswer | undefined
  query: ReportQuery
}

/** What each campaign cost and earned, and how sure that is. */
export function CampaignTable({ report, query }: CampaignTableProps) {
  const { t, locale } = useLocale()
  const [openId, setOpenId] = useUrlValue("link")
  return (
    <Container className="p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h2">{t("campaigns.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("campaigns.subtitle")}
          </Text>
        </div>
        <CsvButton path={PATH} query={query} />
      </div>
      {report ? (
        <Campaigns
          report={report}
          columns={campaignColumns(t, locale, report.currency, setOpenId)}
        />
      ) : (
        <TableSkeleton rows={10} />
      )}
      <LinkDrawer
        campaign={report?.roi.find(
          (row) => openId !== null && row.ad_campaign_id === openId
        )}
        onClose={() => setOpenId(null)}
      />
    </Container>
  )
}

interface CampaignsProps {
  report: RoiAnswer
  columns: ReturnType<typeof campaignColumns>
}

function Campaigns({ report, columns }: CampaignsProps) {
  const { t } = useLocale()
  const campaigns = report.roi.filter((row) => row.ad_campaign_id !== null)
  const remainder = report.roi.filter((row) => row.ad_campaign_id === null)
  return (
    <>
      {campaigns.length === 0 && (
        <EmptyState
          title={t("campaigns.empty")}
          hint={t("campaigns.emptyHint")}
        />
      )}
      <SortableTable
        label={t("campaigns.title")}
        columns={columns}
        rows={campaigns}
        footer={remainder}
        rowKey={(row) => row.ad_campaign_id ?? row.name}
      />
      <Text size="xsmall" className="text-ui-fg-subtle px-6 py-3">
        {t("campaigns.method")}
      </Text>
    </>
  )
}
