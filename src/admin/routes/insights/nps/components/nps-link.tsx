import { Button, Container, Copy, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../../../../components/field"
import { useNpsLink } from "../../../../hooks/api/scores"
import { useLocale } from "../../../../hooks/use-locale"
import { backendUrl } from "../../../../lib/client"

/** Makes a link that asks the buyer of an order, to be sent by e-mail. */
export function NpsLink() {
  const { t } = useLocale()
  const [orderId, setOrderId] = useState("")
  const link = useNpsLink()
  const made = link.data?.link.url
  const url = made && new URL(made, `${backendUrl()}/`).href
  const make = () =>
    link.mutate(
      { order_id: orderId.trim() },
      {
        onError: (error) =>
          toast.error(t("nps.linkFailed"), { description: error.message }),
      }
    )
  return (
    <Container className="flex flex-col gap-y-3">
      <Heading level="h2">{t("nps.link")}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("nps.linkHint")}
      </Text>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <Field
          label={t("nps.orderId")}
          value={orderId}
          onChange={setOrderId}
          placeholder="order_…"
        />
        <Button
          size="small"
          type="submit"
          isLoading={link.isPending}
          disabled={orderId.trim() === ""}
        >
          {t("nps.makeLink")}
        </Button>
      </form>
      {url && (
        <div className="flex items-center gap-x-2" data-testid="nps-link">
          <Text size="small" className="min-w-0 break-all">
            {url}
          </Text>
          <Copy content={url} />
        </div>
      )}
    </Container>
  )
}
