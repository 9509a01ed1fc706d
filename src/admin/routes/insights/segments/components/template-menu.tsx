import { Button, DropdownMenu, Text, toast } from "@medusajs/ui"
import { useTemplate, useTemplates } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"

interface TemplateMenuProps {
  onCreate: () => void
  onMade: (id: string) => void
}

/** Begins a segment with rules of one's own, or makes a common one. */
export function TemplateMenu({ onCreate, onMade }: TemplateMenuProps) {
  const { t } = useLocale()
  const { data } = useTemplates()
  const { mutate, isPending } = useTemplate()
  const make = (template: string) =>
    mutate(
      { template },
      {
        onSuccess: ({ segment }) => onMade(segment.id),
        onError: (error) => toast.error(error.message),
      }
    )
  const templates = data?.templates.filter(({ needs }) => needs === null) ?? []
  return (
    <div className="flex gap-x-2">
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <Button size="small" variant="secondary" isLoading={isPending}>
            {t("segments.fromTemplate")}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end" className="max-h-96 overflow-y-auto">
          {templates.map(({ id }) => (
            <DropdownMenu.Item key={id} onClick={() => make(id)}>
              <div className="max-w-[320px] whitespace-normal">
                <Text size="small">{t(`segments.templates.${id}.name`)}</Text>
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {t(`segments.templates.${id}.text`)}
                </Text>
              </div>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
      <Button size="small" onClick={onCreate}>
        {t("segments.create")}
      </Button>
    </div>
  )
}
