import { Tooltip } from "@medusajs/ui"

interface TruncatedProps {
  text: string
  /** Longer texts are cut, and whole in a tooltip. */
  max?: number
  /** Then the button takes the focus, not the text. */
  isInButton?: boolean
}

/** A name that may be very long. */
export function Truncated({ text, max = 36, isInButton }: TruncatedProps) {
  if (text.length <= max) {
    return <span>{text}</span>
  }
  return (
    <Tooltip content={<span className="break-all">{text}</span>} maxWidth={360}>
      <span
        tabIndex={isInButton ? undefined : 0}
      >{`${text.slice(0, max - 1)}…`}</span>
    </Tooltip>
  )
}
