import { Button, CodeBlock, Container, Heading, Text } from "@medusajs/ui"
import { useHealth } from "../../../hooks/api/reports"
import { useLocale } from "../../../hooks/use-locale"
import type { SourceHealth } from "../../../lib/api-types"
import { backendUrl } from "../../../lib/client"
import { formatCount } from "../../../lib/format"

/** As in docs/storefront.md, with the address of this server. */
const snippets = () => [
  {
    label: "index.html",
    language: "html",
    hideLineNumbers: true,
    code: `<!-- On every page. With data-consent="wait" nothing is sent or stored
     before adPlanning.consent(true). -->
<script async data-website-id="shop" data-consent="wait"
  src="${backendUrl()}/web/ad-planning/pixel.js"></script>`,
  },
  {
    label: "cart.ts",
    language: "ts",
    hideLineNumbers: true,
    code: `// Where the cart is made, and when the visitor has agreed.
const stamp = window.adPlanning?.attributes?.(cart.metadata) ?? {}
await sdk.store.cart.update(cart.id, {
  metadata: { ...cart.metadata, ...stamp },
})`,
  },
]

const STEPS = ["stamp", "spend", "order"] as const

/** What to do before there is anything to see. */
export function FirstRun() {
  const { t } = useLocale()
  return (
    <Container className="flex flex-col gap-y-6">
      <div>
        <Heading level="h1">{t("firstRun.title")}</Heading>
        <Text className="text-ui-fg-subtle">{t("firstRun.subtitle")}</Text>
      </div>
      <ol className="flex flex-col gap-y-6">
        {STEPS.map((step, index) => (
          <li key={step} className="flex flex-col gap-y-2">
            <Heading level="h2">
              {`${index + 1}. ${t(`firstRun.${step}.title`)}`}
            </Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t(`firstRun.${step}.text`)}
            </Text>
            {step === "stamp" && <Snippet />}
          </li>
        ))}
      </ol>
      <Installation />
    </Container>
  )
}

function Snippet() {
  return (
    <CodeBlock snippets={snippets()}>
      <CodeBlock.Header />
      <CodeBlock.Body />
    </CodeBlock>
  )
}

/** Asks the server what has arrived so far. */
function Installation() {
  const { t } = useLocale()
  const { data, isFetching, refetch } = useHealth()
  return (
    <div className="flex flex-col items-start gap-y-3">
      <Button isLoading={isFetching} onClick={() => refetch()}>
        {t("firstRun.check")}
      </Button>
      <ul aria-live="polite">
        {data?.health.sources.map((source) => (
          <li key={source.source}>
            <Arrived source={source} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Arrived({ source }: { source: SourceHealth }) {
  const { t, locale } = useLocale()
  const name = t(`sources.${source.source}`)
  const state = source.is_present
    ? source.rows_read > 0
      ? "arrived"
      : "nothing"
    : "absent"
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t(`firstRun.${state}`, {
        name,
        rows: formatCount(source.rows_read, locale),
      })}
    </Text>
  )
}
