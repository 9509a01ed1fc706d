import { useMemo, useRef, useState, type MouseEvent } from "react"
import { useLocale } from "../../../../hooks/use-locale"
import { useWidth } from "../../../../hooks/use-width"
import type { PathsAnswer } from "../../../../lib/api-types"
import { eventColour } from "../../../../lib/colours"
import { layoutFlow, type FlowBand, type FlowNode } from "../../../../lib/flow"
import { formatCount, formatShare } from "../../../../lib/format"
import { useNodeName } from "./use-node-name"

const NODE_WIDTH = 8
const MIN_COLUMN = 132
/** Of the last column's names, to the right of it. */
const NAME_WIDTH = 132
const PADDING = 12
/** About as wide as what pointing at something says. */
const HINT_WIDTH = 240

interface Hint {
  text: string
  left: number
  top: number
}

/** All paths as bands, as wide as there are people on them. */
export function PathFlow({ paths }: { paths: PathsAnswer }) {
  const { links, direction, total, event } = paths
  const { t, locale } = useLocale()
  const nameOf = useNodeName()
  const [box, width] = useWidth<HTMLDivElement>()
  const chart = useRef<HTMLDivElement>(null)
  const [hint, setHint] = useState<Hint>()
  const flow = useMemo(() => layoutFlow(links, direction), [links, direction])
  const column = Math.max(
    MIN_COLUMN,
    (width - NAME_WIDTH) / Math.max(1, flow.columns - 1)
  )
  const chartWidth = (flow.columns - 1) * column + NAME_WIDTH
  const xOf = (node: FlowNode) => node.column * column
  const figures = (count: number) =>
    `${formatCount(count, locale)} (${formatShare(count / total, locale)})`
  const point = (text: string) => ({
    onMouseMove: ({ clientX, clientY }: MouseEvent) => {
      const { left, top } = chart.current!.getBoundingClientRect()
      setHint({ text, left: clientX - left, top: clientY - top })
    },
    onMouseLeave: () => setHint(undefined),
  })
  return (
    <div
      ref={box}
      tabIndex={0}
      role="img"
      aria-label={t(`paths.summary.${direction}`, {
        total: formatCount(total, locale),
        name: nameOf(event),
      })}
      className="focus-visible:shadow-borders-focus mx-6 overflow-x-auto outline-none"
    >
      <div ref={chart} className="relative">
        <svg
          width={chartWidth}
          height={flow.height + 2 * PADDING}
          className="block"
        >
          <g transform={`translate(0 ${PADDING})`}>
            {flow.bands.map((band) => (
              <path
                key={band.key}
                d={outline(band, xOf)}
                fill={eventColour(band.source.name)}
                className="opacity-20 transition-opacity hover:opacity-50"
                {...point(
                  `${nameOf(band.source.name)} → ${nameOf(band.target.name)}: ${figures(band.count)}`
                )}
              />
            ))}
            {flow.nodes.map((node) => (
              <g
                key={node.key}
                {...point(`${nameOf(node.name)}: ${figures(node.count)}`)}
              >
                <rect
                  x={xOf(node)}
                  y={node.y}
                  width={NODE_WIDTH}
                  height={node.height}
                  rx={2}
                  fill={eventColour(node.name)}
                />
                <text
                  x={xOf(node) + NODE_WIDTH + 6}
                  y={node.y + node.height / 2}
                  dominantBaseline="central"
                  fontSize={12}
                  fill="var(--fg-base)"
                >
                  {nameOf(node.name)}
                  <tspan fill="var(--fg-subtle)" dx={6}>
                    {formatShare(node.count / total, locale)}
                  </tspan>
                </text>
              </g>
            ))}
          </g>
        </svg>
        {hint && (
          <div
            className="bg-ui-bg-component border-ui-border-base txt-compact-xsmall pointer-events-none absolute z-10 whitespace-nowrap rounded-lg border px-2 py-1"
            style={{
              left: Math.max(0, Math.min(hint.left, chartWidth - HINT_WIDTH)),
              top: hint.top + 16,
            }}
          >
            {hint.text}
          </div>
        )}
      </div>
    </div>
  )
}

/** The outline of a band, from one node's right edge to the other's left. */
function outline(band: FlowBand, xOf: (node: FlowNode) => number): string {
  const { source, target, sourceY, targetY, height } = band
  const [left, right] = [xOf(source) + NODE_WIDTH, xOf(target)]
  const middle = (left + right) / 2
  return [
    `M${left} ${sourceY}`,
    `C${middle} ${sourceY} ${middle} ${targetY} ${right} ${targetY}`,
    `V${targetY + height}`,
    `C${middle} ${targetY + height} ${middle} ${sourceY + height} ${left} ${sourceY + height}`,
    "Z",
  ].join("")
}
