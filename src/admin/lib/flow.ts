import { JOURNEY_EVENT_TYPES } from "../../modules/ad-planning/types/enums"
import type { PathDirection } from "../../modules/ad-planning/types/journeys"

/** How many went from one thing to the next; 0 is at the event. */
export interface FlowLink {
  position: number
  source: string
  target: string
  count: number
}

export interface FlowNode {
  key: string
  /** From the left, 0 is the first. */
  column: number
  name: string
  count: number
  y: number
  height: number
}

export interface FlowBand {
  key: string
  source: FlowNode
  target: FlowNode
  count: number
  sourceY: number
  targetY: number
  height: number
}

export interface Flow {
  columns: number
  height: number
  nodes: FlowNode[]
  bands: FlowBand[]
}

/** Pixels of all who are followed together. */
const TOTAL_HEIGHT = 280
/** Room for a node's name, however few it is. */
const GAP = 22
const MIN_HEIGHT = 2

/** From the top: on the way to a purchase, what comes after it, the ends. */
const ORDER: readonly string[] = [
  "page_view",
  "social_engage",
  "form_submit",
  "lead_capture",
  "add_to_cart",
  "begin_checkout",
  "purchase",
  ...JOURNEY_EVENT_TYPES,
]

/**
 * Where each step and each band of a flow stands, from top to bottom in the same
 * order in every column. A general Sankey would move what nobody comes to, or
 * goes on from, to the first or the last column, away from when it happened.
 */
export function layoutFlow(links: FlowLink[], direction: PathDirection): Flow {
  const columns = Math.max(-1, ...links.map(({ position }) => position)) + 2
  const columnOf = (position: number) =>
    direction === "from" ? position : columns - 2 - position
  const total = sumOf(links.filter(({ position }) => position === 0))
  const heightOf = (count: number) =>
    Math.max(MIN_HEIGHT, (count / Math.max(1, total)) * TOTAL_HEIGHT)

  const nodes = new Map<string, FlowNode>()
  const nodeOf = (column: number, name: string) => {
    const key = `${column}:${name}`
    const node = nodes.get(key) ?? {
      key,
      column,
      name,
      count: 0,
      y: 0,
      height: 0,
    }
    nodes.set(key, node)
    return node
  }
  const bands = links.map(({ position, source, target, count }) => {
    const column = columnOf(position)
    return {
      key: `${column}:${source}:${target}`,
      source: nodeOf(column, source),
      target: nodeOf(column + 1, target),
      count,
      sourceY: 0,
      targetY: 0,
      height: (count / Math.max(1, total)) * TOTAL_HEIGHT,
    }
  })
  for (const node of nodes.values()) {
    node.count = Math.max(
      sumOf(bands.filter(({ source }) => source === node)),
      sumOf(bands.filter(({ target }) => target === node))
    )
    node.height = heightOf(node.count)
  }
  const height = stack([...nodes.values()], columns)
  attach(bands)
  return { columns, height, nodes: [...nodes.values()], bands }
}

/** Puts the nodes of each column below each other; returns the tallest's height. */
function stack(nodes: FlowNode[], columns: number): number {
  const bottoms = Array.from({ length: columns }, () => 0)
  for (const node of nodes.toSorted(byOrder)) {
    node.y = bottoms[node.column] ?? 0
    bottoms[node.column] = node.y + node.height + GAP
  }
  return Math.max(0, ...bottoms.map((bottom) => bottom - GAP))
}

/** Bands leave and reach a node in the order of what is at their other end. */
function attach(bands: FlowBand[]): void {
  const used = {
    source: new Map<FlowNode, number>(),
    target: new Map<FlowNode, number>(),
  }
  const place = (end: "source" | "target", band: FlowBand) => {
    const offset = used[end].get(band[end]) ?? 0
    used[end].set(band[end], offset + band.height)
    return band[end].y + offset
  }
  for (const band of bands.toSorted((a, b) => byOrder(a.target, b.target))) {
    band.sourceY = place("source", band)
  }
  for (const band of bands.toSorted((a, b) => byOrder(a.source, b.source))) {
    band.targetY = place("target", band)
  }
}

function byOrder(a: FlowNode, b: FlowNode): number {
  return rankOf(a.name) - rankOf(b.name) || (a.name < b.name ? -1 : 1)
}

function rankOf(name: string): number {
  const index = ORDER.indexOf(name)
  return index < 0 ? ORDER.length : index
}

function sumOf(rows: { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}
