/**
 * The built application as `medusa start` runs it, with two routes beside those
 * it has: an empty one, and the pixel's own middlewares without the write. Run
 * in the build's folder.
 */
const path = require("node:path")
const express = require("express")

async function main() {
  const app = express()
  const { default: load } = require("@medusajs/medusa/loaders/index")
  await load({ directory: process.cwd(), expressApp: app })
  const { webAdPlanningMiddlewares } = require(
    path.join(process.cwd(), "src/api/web/ad-planning/middlewares.js")
  )
  const pixel = webAdPlanningMiddlewares
    .filter(({ matcher }) => matcher === "/web/ad-planning/track-conversion")
    .flatMap(({ middlewares }) => middlewares)
  app.post("/bench/empty", (_req, res) => res.status(202).json({ accepted: 1 }))
  app.post("/bench/no-write", ...pixel, (_req, res) =>
    res.status(202).json({ accepted: 1 })
  )
  const server = app.listen(Number(process.env.PORT), "127.0.0.1", () =>
    process.send("ready")
  )
  process.on("disconnect", () => server.close(() => process.exit(0)))
}

main()
