import { configManager } from "@medusajs/framework/config"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { rateLimit, type RateLimitRequestHandler } from "express-rate-limit"
import Redis from "ioredis"
import { RedisStore } from "rate-limit-redis"
import type { AdPlanningOptions } from "../../../modules/ad-planning/types"
import { clientKey } from "./client-address"
import { optionsOf } from "./options-of"

const SECOND_MS = 1_000

// One for each set of options, which is one for each running application.
const limiters = new WeakMap<AdPlanningOptions, RateLimitRequestHandler>()

/** Refuses an address that calls more often than the option `web.rate_limit`. */
export function limitRate(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const options = optionsOf(req)
  const limiter =
    limiters.get(options) ??
    createLimiter(options, req.scope.resolve(ContainerRegistrationKeys.LOGGER))
  limiters.set(options, limiter)
  return limiter(req, res, next)
}

function createLimiter(
  options: AdPlanningOptions,
  logger: Logger
): RateLimitRequestHandler {
  const { calls, window_seconds } = options.web.rate_limit
  return rateLimit({
    limit: calls,
    windowMs: window_seconds * SECOND_MS,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: (req) => clientKey(req, options),
    store: sharedStore(logger),
    // Without its Redis it lets everybody through.
    passOnStoreError: true,
    message: {
      type: "too_many_requests",
      message: `Too many calls: at most ${calls} in ${window_seconds} seconds`,
    },
    // The options are known with the first request, so that is when it is made;
    // and proxies are looked at by `clientKey`, not by Express.
    validate: {
      creationStack: false,
      trustProxy: false,
      xForwardedForHeader: false,
      forwardedHeader: false,
    },
  })
}

const redisValue = z.union([z.boolean(), z.number(), z.string()])
const redisReply = z.union([redisValue, z.array(redisValue)])

/** With Redis, all processes count together; without, each for itself. */
function sharedStore(logger: Logger): RedisStore | undefined {
  const url = configManager.config.projectConfig.redisUrl
  if (!url) {
    return undefined
  }
  const redis = new Redis(url, { maxRetriesPerRequest: 1 })
  redis.on("error", (error) =>
    logger.warn(`ad-planning: rate limit without Redis: ${error.message}`)
  )
  return new RedisStore({
    prefix: "ad-planning:rate:",
    sendCommand: async (command: string, ...args: string[]) =>
      redisReply.parse(await redis.call(command, ...args)),
  })
}
