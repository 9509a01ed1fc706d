import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

import { projectRoot } from "./paths.mjs"
import { Problem } from "./problem.mjs"
import { delay } from "./processes.mjs"

const TAIL_LINES = 25
const STOP_TIMEOUT_MS = 8_000
const guard = path.join(projectRoot, "scripts/lib/exit-with-parent.cjs")

const running = new Set()
let isStopping = false

/**
 * Starts a Node program that stops when this process does, however that ends.
 * It gets a process group of its own: Ctrl-C then reaches only us, and we
 * decide what stops first.
 *
 * @param log - file for what it prints; without it the terminal gets that
 * @returns the child process; its `ended` tells the exit code, or in words what
 * else ended it
 */
export function startNode(args, { cwd = projectRoot, env, log }) {
  if (isStopping) {
    throw new Problem("Nothing is started any more: we are stopping.")
  }
  const output = log ? openLog(log) : "inherit"
  const child = spawn(process.execPath, ["--require", guard, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  })
  if (log) {
    fs.closeSync(output)
  }
  running.add(child)
  child.gone = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message))
    child.once("exit", (code, signal) =>
      resolve(signal ? `stopped by ${signal}` : code)
    )
  }).finally(() => running.delete(child))
  child.ended = child.gone.then(unlessStopping)
  return child
}

/**
 * Runs a Node program to its end.
 *
 * @param task - what it does, for the message: "The build"
 * @throws Problem when it fails, with the end of its log
 */
export async function runNode(task, args, options) {
  const outcome = await startNode(args, options).ended
  if (outcome !== 0) {
    throw childProblem(task, outcome, options.log)
  }
}

/** Says in one line what happened, after the end of the program's log. */
export function childProblem(task, outcome, log) {
  const how = describeEnd(outcome)
  return log
    ? new Problem(`${task} failed (${how}). Its whole log is ${log}.`, {
        details: lastLines(log),
      })
    : new Problem(`${task} failed (${how}).`)
}

export function describeEnd(outcome) {
  return typeof outcome === "number" ? `exit code ${outcome}` : outcome
}

/** Ends every program that still runs, the hard way if need be. */
export async function stopChildren() {
  isStopping = true
  await Promise.all([...running].map(stopChild))
}

async function stopChild(child) {
  signalGroup(child, "SIGTERM")
  await Promise.race([child.gone, delay(STOP_TIMEOUT_MS)])
  if (running.has(child)) {
    signalGroup(child, "SIGKILL")
    await child.gone
  }
}

/** On our way out nothing may follow the end of a program, not even a message. */
function unlessStopping(outcome) {
  return isStopping ? new Promise(() => {}) : outcome
}

/** The group, because a command of Medusa's may have started others. */
function signalGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw error
    }
  }
}

function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  return fs.openSync(file, "w")
}

function lastLines(file) {
  const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n")
  return lines.slice(-TAIL_LINES).join("\n")
}
