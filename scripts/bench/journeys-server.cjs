/**
 * The built application as `medusa start` runs it, with an empty admin route
 * beside those it has; says how many statements there were when it is asked. Run
 * in the build's folder.
 */
const express = require("express")
const { authenticate } = require("@medusajs/framework/http")
const { generateJwtToken } = require("@medusajs/framework/utils")
const pg = require("pg")
const { answer } = require("./answer.cjs")

let statements = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function (...args) {
  statements += 1
  return query.apply(this, args)
}

async function main() {
  const app = express()
  const { default: load } = require("@medusajs/medusa/loaders/index")
  await load({ directory: process.cwd(), expressApp: app })
  app.get("/admin/bench/empty", authenticate("user", ["bearer"]), (_req, res) =>
    res.json({})
  )
  answer({
    /** How many statements there were since it was asked last. */
    async statements() {
      const count = statements
      statements = 0
      return count
    },
  })
  const token = generateJwtToken(
    { actor_id: "user_bench", actor_type: "user", auth_identity_id: "bench" },
    { secret: process.env.JWT_SECRET, expiresIn: "1h" }
  )
  const server = app.listen(Number(process.env.PORT), "127.0.0.1", () =>
    process.send({ token })
  )
  process.on("disconnect", () => server.close(() => process.exit(0)))
}

main()
