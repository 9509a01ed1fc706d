import { configManager } from "@medusajs/framework/config"

import {
  PIXEL_SOURCE,
  PIXEL_VERSION,
} from "../../../../src/api/web/ad-planning/pixel.js/pixel-source"
import type { StoreContext } from "../../../helpers/test-store"

const PATH = "/web/ad-planning/pixel.js"
const HOUR = "public, max-age=3600"
const FOR_GOOD = "public, max-age=31536000, immutable"

export default function suite({ api }: StoreContext) {
  const get = (path: string, headers: Record<string, string> = {}) =>
    api.get(path, {
      headers: { origin: "https://anywhere.example", ...headers },
      validateStatus: () => true,
      responseType: "text",
    })

  describe(`GET ${PATH}`, () => {
    afterEach(() => jest.restoreAllMocks())

    it("is a script for every origin, for an hour", async () => {
      const { status, data, headers } = await get(PATH)
      expect([status, data]).toEqual([200, PIXEL_SOURCE])
      expect(headers).toMatchObject({
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": HOUR,
        etag: `"${PIXEL_VERSION}"`,
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
      })
      // A shared cache would hand it on.
      expect(headers).not.toHaveProperty("set-cookie")
    })

    it.each([
      ["its own version", `?v=${PIXEL_VERSION}`, FOR_GOOD],
      ["another version", "?v=00000000", HOUR],
      ["two versions", `?v=${PIXEL_VERSION}&v=1`, HOUR],
      ["no version", "?v=", HOUR],
    ])("with %s: %s", async (_case, query, expected) => {
      const { status, data, headers } = await get(`${PATH}${query}`)
      expect([status, data]).toEqual([200, PIXEL_SOURCE])
      expect(headers["cache-control"]).toBe(expected)
    })

    it("is not sent again to who has it", async () => {
      const known = { "if-none-match": `"${PIXEL_VERSION}"` }
      const same = await get(PATH, known)
      expect([same.status, same.data]).toEqual([304, ""])
      expect(same.headers).toMatchObject({
        "cache-control": HOUR,
        etag: `"${PIXEL_VERSION}"`,
      })
      const old = await get(PATH, { "if-none-match": '"00000000"' })
      expect([old.status, old.data]).toEqual([200, PIXEL_SOURCE])
    })

    it("answers HEAD", async () => {
      const { status, data, headers } = await api.head(PATH)
      expect([status, data]).toEqual([200, ""])
      expect(headers).toMatchObject({
        "content-length": `${PIXEL_SOURCE.length}`,
        etag: `"${PIXEL_VERSION}"`,
      })
    })

    it("sends no page views in a store without analytics", async () => {
      jest.replaceProperty(
        configManager.config.modules!,
        "custom_analytics",
        false
      )
      const version = `${PIXEL_VERSION}-off`
      const { data, headers } = await get(`${PATH}?v=${version}`)
      expect(data).toBe(
        `(self.adPlanning=self.adPlanning||{}).off=1;${PIXEL_SOURCE}`
      )
      expect(headers).toMatchObject({
        etag: `"${version}"`,
        "cache-control": FOR_GOOD,
      })
      // What was kept with analytics is not for good.
      const other = await get(`${PATH}?v=${PIXEL_VERSION}`)
      expect(other.headers["cache-control"]).toBe(HOUR)
    })
  })
}
