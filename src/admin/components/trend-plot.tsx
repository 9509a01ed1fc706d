import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"
import type { TrendBucket } from "../lib/api-types"
import { SERIES_COLOURS } from "../lib/colours"

interface TrendPlotProps {
  buckets: TrendBucket[]
  moneyOf: (amount: number, isCompact: boolean) => string
  dayOf: (date: string, hasYear: boolean) => string
  labels: { revenue: string; spend: string }
}

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }

/** Spend as bars, revenue as a line, on one axis: both are money. */
export default function TrendPlot(props: TrendPlotProps) {
  const { buckets, moneyOf, dayOf, labels } = props
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={buckets} margin={{ top: 8, right: 16, left: 8 }}>
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
          tickFormatter={(amount: number) => moneyOf(amount, true)}
        />
        <Tooltip
          cursor={{ fill: "var(--bg-base-hover)" }}
          contentStyle={{
            background: "var(--bg-component)",
            border: "1px solid var(--border-base)",
            borderRadius: 8,
            color: "var(--fg-base)",
            fontSize: 12,
          }}
          labelFormatter={(date) => dayOf(`${date}`, true)}
          formatter={(amount) => moneyOf(Number(amount), false)}
        />
        <Bar
          dataKey="spend"
          name={labels.spend}
          fill={SERIES_COLOURS.spend}
          radius={[2, 2, 0, 0]}
          isAnimationActive={false}
        />
        <Line
          dataKey="revenue"
          name={labels.revenue}
          stroke={SERIES_COLOURS.revenue}
          strokeWidth={2}
          dot={buckets.length === 1}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}
