import { createHmac } from "node:crypto"
import type { IncomingMessage } from "node:http"
import { ipKeyGenerator } from "express-rate-limit"
import proxyAddr from "proxy-addr"
import type { AdPlanningOptions } from "../../../modules/ad-planning/types"

/**
 * A key for the address that calls, as far as the trusted proxies say it: a
 * keyed hash, so that no address is kept anywhere. The addresses of one IPv6
 * network are one.
 */
export function clientKey(
  req: IncomingMessage,
  { secret, web }: Pick<AdPlanningOptions, "secret" | "web">
): string {
  const { trusted_proxies: trusted } = web
  const address = proxyAddr(
    req,
    typeof trusted === "number"
      ? (_address, index) => index < trusted
      : proxyAddr.compile(trusted)
  )
  return createHmac("sha256", secret)
    .update(ipKeyGenerator(withoutPort(address)))
    .digest("base64url")
}

/** Some proxies write the port behind the address: `203.0.113.7:51234`. */
function withoutPort(address: string): string {
  const [, ip] =
    /^(?:\[([^\]]+)\]|([\d.]+)):\d+$/.exec(address)?.filter(Boolean) ?? []
  return ip ?? address
}
