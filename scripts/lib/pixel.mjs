import { createHash } from "node:crypto"
import path from "node:path"
import { build } from "esbuild"
import { format } from "prettier"

import { projectRoot } from "./paths.mjs"

export const pixelSourceFile = path.join(
  projectRoot,
  "src/api/web/ad-planning/pixel.js/pixel-source.ts"
)

export const experimentsSourceFile = path.join(
  projectRoot,
  "src/api/web/ad-planning/pixel.js/experiments-source.ts"
)

const VERSION_LENGTH = 8
const NO_VERSION = "0".repeat(VERSION_LENGTH)

/** The storefront script as one file: its text, and a version made of that. */
export const buildPixel = () => buildScript("src/pixel/main.ts")

/** What comes before it on pages that ask for experiments. */
export const buildExperiments = () =>
  buildScript("src/pixel/experiments-main.ts")

async function buildScript(entryPoint) {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    write: false,
    target: "es2018",
    format: "iife",
    charset: "ascii",
    legalComments: "none",
    // Not that of the repository, which is for Node.
    tsconfigRaw: {},
    define: { PIXEL_VERSION: JSON.stringify(NO_VERSION) },
  })
  const draft = outputFiles[0].text.trim()
  const version = createHash("sha256")
    .update(draft)
    .digest("hex")
    .slice(0, VERSION_LENGTH)
  return { version, source: draft.replace(NO_VERSION, version) }
}

/** The module that the route sends it from. */
export function pixelModule({ version, source }, name = "PIXEL") {
  return format(
    `// Generated from src/pixel by \`npm run build:pixel\`. Do not edit.
export const ${name}_VERSION = ${JSON.stringify(version)}
export const ${name}_SOURCE =
  // prettier-ignore
  ${JSON.stringify(source)}
`,
    { parser: "typescript", semi: false, printWidth: 80, trailingComma: "es5" }
  )
}
