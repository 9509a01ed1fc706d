import { readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import {
  orderTouch,
  sessionTouch,
} from "../../../src/modules/ad-planning/utils/attribution-resolver"
import { touchOf } from "../../../src/pixel/touch"
import { RULES } from "./helpers/touches"

// Addresses that people reported of other tools, with the campaign a person would read.
const { campaigns, cases } = z
  .object({
    campaigns: z.array(
      z.object({
        platform: z.string(),
        campaign: z.string(),
        external_id: z.string(),
      })
    ),
    cases: z.array(z.tuple([z.string(), z.string(), z.string()])),
  })
  .parse(
    JSON.parse(readFileSync(join(__dirname, "fixtures/addresses.json"), "utf8"))
  )

const at = new Date("2026-11-30T10:00:00Z")

describe("an address, as a person would read it", () => {
  it.each(cases)("%s", (_name, address, expected) => {
    const href = `https://shop.example${address}`
    const { search, hash } = new URL(href)
    const stamp = orderTouch(
      {
        id: "o",
        metadata: touchOf({ href, referrer: "", at: +at }),
        placed_at: at,
      },
      RULES
    )
    const session = sessionTouch(
      {
        id: "as",
        session_id: "s",
        visitor_id: "v",
        website_id: "site",
        started_at: at,
        entry_page: "/",
        referrer: null,
        utm_source: null,
        utm_medium: null,
        utm_campaign: null,
        utm_term: null,
        utm_content: null,
        page_views: [
          { query_string: search + hash, referrer: null, host: "shop.example" },
        ],
      },
      RULES
    )
    const { external_id } = campaigns.find(
      ({ campaign }) => campaign === expected
    )!
    for (const touch of [stamp, session]) {
      expect([expected, external_id]).toContain(
        touch?.utm_campaign ?? touch?.utm_id
      )
      expect(touch).toMatchObject({
        channel_group: "Paid Search",
        platform: "google",
        is_paid: true,
      })
    }
  })
})
