import { spawn } from "node:child_process"

const TAIL_LINES = 40
const POLL_MS = 200

// What `npm test` and jest leave for the programs they start. A command of this
// test runs as at a terminal: npm would take our folder for its own.
const OF_OUR_RUN =
  /^(npm_(package|lifecycle|config_local_prefix|command).*|INIT_CWD|JEST_.*|NODE_ENV|NODE_OPTIONS)$/

/** The environment of somebody's terminal, with these variables set. */
export function terminalEnvironment(
  variables: Record<string, string>
): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !OF_OUR_RUN.test(name)
  )
  return { ...Object.fromEntries(inherited), ...variables }
}

/** Runs a command to its end; one that fails is an error with its last lines. */
export function runCommand(
  file: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv }
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    child.stdout.on("data", (chunk) => (output += chunk))
    child.stderr.on("data", (chunk) => (output += chunk))
    child.once("error", reject)
    child.once("close", (code) => {
      if (code === 0) {
        resolve(output)
        return
      }
      const tail = output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n")
      const command = [file, ...args].join(" ")
      reject(new Error(`${command}: exit code ${code}\n${tail}`))
    })
  })
}

/** Asks until there is an answer. */
export async function until<Value>(
  what: string,
  probe: () => Promise<Value | undefined>,
  timeoutMs: number
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await probe()
    if (value !== undefined) {
      return value
    }
    if (Date.now() > deadline) {
      throw new Error(`not within ${timeoutMs / 1000} s: ${what}`)
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
