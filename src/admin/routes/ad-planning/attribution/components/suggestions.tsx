import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { Truncated } from "../../../../components/truncated"
import { useCreateAlias } from "../../../../hooks/api/attribution"
import { useLocale } from "../../../../hooks/use-locale"
import type {
  AliasAnswer,
  Suggestion,
  UnresolvedValue,
} from "../../../../lib/api-types"
import { formatShare } from "../../../../lib/format"
import { aliasOf } from "../../../../lib/unresolved-value"
import { useStake } from "./use-stake"

interface SuggestionsProps {
  value: UnresolvedValue
  currency: string
  onSettled: (settled: AliasAnswer) => void
}

/** Nothing is credited by a guess: each is accepted by a person or not at all. */
export function Suggestions({ value, currency, onSettled }: SuggestionsProps) {
  const { t, locale } = useLocale()
  const confirm = usePrompt()
  const stake = useStake()
  const { mutate, isPending, variables } = useCreateAlias()
  const alias = aliasOf(value)
  if (!alias) {
    return (
      <Text as="span" size="xsmall" className="text-ui-fg-subtle">
        {t("unresolved.noName")}
      </Text>
    )
  }
  const accept = async (suggestion: Suggestion) => {
    const isSure = await confirm({
      variant: "confirmation",
      title: t("unresolved.acceptTitle"),
      description: stake(value, suggestion.name, currency),
      confirmText: t("unresolved.accept"),
      cancelText: t("unresolved.cancel"),
    })
    if (isSure) {
      mutate(
        { ...alias, ad_campaign_id: suggestion.ad_campaign_id },
        {
          onSuccess: onSettled,
          onError: (error) =>
            toast.error(t("unresolved.failed"), { description: error.message }),
        }
      )
    }
  }
  return (
    <span className="flex min-w-56 flex-wrap items-center gap-1 py-1.5">
      {value.suggestions.length === 0 && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {t("unresolved.noSuggestion")}
        </Text>
      )}
      {value.suggestions.map((suggestion) => (
        <Button
          key={suggestion.ad_campaign_id}
          size="small"
          variant="secondary"
          title={t("unresolved.acceptSuggestion", {
            value: alias.value,
            name: suggestion.name,
          })}
          isLoading={
            isPending && variables.ad_campaign_id === suggestion.ad_campaign_id
          }
          onClick={() => void accept(suggestion)}
        >
          <Truncated text={suggestion.name} max={28} isInButton />
          <span className="text-ui-fg-subtle font-normal">
            {suggestion.platform}{" "}
            {formatShare(suggestion.similarity, locale, { digits: 0 })}
          </span>
        </Button>
      ))}
    </span>
  )
}
