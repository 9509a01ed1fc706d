import { configManager } from "@medusajs/framework/config"
import { parseCorsOrigins } from "@medusajs/framework/utils"
import cors from "cors"
import { optionsOf } from "./options-of"
import type { MedusaRequest } from "@medusajs/framework/http"

const PREFLIGHT_SECONDS = 600

/** Lets pages of the option `web.allowed_origins` read the answers. */
export const allowOrigins = cors<MedusaRequest>((req, callback) => {
  const { allowed_origins } = optionsOf(req).web
  callback(null, {
    origin:
      allowed_origins ??
      parseCorsOrigins(configManager.config.projectConfig.http.storeCors),
    // A beacon of JSON is always sent with credentials.
    credentials: true,
    methods: ["POST"],
    // Without it the storefront script cannot read when to come back.
    exposedHeaders: ["Retry-After"],
    maxAge: PREFLIGHT_SECONDS,
  })
})
