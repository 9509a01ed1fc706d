import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useLocale } from "../../../hooks/use-locale"
import { fetchFile } from "../../../lib/client"
import { saveFile } from "../../../lib/save-file"
import { Coverage } from "./components/coverage"
import { FileDrop } from "./components/file-drop"
import { FilePreview } from "./components/file-preview"
import { ImportList } from "./components/import-list"

async function download() {
  saveFile(await fetchFile("/spend/template", "text/csv", "template.csv"))
}

/** What ads cost, from the files that networks let people download. */
export default function SpendPage() {
  const { t } = useLocale()
  const [file, setFile] = useState<File | null>(null)
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="p-0">
        <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
          <div>
            <Heading level="h1">{t("spend.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("spend.subtitle")}
            </Text>
          </div>
          <Button
            size="small"
            variant="secondary"
            onClick={() => void download()}
          >
            {t("spend.template")}
          </Button>
        </div>
        <FileDrop onFile={setFile} />
        {file && (
          <FilePreview
            key={`${file.name} ${file.size} ${file.lastModified}`}
            file={file}
            onDone={() => setFile(null)}
          />
        )}
      </Container>
      <ImportList />
      <Coverage />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "spend.menu",
  translationNs: "ad-planning",
  rank: 5,
})
