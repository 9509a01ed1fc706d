import fs from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"

import { buildPixel, pixelModule, pixelSourceFile } from "./lib/pixel.mjs"

// `npm run build:pixel`: the storefront script, as the module that its route
// sends. The result is committed; a unit test builds it again and compares.
const pixel = await buildPixel()
fs.mkdirSync(path.dirname(pixelSourceFile), { recursive: true })
fs.writeFileSync(pixelSourceFile, await pixelModule(pixel))

const { length } = gzipSync(pixel.source, { level: 9 })
console.log(`pixel.js ${pixel.version}: ${length} bytes gzipped`)
