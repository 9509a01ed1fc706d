import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface WhySectionProps {
  title: string
  text?: string
  children: ReactNode
}

export function WhySection({ title, text, children }: WhySectionProps) {
  return (
    <section className="flex flex-col gap-y-3">
      <div>
        <Heading level="h3">{title}</Heading>
        {text && (
          <Text size="small" className="text-ui-fg-subtle">
            {text}
          </Text>
        )}
      </div>
      {children}
    </section>
  )
}

export function Muted({ children }: { children: ReactNode }) {
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {children}
    </Text>
  )
}
