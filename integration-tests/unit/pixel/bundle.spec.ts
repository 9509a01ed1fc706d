import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"

import { EXPERIMENTS_SOURCE } from "../../../src/api/web/ad-planning/pixel.js/experiments-source"
import {
  PIXEL_SOURCE,
  PIXEL_VERSION,
} from "../../../src/api/web/ad-planning/pixel.js/pixel-source"

const ROOT = path.resolve(__dirname, "../../..")
const COMMITTED = path.join(ROOT, "src/api/web/ad-planning/pixel.js")
const MAX_GZIPPED_BYTES = 4_095

describe("the storefront script", () => {
  // In a process of its own: jest cannot import an ES module.
  it.each([
    ["the script", "buildPixel", "PIXEL", "pixel-source.ts"],
    [
      "its experiments",
      "buildExperiments",
      "EXPERIMENTS",
      "experiments-source.ts",
    ],
  ])(
    "is, as %s, what src/pixel builds to (else: npm run build:pixel)",
    (_name, build, constant, file) => {
      const script = `
      const scripts = await import(process.argv[1])
      const built = await scripts.${build}()
      process.stdout.write(await scripts.pixelModule(built, "${constant}"))`
      const built = execFileSync(
        process.execPath,
        [
          "--input-type=module",
          "--eval",
          script,
          pathToFileURL(path.join(ROOT, "scripts/lib/pixel.mjs")).href,
        ],
        { encoding: "utf8" }
      )
      expect(fs.readFileSync(path.join(COMMITTED, file), "utf8")).toBe(built)
    }
  )

  it("is under 4 KB gzipped", () => {
    const { length } = gzipSync(PIXEL_SOURCE, { level: 9 })
    expect(length).toBeLessThanOrEqual(MAX_GZIPPED_BYTES)
  })

  it("needs less than 1 KB more, gzipped, on pages with experiments", () => {
    const sizeOf = (text: string) => gzipSync(text, { level: 9 }).length
    const both = sizeOf(EXPERIMENTS_SOURCE + PIXEL_SOURCE)
    expect(both - sizeOf(PIXEL_SOURCE)).toBeLessThan(1_024)
  })

  it("knows its version, and nothing of this machine", () => {
    expect(PIXEL_VERSION).toMatch(/^[0-9a-f]{8}$/)
    expect(PIXEL_SOURCE.split(PIXEL_VERSION)).toHaveLength(2)
    expect(PIXEL_SOURCE).not.toContain(ROOT)
    expect(PIXEL_SOURCE).not.toContain("0".repeat(8))
  })

  it("is written for browsers of 2018", () => {
    // What esbuild would have had to leave: they are no syntax.
    for (const since of ["?.", "??", "Object.fromEntries", ".at(", "flatMap"]) {
      expect(EXPERIMENTS_SOURCE + PIXEL_SOURCE).not.toContain(since)
    }
  })
})
