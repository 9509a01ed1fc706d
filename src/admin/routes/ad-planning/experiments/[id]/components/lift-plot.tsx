import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"
import type { SeriesPoint } from "../../../../../../modules/ad-planning/types/http/experiments"
import { SERIES_COLOURS } from "../../../../../lib/colours"

interface LiftPlotProps {
  points: SeriesPoint[]
  liftOf: (lift: number | null) => string
  dayOf: (date: string) => string
  label: string
}

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }
/** Wider is no answer yet, and would hide what comes later. */
const WIDEST = 1

/** The lift as a line, its interval as a band, and where there is none. */
export default function LiftPlot(props: LiftPlotProps) {
  const { points, liftOf, dayOf, label } = props
  const data = points.map((point) => ({
    ...point,
    band:
      point.lower === null || point.upper === null
        ? null
        : [Math.max(-WIDEST, point.lower), Math.min(WIDEST, point.upper)],
  }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={{ top: 8, right: 16, left: 8 }}>
        <CartesianGrid vertical={false} stroke="var(--border-base)" />
        <XAxis
          dataKey="date"
          tick={TICK}
          tickLine={false}
          axisLine={false}
          minTickGap={32}
          tickFormatter={dayOf}
        />
        <YAxis
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={72}
          tickFormatter={(lift: number) => liftOf(lift)}
        />
        <Tooltip
          contentStyle={{
            background: "var(--bg-component)",
            border: "1px solid var(--border-base)",
            borderRadius: 8,
            color: "var(--fg-base)",
            fontSize: 12,
          }}
          labelFormatter={(date) => dayOf(`${date}`)}
          formatter={(value) =>
            Array.isArray(value)
              ? value.map((bound) => liftOf(Number(bound))).join(" … ")
              : liftOf(Number(value))
          }
        />
        <ReferenceLine y={0} stroke="var(--fg-muted)" />
        <Area
          dataKey="band"
          name={label}
          stroke="none"
          fill={SERIES_COLOURS.revenue}
          fillOpacity={0.2}
          isAnimationActive={false}
        />
        <Line
          dataKey="lift"
          name={label}
          stroke={SERIES_COLOURS.revenue}
          strokeWidth={2}
          dot={points.length === 1}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}
