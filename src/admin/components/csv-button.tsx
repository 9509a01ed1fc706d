import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { fetchCsv, type Query } from "../lib/client"
import { saveFile } from "../lib/save-file"
import { useLocale } from "../hooks/use-locale"

interface CsvButtonProps {
  path: string
  query: Query
}

/** Saves the table it stands over, all of it, as CSV. */
export function CsvButton({ path, query }: CsvButtonProps) {
  const { t } = useLocale()
  const [isLoading, setLoading] = useState(false)
  const download = async () => {
    setLoading(true)
    try {
      saveFile(await fetchCsv(path, query))
    } catch (error) {
      toast.error(t("csv.failed"), {
        description: error instanceof Error ? error.message : String(error),
      })
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isLoading}
      onClick={download}
    >
      <ArrowDownTray />
      {t("csv.download")}
    </Button>
  )
}
