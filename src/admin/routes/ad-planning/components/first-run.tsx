import { Button, CodeBlock, Container, Heading, Text } from "@medusajs/ui"
import { useHealth } from "../../../hooks/api/reports"
import { useLocale } from "../../../hooks/use-locale"
import type { SourceHealth } from "../../../lib/api-types"
import { formatCount } from "../../../lib/format"

const SNIPPET = `// On every page, once the visitor consents: who came, and from where.
const query = new URLSearchParams(location.search)
const found = ["utm_source", "utm_medium", "utm_campaign", "utm_term",
  "utm_content", "utm_id", "gclid", "fbclid", "msclkid"]
  .flatMap((key) => query.get(key) ? [[key, query.get(key)]] : [])
if (found.length) {
  localStorage.ad_planning_touch = JSON.stringify({
    ...Object.fromEntries(found),
    touch_at: new Date().toISOString(),
  })
}
localStorage.ad_planning_visitor ??= crypto.randomUUID()

// Where the cart is made: Medusa copies its metadata to the order.
await sdk.store.cart.update(cartId, {
  metadata: {
    visitor_id: localStorage.ad_planning_visitor,
    ...JSON.parse(localStorage.ad_planning_touch ?? "{}"),
  },
})`

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
    <CodeBlock
      snippets={[
        {
          label: "storefront.ts",
          language: "js",
          code: SNIPPET,
          hideLineNumbers: true,
        },
      ]}
    >
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
