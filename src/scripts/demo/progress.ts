import { Format, SingleBar } from "cli-progress"

export interface Progress {
  /** Runs a part of the work; `advance` says how many of its rows are done. */
  phase<Result>(
    name: string,
    rows: number,
    work: (advance: (rows: number) => void) => Promise<Result>
  ): Promise<Result>
  stop(): void
}

/** A bar on a terminal, else a line for every phase that is done. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barOn(stream) : linesOn(stream)
}

function barOn(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    stream,
    hideCursor: true,
    clearOnComplete: true,
    format: (options, { progress }, { name }) =>
      `${Format.BarFormat(progress, options)} ${name}`,
  })
  return {
    async phase(name, rows, work) {
      bar.start(Math.max(rows, 1), 0, { name })
      const result = await work((done) => bar.increment(done))
      bar.stop()
      return result
    },
    stop: () => bar.stop(),
  }
}

function linesOn(stream: NodeJS.WriteStream): Progress {
  return {
    async phase(name, rows, work) {
      const begun = Date.now()
      const result = await work(() => {})
      const seconds = ((Date.now() - begun) / 1_000).toFixed(1)
      stream.write(`  ${name}: ${rows} in ${seconds} s\n`)
      return result
    },
    stop: () => {},
  }
}
