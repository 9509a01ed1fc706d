import { clx } from "@medusajs/ui"
import { SERIES_COLOURS } from "../lib/colours"

interface BarProps {
  /** Of the whole length: 0 to 1. */
  share: number | null
  colour?: string
  className?: string
}

/** A share as a bar. The figure it stands for is written beside it. */
export function Bar(props: BarProps) {
  const { share, colour = SERIES_COLOURS.reached, className } = props
  return (
    <span
      aria-hidden
      className={clx(
        "bg-ui-bg-component block h-3 w-full min-w-24 overflow-hidden rounded-sm",
        className
      )}
    >
      <span
        className="block h-full rounded-sm"
        style={{
          width: `${Math.min(1, share ?? 0) * 100}%`,
          // What is more than nothing is seen.
          minWidth: share ? 2 : 0,
          background: colour,
        }}
      />
    </span>
  )
}
