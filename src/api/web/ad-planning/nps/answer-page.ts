import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NpsLanguage } from "./nps-page"

/** Whether the caller is a browser that shows a page, not a shop's own script. */
export function wantsPage(req: MedusaRequest): boolean {
  return req.accepts(["html", "json"]) === "html"
}

export function languageOf(req: MedusaRequest): NpsLanguage {
  return req.acceptsLanguages(["en", "de"]) === "de" ? "de" : "en"
}

/** Sends a page that no other page may frame, that is not kept and tells no referrer. */
export function sendPage(
  res: MedusaResponse,
  status: number,
  html: string
): void {
  res
    .status(status)
    .set({
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    })
    .send(html)
}
