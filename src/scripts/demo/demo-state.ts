import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import type { NotBooked } from "./plan-demo"
import { retrieveStore } from "./store"

/** How much is loaded: no orders, the newest three months, or all of them. */
export const DEMO_SIZES = ["0", "newest", "full"] as const
export type DemoSize = (typeof DEMO_SIZES)[number]
export type DemoState = DemoSize | "loading" | null

const STATE_KEY = "ad_planning_demo"

/** What env DEMO asks for; null when it is no such size. */
export function wantedSize(demo: string | undefined): DemoSize | null {
  return DEMO_SIZES.find((size) => size === (demo || "newest")) ?? null
}

/** How far the database has come, in the store's own metadata. */
export async function readState(
  container: MedusaContainer
): Promise<DemoState> {
  const state = (await retrieveStore(container)).metadata?.[STATE_KEY]
  return state === "loading"
    ? state
    : (DEMO_SIZES.find((size) => size === state) ?? null)
}

export async function writeState(
  container: MedusaContainer,
  state: Exclude<DemoState, null>
): Promise<void> {
  const { id, metadata } = await retrieveStore(container)
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id },
      update: { metadata: { ...metadata, [STATE_KEY]: state } },
    },
  })
}

export interface DemoNote {
  /** For the store API. */
  publishable_key: string
  demo: DemoSize
  loaded_at: string
  /** Credit notes of the period that are not booked, and why. */
  credit_notes_not_booked?: NotBooked
}

const NOTE = "demo.json"

export function hasNote(): boolean {
  return existsSync(join(dataFolder(), NOTE))
}

/** Keeps what people and `npm start` need of the demo; returns the file. */
export function writeNote(note: DemoNote): string {
  const folder = dataFolder()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, NOTE)
  writeFileSync(file, `${JSON.stringify(note, null, 2)}\n`)
  return file
}

function dataFolder(): string {
  return resolve(process.cwd(), process.env.AD_PLANNING_DATA_DIR || ".data")
}
