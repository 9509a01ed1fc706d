import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"
import { SERIES_COLOURS } from "../../../../lib/colours"

export interface FanPoint {
  date: string
  actual: number | null
  predicted: number | null
  /** 95 % and 80 %: from, to. */
  wide: [number, number] | null
  narrow: [number, number] | null
}

interface FanPlotProps {
  points: FanPoint[]
  valueOf: (value: number, isCompact: boolean) => string
  dayOf: (date: string, hasYear: boolean) => string
  labels: Record<"actual" | "predicted" | "wide" | "narrow", string>
}

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }

/** What was, then what is expected with its intervals around it. */
export default function FanPlot({
  points,
  valueOf,
  dayOf,
  labels,
}: FanPlotProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={points} margin={{ top: 8, right: 16, left: 8 }}>
        <CartesianGrid vertical={false} stroke="var(--border-base)" />
        <XAxis
          dataKey="date"
          tick={TICK}
          tickLine={false}
          axisLine={false}
          minTickGap={32}
          tickFormatter={(date: string) => dayOf(date, false)}
        />
        <YAxis
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={72}
          tickFormatter={(value: number) => valueOf(value, true)}
        />
        <Tooltip
          contentStyle={{
            background: "var(--bg-component)",
            border: "1px solid var(--border-base)",
            borderRadius: 8,
            color: "var(--fg-base)",
            fontSize: 12,
          }}
          labelFormatter={(date) => dayOf(`${date}`, true)}
          formatter={(value) =>
            Array.isArray(value)
              ? value.map((each) => valueOf(Number(each), false)).join(" – ")
              : valueOf(Number(value), false)
          }
        />
        {(["wide", "narrow"] as const).map((band) => (
          <Area
            key={band}
            dataKey={band}
            name={labels[band]}
            stroke="none"
            fill={SERIES_COLOURS.revenue}
            fillOpacity={band === "wide" ? 0.12 : 0.2}
            isAnimationActive={false}
          />
        ))}
        <Line
          dataKey="actual"
          name={labels.actual}
          stroke="var(--fg-base)"
          strokeWidth={1.5}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="predicted"
          name={labels.predicted}
          stroke={SERIES_COLOURS.revenue}
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}
