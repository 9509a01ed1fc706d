import fs from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"

import {
  buildExperiments,
  buildPixel,
  experimentsSourceFile,
  pixelModule,
  pixelSourceFile,
} from "./lib/pixel.mjs"

// `npm run build:pixel`: the storefront script, as the module that its route
// sends. The result is committed; a unit test builds it again and compares.
const pixel = await buildPixel()
fs.mkdirSync(path.dirname(pixelSourceFile), { recursive: true })
fs.writeFileSync(pixelSourceFile, await pixelModule(pixel))

const { length } = gzipSync(pixel.source, { level: 9 })
console.log(`pixel.js ${pixel.version}: ${length} bytes gzipped`)

const experiments = await buildExperiments()
fs.writeFileSync(
  experimentsSourceFile,
  await pixelModule(experiments, "EXPERIMENTS")
)
const together = gzipSync(experiments.source + pixel.source, { level: 9 })
console.log(
  `pixel.js?experiments=1 ${experiments.version}: ${together.length} bytes gzipped`
)
