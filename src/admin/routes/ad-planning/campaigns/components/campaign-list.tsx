import { Button, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { CampaignForm } from "../../../../components/campaign-form"
import {
  useDeleteCampaign,
  useUnmergeCampaign,
} from "../../../../hooks/api/campaign-edits"
import { useLocale } from "../../../../hooks/use-locale"
import type { CampaignRow } from "../../../../lib/spend-types"
import { FeeDrawer } from "./fee-drawer"
import { MergeDrawer } from "./merge-drawer"

const COLUMNS = ["name", "platform", "status", "spend", "lastClick"] as const

type Open = { kind: "edit" | "merge" | "fee"; campaign: CampaignRow } | null

/** Campaigns, each with what can be done to it. */
export function CampaignList({ campaigns }: { campaigns: CampaignRow[] }) {
  const { t } = useLocale()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const of = (kind: "edit" | "merge" | "fee") =>
    open?.kind === kind ? open.campaign : null
  return (
    <>
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              {COLUMNS.map((column) => (
                <Table.HeaderCell key={column}>
                  {t(`spend.campaigns.${column}`)}
                </Table.HeaderCell>
              ))}
              <Table.HeaderCell />
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {campaigns.map((campaign) => (
              <Row
                key={campaign.id}
                campaign={campaign}
                onOpen={(kind) => setOpen({ kind, campaign })}
              />
            ))}
          </Table.Body>
        </Table>
      </div>
      <CampaignForm
        campaign={of("edit")}
        isOpen={of("edit") !== null}
        onClose={close}
      />
      <MergeDrawer campaign={of("merge")} onClose={close} />
      <FeeDrawer campaign={of("fee")} onClose={close} />
    </>
  )
}

function fail(error: Error) {
  toast.error(error.message)
}

interface RowProps {
  campaign: CampaignRow
  onOpen: (kind: "edit" | "merge" | "fee") => void
}

function Row({ campaign, onOpen }: RowProps) {
  const { t, locale } = useLocale()
  const remove = useDeleteCampaign()
  const part = useUnmergeCampaign()
  const { name, former_names, merged } = campaign
  return (
    <Table.Row>
      <Table.Cell>
        {name}
        {former_names.length > 0 && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("spend.campaigns.formerNames", {
              names: former_names.map((former) => former.name).join(", "),
            })}
          </Text>
        )}
        {merged.map((other) => (
          <Text
            key={other.merge_id}
            size="xsmall"
            className="text-ui-fg-subtle"
          >
            {t("spend.campaigns.contains", { name: other.name })}{" "}
            <button
              type="button"
              className="text-ui-fg-interactive"
              onClick={() =>
                part.mutate(other.campaign_id, {
                  onSuccess: () => toast.success(t("spend.campaigns.unmerged")),
                  onError: fail,
                })
              }
            >
              {t("spend.campaigns.unmerge")}
            </button>
          </Text>
        ))}
      </Table.Cell>
      <Table.Cell>{campaign.platform}</Table.Cell>
      <Table.Cell>{campaign.status}</Table.Cell>
      <Table.Cell className="tabular-nums">
        {campaign.spend
          .map(({ spend, currency }) => `${spend} ${currency.toUpperCase()}`)
          .join(", ")}
      </Table.Cell>
      <Table.Cell>
        {campaign.last_click_at &&
          new Date(campaign.last_click_at).toLocaleDateString(locale)}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap text-right">
        {(["edit", "merge", "fee"] as const).map((kind) => (
          <Button
            key={kind}
            size="small"
            variant="transparent"
            onClick={() => onOpen(kind)}
          >
            {t(`spend.campaigns.${kind}`)}
          </Button>
        ))}
        <Button
          size="small"
          variant="transparent"
          isLoading={remove.isPending}
          onClick={() =>
            remove.mutate(campaign.id, {
              onSuccess: () =>
                toast.success(t("spend.campaigns.deleted", { name })),
              onError: fail,
            })
          }
        >
          {t("spend.campaigns.delete")}
        </Button>
      </Table.Cell>
    </Table.Row>
  )
}
