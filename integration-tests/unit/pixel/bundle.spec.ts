import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"

import {
  PIXEL_SOURCE,
  PIXEL_VERSION,
} from "../../../src/api/web/ad-planning/pixel.js/pixel-source"

const ROOT = path.resolve(__dirname, "../../..")
const COMMITTED = path.join(
  ROOT,
  "src/api/web/ad-planning/pixel.js/pixel-source.ts"
)
const MAX_GZIPPED_BYTES = 4_095

describe("the storefront script", () => {
  it("is what src/pixel builds to (else: npm run build:pixel)", () => {
    // In a process of its own: jest cannot import an ES module.
    const script = `
      const { buildPixel, pixelModule } = await import(process.argv[1])
      process.stdout.write(await pixelModule(await buildPixel()))`
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
    expect(fs.readFileSync(COMMITTED, "utf8")).toBe(built)
  })

  it("is under 4 KB gzipped", () => {
    const { length } = gzipSync(PIXEL_SOURCE, { level: 9 })
    expect(length).toBeLessThanOrEqual(MAX_GZIPPED_BYTES)
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
      expect(PIXEL_SOURCE).not.toContain(since)
    }
  })
})
