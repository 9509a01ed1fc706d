import { adPlanning } from "../../../helpers/ad-planning"
import {
  campaignFact,
  HOSTILE_TEXTS,
  identityFact,
  metricFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { OUR_TABLES, readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const { money: MONEY } = purchaseFact("order")

/** A fact as its row has it in JSON. */
function stored(fact: object): object {
  return Object.fromEntries(
    Object.entries(fact).map(([column, value]) => [
      column,
      value instanceof Date
        ? value.toISOString().replace(".000Z", "+00:00")
        : value,
    ])
  )
}

export default function suite({ getContainer }: StoreContext) {
  const service = () => adPlanning(getContainer())

  describe("text survives as it is, in every column", () => {
    it.each(HOSTILE_TEXTS)("%j", async (text) => {
      const touch = touchFact(`session ${text}`, {
        touch_key: `session:session ${text}`,
        analytics_session_id: text,
        visitor_id: text,
        website_id: text,
        utm_source: text,
        utm_medium: text,
        utm_campaign: text,
        utm_term: text,
        utm_content: text,
        utm_id: text,
        landing_page: text,
        referrer: text,
        click_ids: { gclid: text },
        other_campaigns: [text],
      })
      const stamp = {
        ...touch,
        touch_key: `order:${text}`,
        source: "order" as const,
        session_id: null,
        order_id: text,
      }
      const adjustment = {
        source_type: "credit_line" as const,
        source_id: text,
        amount: "-1",
        tax_amount: "0",
        shipping_amount: "0",
        occurred_at: new Date("2026-10-03T12:00:00Z"),
      }
      const purchase = purchaseFact(text, {
        customer_id: text,
        email_hash: text,
        visitor_id: text,
        session_id: text,
        website_id: text,
        sales_channel_id: text,
        country_code: text,
        currency: text,
        order_date: text,
        fx: { currency: text, rate: "1" },
        utm: {
          utm_source: text,
          utm_medium: text,
          utm_campaign: text,
          utm_term: text,
          utm_content: text,
          utm_id: null,
        },
        money: { ...MONEY, adjustments: [adjustment] },
        touch: stamp,
      })
      const campaign = campaignFact(text, text, {
        platform: text,
        external_id: text,
        normalised_name: text,
        status: text,
        currency: text,
        account_id: text,
      })
      await service().campaigns.syncCampaigns([campaign])
      await service().campaigns.syncCampaignMetrics([
        metricFact(text, text, { currency: text }),
      ])
      await service().identity.syncIdentityLinks([
        identityFact("visitor", text, text, { source: text }),
      ])
      await service().purchases.notePlacements([text], [])
      await service().touches.syncTouches([touch], [])
      await service().purchases.syncPurchases([purchase], [])
      const { id } = await service().touches.retrieveTouchOfSession(
        `session ${text}`
      )
      await service().resolutions.assignTouch(
        id,
        { ad_campaign_id: text, ad_set_id: text, ad_id: text },
        {
          kind: "utm_campaign",
          normalised_value: text,
          website_id: text,
          ad_campaign_id: text,
          created_by: text,
        }
      )
      await service().sync.failSync(text, {
        message: text,
        ids: [text],
        now: new Date(),
      })

      const choice = { ad_campaign_id: text, ad_set_id: text, ad_id: text }
      const {
        touch: _touch,
        money: _money,
        fx: _fx,
        utm,
        ...columns
      } = purchase
      const { utm_id: _utmId, ...utmColumns } = utm
      const { order_date: _orderDate, ...conversion } = columns
      const written = await readTables(getContainer(), OUR_TABLES)
      expect(written).toMatchObject({
        campaign_attribution: expect.arrayContaining([
          expect.objectContaining(stored({ ...touch, ...choice })),
          expect.objectContaining(stored(stamp)),
        ]),
        conversion: [
          stored({
            ...conversion,
            ...utmColumns,
            fx_currency: text,
            fx_date: text,
          }),
        ],
        ad_planning_conversion_adjustment: [
          { source_id: text, currency: text },
        ],
        ad_planning_campaign: [stored(campaign)],
        ad_planning_campaign_metric: [
          { ad_campaign_id: text, date: text, currency: text },
        ],
        ad_planning_campaign_alias: [
          {
            normalised_value: text,
            website_id: text,
            ad_campaign_id: text,
            created_by: text,
          },
        ],
        ad_planning_identity_link: [
          { value: text, person_id: text, source: text },
        ],
        ad_planning_order_placement: [{ order_id: text }],
        ad_planning_sync_cursor: [
          { name: text, last_error: text, failed_ids: [text] },
        ],
      })

      const snapshot = await service().purchases.snapshotPurchases([text])
      await service().purchases.restorePurchases([text], snapshot)
      expect(await readTables(getContainer(), OUR_TABLES)).toEqual(written)
    })
  })
}
