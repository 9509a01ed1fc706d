import { gatherIds } from "../../src/lib/gather-ids"

/** A run that ends when it is told to. */
function controlled() {
  const runs: { ids: string[]; end: () => void; fail: () => void }[] = []
  const run = (ids: string[]) =>
    new Promise<void>((resolve, reject) =>
      runs.push({
        ids,
        end: resolve,
        fail: () => reject(new Error(`failed: ${ids}`)),
      })
    )
  return { runs, run }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe("gatherIds", () => {
  it("runs at once, then together what arrived meanwhile, each once", async () => {
    const { runs, run } = controlled()
    const gather = gatherIds(run)
    const first = gather(["a"])
    await settle()
    const others = [gather(["b"]), gather(["c", "b"]), gather(["d"])]
    await settle()
    expect(runs.map(({ ids }) => ids)).toEqual([["a"]])
    runs[0]!.end()
    await first
    await settle()
    expect(runs.map(({ ids }) => ids)).toEqual([["a"], ["b", "c", "d"]])
    runs[1]!.end()
    await Promise.all(others)
    const late = gather(["e"])
    await settle()
    expect(runs[2]!.ids).toEqual(["e"])
    runs[2]!.end()
    await late
  })

  it("fails those of the run that failed, and goes on with the others", async () => {
    const { runs, run } = controlled()
    const gather = gatherIds(run)
    const failing = gather(["a"])
    await settle()
    const next = gather(["b"])
    runs[0]!.fail()
    await expect(failing).rejects.toThrow("failed: a")
    await settle()
    expect(runs[1]!.ids).toEqual(["b"])
    runs[1]!.end()
    await next
  })

  it("begins another run when one is full", async () => {
    const { runs, run } = controlled()
    const gather = gatherIds(run, 2)
    const all = [gather(["a"])]
    await settle()
    all.push(...["b", "c", "d", "e"].map((id) => gather([id])))
    for (let index = 0; index < 3; index++) {
      await settle()
      runs[index]!.end()
    }
    await Promise.all(all)
    expect(runs.map(({ ids }) => ids)).toEqual([["a"], ["b", "c"], ["d", "e"]])
  })
})
