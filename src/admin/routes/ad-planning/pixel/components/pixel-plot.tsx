import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"
import type { PixelDay } from "../../../../lib/api-types"
import { SERIES_COLOURS } from "../../../../lib/colours"

interface PixelPlotProps {
  days: PixelDay[]
  series: "accepted" | "orders"
  label: string
  countOf: (count: number) => string
  dayOf: (date: string, hasYear: boolean) => string
}

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }

/** One count per day; pointing at a day points at it in every plot. */
export default function PixelPlot(props: PixelPlotProps) {
  const { days, series, label, countOf, dayOf } = props
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={days}
        syncId="pixel"
        margin={{ top: 8, right: 16, left: 8 }}
      >
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
          allowDecimals={false}
          tickFormatter={countOf}
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
          formatter={(count) => countOf(Number(count))}
        />
        <Bar
          dataKey={series}
          name={label}
          fill={SERIES_COLOURS[series]}
          radius={[2, 2, 0, 0]}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
