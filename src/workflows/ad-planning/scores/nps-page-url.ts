import { configManager } from "@medusajs/framework/config"

const PAGE = "/web/ad-planning/nps"

/**
 * Where a question is answered: the shop's own page, else ours. Ours is a path where
 * the configuration does not say at which address the server is reached.
 *
 * @param page - the option `nps.page_url`
 */
export function npsPageUrl(token: string, page: string | undefined): string {
  const backend = configManager.config?.admin?.backendUrl ?? ""
  const base =
    page ?? (URL.canParse(backend) ? new URL(PAGE, backend).href : null)
  if (base === null) {
    return `${PAGE}?token=${token}`
  }
  const url = new URL(base)
  url.searchParams.set("token", token)
  return url.href
}
