import {
  Button,
  Container,
  Heading,
  Table,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"
import { useState } from "react"
import { Pages } from "../../../../components/pages"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useSpendImports, useTakeBackImport } from "../../../../hooks/api/spend"
import { useLocale } from "../../../../hooks/use-locale"
import type { SpendImport } from "../../../../lib/spend-types"

const PAGE_SIZE = 10

/** Every import, and the way to take it back. */
export function ImportList() {
  const { t } = useLocale()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useSpendImports({ limit: PAGE_SIZE, offset })
  return (
    <Container className="p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("spend.imports")}
      </Heading>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={3} />}
      {data?.count === 0 && (
        <EmptyState
          title={t("spend.noImports")}
          hint={t("spend.noImportsHint")}
        />
      )}
      {data && data.count > 0 && (
        <>
          <Table>
            <Table.Body>
              {data.imports.map((row) => (
                <ImportRow key={row.id} row={row} />
              ))}
            </Table.Body>
          </Table>
          {data.count > PAGE_SIZE && <Pages page={data} onMove={setOffset} />}
        </>
      )}
    </Container>
  )
}

function ImportRow({ row }: { row: SpendImport }) {
  const { t, locale } = useLocale()
  const prompt = usePrompt()
  const { mutate, isPending } = useTakeBackImport()
  const name = row.file_name ?? t("spend.byApi")
  const takeBack = async () => {
    const isSure = await prompt({
      title: t("spend.takeBackTitle"),
      description: t("spend.takeBackText", { name }),
      confirmText: t("spend.takeBack"),
      cancelText: t("spend.cancel"),
    })
    if (isSure) {
      mutate(row.id, {
        onSuccess: () => toast.success(t("spend.takenBack", { name })),
        onError: (error) => toast.error(error.message),
      })
    }
  }
  return (
    <Table.Row>
      <Table.Cell>
        {name}
        <Text size="xsmall" className="text-ui-fg-subtle">
          {new Date(row.imported_at).toLocaleString(locale)}
        </Text>
      </Table.Cell>
      <Table.Cell>{row.platform}</Table.Cell>
      <Table.Cell>
        {row.from_date} – {row.to_date}
      </Table.Cell>
      <Table.Cell className="tabular-nums">
        {row.spend
          .map(({ spend, currency }) => `${spend} ${currency.toUpperCase()}`)
          .join(", ")}
      </Table.Cell>
      <Table.Cell className="text-right">
        {row.undone_at ? (
          <Text size="small" className="text-ui-fg-subtle">
            {t("spend.undone")}
          </Text>
        ) : (
          <Button
            size="small"
            variant="transparent"
            isLoading={isPending}
            onClick={() => void takeBack()}
          >
            {t("spend.takeBack")}
          </Button>
        )}
      </Table.Cell>
    </Table.Row>
  )
}
