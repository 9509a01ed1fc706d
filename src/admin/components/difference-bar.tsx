import { SERIES_COLOURS } from "../lib/colours"

interface DifferenceBarProps {
  /** Of the longest bar: -1 to 1. */
  share: number
}

/** More to the right of the middle, less to the left; its figure is beside it. */
export function DifferenceBar({ share }: DifferenceBarProps) {
  const width = `${Math.min(1, Math.abs(share)) * 50}%`
  return (
    <span aria-hidden className="relative block h-1.5 w-16">
      <span className="bg-ui-border-strong absolute inset-y-0 left-1/2 w-px" />
      <span
        className="absolute inset-y-0 rounded-sm"
        style={
          share < 0
            ? { right: "50%", width, background: SERIES_COLOURS.less }
            : { left: "50%", width, background: SERIES_COLOURS.more }
        }
      />
    </span>
  )
}
