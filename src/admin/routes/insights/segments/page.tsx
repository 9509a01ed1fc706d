import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useLocale } from "../../../hooks/use-locale"
import { useUrlValues } from "../../../hooks/use-url-values"
import { RfmGrid } from "./components/rfm-grid"
import { SegmentDrawer } from "./components/segment-drawer"
import { SegmentList } from "./components/segment-list"
import { SegmentModal } from "./components/segment-modal"
import { TemplateMenu } from "./components/template-menu"

/** Groups of people by rules, and what they are used for. */
export default function SegmentsPage() {
  const { t } = useLocale()
  const [params, change] = useUrlValues()
  const tab = params.get("tab") === "rfm" ? "rfm" : "list"
  const editing = params.get("edit")
  const open = (id: string | null) => change({ open: id, edit: null })
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">{t("segments.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("segments.subtitle")}
          </Text>
        </div>
        <TemplateMenu
          onCreate={() => change({ edit: "new", open: null })}
          onMade={open}
        />
      </div>
      <Tabs
        value={tab}
        onValueChange={(to) => change({ tab: to === "rfm" ? to : null })}
      >
        <Tabs.List className="px-6 pb-4">
          <Tabs.Trigger value="list">{t("segments.tabs.list")}</Tabs.Trigger>
          <Tabs.Trigger value="rfm">{t("segments.tabs.rfm")}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="list">
          <SegmentList
            offset={Number(params.get("offset")) || 0}
            onMove={(to) => change({ offset: to ? `${to}` : null })}
            onOpen={open}
          />
        </Tabs.Content>
        <Tabs.Content value="rfm">
          <RfmGrid />
        </Tabs.Content>
      </Tabs>
      <SegmentDrawer
        id={params.get("open")}
        onClose={() => change({ open: null })}
        onEdit={(id) => change({ edit: id, open: null })}
        onOpen={open}
      />
      <SegmentModal
        id={editing}
        onClose={() => change({ edit: null })}
        onSaved={open}
      />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "segments.menu",
  translationNs: "ad-planning",
})
