import { adminHeaders } from "../../../helpers/admin-headers"
import { sql } from "../../../helpers/ad-planning"
import type { StoreContext } from "../../../helpers/test-store"

const ROOT = "/admin/ad-planning"

export const GOOGLE = [
  "Campaign report",
  '"October 1, 2026 - October 3, 2026"',
  "Campaign status,Campaign,Campaign ID,Day,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value",
  'Enabled,Lanterns - Search,31000000111,2026-10-01,GBP,"2,040.50","20,500",188,5.50,610.00',
  'Enabled,Lanterns - Search,31000000111,2026-10-02,GBP,24.34,"2,234",17,0.00,0.00',
  "Paused,Old Banner,31000000222,2026-10-01,GBP,0.00,0,0, --, --",
  'Total: Campaigns, --, --, --,GBP,"2,064.84","22,734",205,5.50,610.00',
  'Total: Account, --, --, --,GBP,"2,064.84","22,734",205,5.50,610.00',
].join("\n")

export const META = [
  "\ufeffReporting starts,Reporting ends,Campaign name,Campaign ID,Campaign delivery,Day,Results,Impressions,Amount spent (GBP),Link clicks,Purchases,Purchases conversion value",
  "2026-10-01,2026-10-03,,,,,,3400,112.7,48,3,310.5",
  '2026-10-01,2026-10-03,"Lanterns, Prospecting",120219000000000501,active,2026-10-01,4,1200,55.4,20,1,140.5',
  '2026-10-01,2026-10-03,"Lanterns, Prospecting",120219000000000501,active,2026-10-02,5,2200,57.3,28,2,170',
  "2026-10-01,2026-10-03,Quiet,120219000000000502,inactive,2026-10-03,,,0,,,",
].join("\r\n")

/** An ad's file of one row, of our own template. */
export function oneRow(currency: string, spend: number | string): string {
  return `platform,external_id,campaign,date,currency,spend,impressions,clicks\ngoogle,6661,Lamp Row,2026-10-06,${currency},${spend},1,1\n`
}

/** The admin's calls, and the tables. */
export async function spendAdmin({ api, getContainer }: StoreContext) {
  const admin = await adminHeaders(getContainer())
  const send = async (
    method: "get" | "post" | "delete",
    path: string,
    body?: unknown,
    type = "application/json"
  ) => {
    const { status, data } = await api.request({
      method,
      url: `${ROOT}${path}`,
      data: body,
      validateStatus: () => true,
      headers: { ...admin.headers, "content-type": type },
      ...(type === "application/json"
        ? {}
        : { transformRequest: [(text: unknown) => text] }),
    })
    return { status, data }
  }
  return {
    send,
    csv: (body: string | Buffer, query = "") =>
      send("post", `/spend/import${query}`, body, "text/csv"),
    preview: (body: string | Buffer, query = "") =>
      send("post", `/spend/import/preview${query}`, body, "text/csv"),
    rows: (rows: object[]) => send("post", "/spend/import", { rows }),
  }
}

/** Every campaign's day, as reports see it. */
export async function days({ getContainer }: StoreContext) {
  return await sql<Record<string, unknown>>(
    getContainer(),
    `SELECT campaign.platform, campaign.external_id, campaign.name, metric.date, metric.currency,
            metric.spend::float8 AS spend, metric.impressions::float8 AS impressions,
            metric.clicks::float8 AS clicks
       FROM ad_planning_campaign_metric metric
       JOIN ad_planning_campaign campaign ON campaign.id = metric.ad_campaign_id
      ORDER BY date, campaign.name, currency`
  )
}
