import { spawnSync } from "node:child_process"
import fs from "node:fs"

const PLACES = [
  process.env.CHROMIUM_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
]
const APT_TIMEOUT_MS = 240_000

/**
 * A Chromium to look at pages with; null where there is none. In a container of
 * one's own (root, Debian) it is installed.
 */
export function findChromium(): string | null {
  return installed() ?? (canInstall() && install() ? installed() : null)
}

function installed(): string | null {
  return PLACES.find((place) => place && fs.existsSync(place)) ?? null
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")
}

function install(): boolean {
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: "ignore",
      timeout: APT_TIMEOUT_MS,
    }).status === 0
  const packages = ["install", "-y", "--no-install-recommends", "chromium"]
  return apt(...packages) || (apt("update") && apt(...packages))
}
