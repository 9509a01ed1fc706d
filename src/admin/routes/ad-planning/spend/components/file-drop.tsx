import { Text } from "@medusajs/ui"
import { type DragEvent, useId, useState } from "react"
import { useLocale } from "../../../../hooks/use-locale"

/** Where a file is dropped, or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useLocale()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) {
      onFile(file)
    }
  }
  return (
    <div className="px-6 pb-4">
      <label
        htmlFor={id}
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        className={`border-ui-border-strong flex cursor-pointer flex-col items-center gap-y-1 rounded-lg border border-dashed px-6 py-8 text-center ${isOver ? "bg-ui-bg-highlight" : "bg-ui-bg-subtle"}`}
      >
        <Text weight="plus">{t("spend.drop")}</Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("spend.dropHint")}
        </Text>
      </label>
      <input
        id={id}
        type="file"
        className="sr-only"
        accept=".csv,.tsv,.txt,.xlsx"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) {
            onFile(file)
          }
          event.target.value = ""
        }}
      />
    </div>
  )
}
