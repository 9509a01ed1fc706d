import type { ReactNode } from "react"

interface FactsProps {
  facts: [label: string, value: ReactNode][]
}

/** What is known; a fact without a value is left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid grid-cols-2 gap-y-2">
      {facts
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="txt-small text-ui-fg-subtle">{label}</dt>
            <dd className="txt-small min-w-0 break-words tabular-nums">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  )
}
