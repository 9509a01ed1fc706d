import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { adminHeaders } from "../../helpers/admin-headers"
import { sql } from "../../helpers/ad-planning"
import { HOSTILE_TEXTS } from "../../helpers/facts"

jest.setTimeout(120_000)

const row = {
  platform: "tiktok",
  campaign: "Clips",
  date: "2026-10-01",
  spend: 1,
  currency: "gbp",
}
const HEADER = "platform,campaign,date,spend,currency"
const LINE = "tiktok,Clips,2026-10-01,1,gbp"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    beforeAll(async () => {
      admin = await adminHeaders(getContainer())
    })

    const post = (body: unknown, type = "application/json") =>
      api.post("/admin/ad-planning/spend/import", body, {
        ...admin,
        headers: { ...admin.headers, "content-type": type },
      })

    describe("POST /admin/ad-planning/spend/import", () => {
      it("keeps hostile names as they are", async () => {
        const { status, data } = await post({
          rows: HOSTILE_TEXTS.map((text) => ({
            ...row,
            platform: text,
            campaign: text,
            external_id: text,
          })),
        })
        expect({ status, imported: data.imported }).toEqual({
          status: 200,
          imported: HOSTILE_TEXTS.length,
        })
        const campaigns = await sql<Record<string, string>>(
          getContainer(),
          `SELECT platform, external_id, name FROM ad_planning_campaign`
        )
        const byText = (a: string, b: string) => (a < b ? -1 : 1)
        expect(campaigns.map(({ name }) => name!).toSorted(byText)).toEqual(
          HOSTILE_TEXTS.toSorted(byText)
        )
        for (const { platform, external_id, name } of campaigns) {
          expect([platform, external_id]).toEqual([name!.toLowerCase(), name])
        }
      })

      it.each([
        ["a byte order mark", `\ufeff${HEADER}\n${LINE}\n`, "text/csv"],
        ["Windows line ends", `${HEADER}\r\n${LINE}\r\n`, "text/csv"],
        ["no last line end", `${HEADER}\n${LINE}`, "application/csv"],
        ["text/plain", `${HEADER}\n${LINE}`, "text/plain"],
        [
          "capitals, quotes and spaces",
          `Platform, Campaign ,DATE,"Spend",currency\nTikTok , "Clips", 2026-10-01, 1.00 ,GBP\n`,
          "text/csv",
        ],
        [
          "an optional column that is empty",
          `${HEADER},clicks,external_id\n${LINE},,\n`,
          "text/csv",
        ],
      ])("reads a CSV with %s", async (_case, body, type) => {
        const { status, data } = await post(body, type)
        expect({ status, data }).toEqual({
          status: 200,
          data: { imported: 1, changed: 1, campaigns_created: 1, errors: [] },
        })
        const days = await sql(
          getContainer(),
          `SELECT campaign.platform, campaign.name, campaign.external_id,
                  date, metric.currency, spend::float8 AS spend, clicks::float8 AS clicks
             FROM ad_planning_campaign_metric metric
             JOIN ad_planning_campaign campaign ON campaign.id = ad_campaign_id`
        )
        expect(days).toEqual([
          {
            ...row,
            name: "Clips",
            campaign: undefined,
            external_id: "name:clips",
            clicks: 0,
          },
        ])
      })

      it("counts a campaign once that a file names with and without its id", async () => {
        const first = await post({ rows: [{ ...row, external_id: "77" }] })
        expect(first.status).toBe(200)
        const both = await post({
          rows: [{ ...row, external_id: "77", spend: 2 }, row],
        })
        expect({ status: both.status, message: both.data.message }).toEqual({
          status: 400,
          message:
            "Nothing was imported: line 2: date repeats campaign, date and currency of line 1",
        })
      })
    })
  },
})
