import fc from "fast-check"
import { layoutFlow, type FlowLink } from "../../../src/admin/lib/flow"

const link = (
  position: number,
  source: string,
  target: string,
  count: number
): FlowLink => ({ position, source, target, count })

const columnOf = (flow: ReturnType<typeof layoutFlow>, key: string) =>
  flow.nodes.find((node) => node.key === key)?.column

describe("layoutFlow", () => {
  it("is empty without links", () => {
    expect(layoutFlow([], "from")).toEqual({
      columns: 1,
      height: 0,
      nodes: [],
      bands: [],
    })
  })

  it("puts what comes after the event to its right, and ends where they are", () => {
    const flow = layoutFlow(
      [
        link(0, "page_view", "(left)", 3),
        link(0, "page_view", "purchase", 1),
        link(1, "purchase", "page_view", 1),
        link(2, "page_view", "(more)", 1),
      ],
      "from"
    )
    expect(flow.columns).toBe(4)
    expect(flow.nodes.map(({ key, count }) => [key, count])).toEqual([
      ["0:page_view", 4],
      ["1:(left)", 3],
      ["1:purchase", 1],
      ["2:page_view", 1],
      ["3:(more)", 1],
    ])
  })

  it("puts what came before the event to its left, and beginnings where they are", () => {
    const flow = layoutFlow(
      [
        link(0, "(start)", "purchase", 2),
        link(0, "page_view", "purchase", 1),
        link(1, "(start)", "page_view", 1),
      ],
      "to"
    )
    expect(columnOf(flow, "2:purchase")).toBe(2)
    expect(columnOf(flow, "1:(start)")).toBe(1)
    expect(columnOf(flow, "1:page_view")).toBe(1)
    expect(columnOf(flow, "0:(start)")).toBe(0)
    expect(flow.nodes.find(({ key }) => key === "2:purchase")?.count).toBe(3)
  })

  it("keeps the order from top to bottom, ends last", () => {
    const flow = layoutFlow(
      [
        link(0, "page_view", "(left)", 5),
        link(0, "page_view", "purchase", 2),
        link(0, "page_view", "add_to_cart", 1),
      ],
      "from"
    )
    const second = flow.nodes
      .filter(({ column }) => column === 1)
      .toSorted((a, b) => a.y - b.y)
    expect(second.map(({ name }) => name)).toEqual([
      "add_to_cart",
      "purchase",
      "(left)",
    ])
  })

  it("is as high for many as for few, and shows who is nearly nobody", () => {
    const few = layoutFlow([link(0, "page_view", "(left)", 1)], "from")
    const many = layoutFlow(
      [
        link(0, "page_view", "(left)", 999_999),
        link(0, "page_view", "purchase", 1),
      ],
      "from"
    )
    expect(few.nodes[0]?.height).toBe(many.nodes[0]?.height)
    const purchase = many.nodes.find(({ name }) => name === "purchase")
    expect(purchase?.height).toBe(2)
  })

  it("lets nodes of a column and bands of a node never overlap", () => {
    const names = ["page_view", "purchase", "feedback", "(left)", "(more)"]
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            position: fc.nat(4),
            source: fc.constantFrom(...names),
            target: fc.constantFrom(...names),
            count: fc.integer({ min: 1, max: 10_000 }),
          }),
          { selector: (one) => `${one.position}${one.source}${one.target}` }
        ),
        fc.constantFrom("from", "to" as const),
        (links, direction) => {
          const { nodes, bands, height } = layoutFlow(links, direction)
          for (const node of nodes) {
            const below = nodes.filter(
              (other) => other.column === node.column && other.y > node.y
            )
            const bottom = node.y + node.height
            expect(below.every((other) => other.y > bottom)).toBe(true)
            expect(bottom).toBeLessThanOrEqual(height + 1e-6)
            const leaving = bands
              .filter(({ source }) => source === node)
              .toSorted((a, b) => a.sourceY - b.sourceY)
            leaving.forEach((band, index) => {
              const former = leaving[index - 1]
              const top = former ? former.sourceY + former.height : node.y
              expect(band.sourceY).toBeCloseTo(top, 6)
            })
          }
        }
      ),
      { seed: 7, numRuns: 200 }
    )
  })
})
