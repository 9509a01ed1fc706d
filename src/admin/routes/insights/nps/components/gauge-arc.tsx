import { SERIES_COLOURS } from "../../../../lib/colours"

const RADIUS = 80
const WIDTH = 200
const HEIGHT = 108

interface GaugeArcProps {
  score: {
    nps: number | null
    lower: number | null
    upper: number | null
  }
  label: string
}

/** A half circle from -100 to 100: the margin as an arc, the score as a hand. */
export function GaugeArc({ score, label }: GaugeArcProps) {
  const { nps, lower, upper } = score
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path
        d={arc(-100, 100)}
        fill="none"
        stroke="var(--bg-component)"
        strokeWidth={14}
      />
      {lower !== null && upper !== null && (
        <path
          d={arc(lower, upper)}
          fill="none"
          stroke={SERIES_COLOURS.revenue}
          strokeOpacity={0.45}
          strokeWidth={14}
        />
      )}
      {nps !== null && (
        <line
          x1={WIDTH / 2}
          y1={HEIGHT - 8}
          x2={point(nps, RADIUS + 6).x}
          y2={point(nps, RADIUS + 6).y}
          stroke="var(--fg-base)"
          strokeWidth={2}
        />
      )}
    </svg>
  )
}

function arc(from: number, to: number): string {
  const [start, end] = [point(from, RADIUS), point(to, RADIUS)]
  return `M ${start.x} ${start.y} A ${RADIUS} ${RADIUS} 0 0 1 ${end.x} ${end.y}`
}

function point(score: number, radius: number) {
  const angle = Math.PI * (1 - (score + 100) / 200)
  return {
    x: WIDTH / 2 + radius * Math.cos(angle),
    y: HEIGHT - 8 - radius * Math.sin(angle),
  }
}
