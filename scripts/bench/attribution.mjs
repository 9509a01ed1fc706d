import { withClient } from "../lib/databases.mjs"
import { report } from "../lib/report.mjs"
import {
  ask,
  prepareDatabase,
  startServer,
  stopServer,
} from "./application.mjs"
import { median, printTable, ratio } from "./figures.mjs"

const PORT = 9_128
// One turn varies by a tenth or more, which is more than time decay is from its target.
const TURNS = 9
// Learning takes seconds each time, and has no target.
const TURNS_OF_LEARNING = 3
const TURNS_OF_WRITING = 5
const HEAP_MB = 192
const CONVERSIONS = 100_000
const TOUCHES_PER_CONVERSION = 3
const CAMPAIGNS = 50
const DAYS = 90
const DAY_MS = 86_400_000
const TO = "2026-11-01T00:00:00.000Z"
const ASKING = 100_000
// Distinct values of utm_campaign that ask; a third of them is no campaign's name.
const ASKED_NAMES = 300
const MODELS = [
  "last_touch",
  "first_touch",
  "linear",
  "time_decay",
  "position_based",
  "data_driven",
]
const GROUPS = [
  "campaign",
  "platform",
  "channel_group",
  "source",
  "ad_set",
  "ad",
  "landing_page",
  "buyer",
]

/**
 * 100,000 purchases with 300,000 touches in 90 days: the models by every grouping
 * against one plain scan of the joined period, with a tenth of the rows first; then
 * 100,000 touches that ask for their campaign, against one plain UPDATE.
 */
export async function benchAttribution({ connection }) {
  const url = await prepareDatabase(connection)
  const worker = await startServer("attribution-tasks.cjs", {
    url,
    port: PORT,
    flags: [`--max-old-space-size=${HEAP_MB}`],
  })
  await seedCampaigns(url)
  await seedPaths(url, "a tenth of the paths", 1, CONVERSIONS / 10)
  const small = await measureReports(worker, ["campaign"])
  await seedPaths(url, "the rest", CONVERSIONS / 10 + 1, CONVERSIONS)
  const large = await measureReports(worker, GROUPS)
  const resolve = await measureResolve(worker, url)
  const heap_mb = await ask(worker, "heap")
  await stopServer(worker)
  return show({ small, large, resolve, heap_mb })
}

async function seedCampaigns(url) {
  await withClient(url, (client) => client.query(CAMPAIGN_ROWS, [CAMPAIGNS]))
}

const CAMPAIGN_ROWS = `
  INSERT INTO ad_planning_campaign (id, platform, external_id, name, normalised_name)
  SELECT 'campaign_' || number, 'meta', 'meta-' || number, 'Campaign ' || number, 'campaign ' || number
    FROM generate_series(0, $1::int - 1) AS number`

async function seedPaths(url, name, from, until) {
  const done = report(`Writing ${name}`)
  await withClient(url, async (client) => {
    const first = [from, until, TO, DAYS]
    await client.query(TOUCHES, [...first, CAMPAIGNS, TOUCHES_PER_CONVERSION])
    await client.query(PURCHASES, first)
    await client.query("VACUUM ANALYZE campaign_attribution")
    await client.query("VACUUM ANALYZE conversion")
  })
  done(`Wrote ${name}`)
}

// Every fifth buyer buys twice. A purchase has three touches in its lookback, and
// those of the buyer's other purchase where they are near.
const PATH = `
  path AS (
    SELECT number, number - (number % 5 = 0)::int AS visitor,
           $3::timestamptz - make_interval(secs =>
             (hashint8extended(number, 1) & 2147483647) / 2147483648.0 * $4::int * 86400) AS converted_at
      FROM generate_series($1::int, $2::int) AS number
  )`

const TOUCHES = `
  WITH ${PATH},
  touch AS (
    SELECT path.*, number * $6::int + place AS touch_number, place,
           (hashint8extended(number * $6::int + place, 2) & 2147483647) % 100 AS kind,
           (hashint8extended(number * $6::int + place, 3) & 2147483647) % $5::int AS campaign,
           converted_at - make_interval(secs =>
             (hashint8extended(number * $6::int + place, 4) & 2147483647) / 2147483648.0 * 29 * 86400)
             AS started_at
      FROM path CROSS JOIN generate_series(0, $6::int - 1) AS place
  )
  INSERT INTO campaign_attribution
         (id, touch_key, source, session_id, visitor_id, person_id, website_id, started_at,
          utm_source, utm_medium, utm_campaign, click_ids, landing_page, channel_group, platform,
          is_paid, claims_campaign, ad_campaign_id, ad_set_id, ad_id, is_resolved, resolution_method,
          unresolved_reason, resolved_at)
  SELECT 'attr_' || touch_number, 'session:s' || touch_number, 'session', 's' || touch_number,
         'visitor-' || visitor, 'person_' || visitor, 'shop', started_at,
         CASE WHEN kind < 80 THEN 'facebook' ELSE 'google' END,
         CASE WHEN kind < 70 THEN 'cpc' ELSE 'organic' END,
         CASE WHEN kind < 70 THEN 'Campaign ' || campaign WHEN kind < 75 THEN 'Other ' || campaign END,
         '{}', 'https://shop.example/products/' || campaign,
         CASE WHEN kind < 70 THEN 'Paid Social' WHEN kind < 80 THEN 'Organic Social' ELSE 'Organic Search' END,
         CASE WHEN kind < 80 THEN 'meta' ELSE 'google' END, kind < 70, kind < 75,
         CASE WHEN kind < 70 THEN 'campaign_' || campaign END,
         CASE WHEN kind < 70 THEN 'set_' || campaign * 3 + place END,
         CASE WHEN kind < 70 THEN 'ad_' || campaign * 9 + touch_number % 9 END,
         kind < 70, CASE WHEN kind < 70 THEN 'name' END,
         CASE WHEN kind >= 75 THEN 'not_claimed' WHEN kind >= 70 THEN 'no_match' END, now()
    FROM touch`

const PURCHASES = `
  WITH ${PATH}
  INSERT INTO conversion
         (id, conversion_type, source, idempotency_key, order_id, person_id, visitor_id, website_id,
          converted_at, is_first_purchase, currency, conversion_value, raw_conversion_value,
          tax_value, shipping_value, net_value, raw_net_value, net_tax_value, net_shipping_value,
          fx_currency, fx_rate, fx_date, attribution_id, ad_campaign_id, channel_group, platform,
          is_paid, claims_campaign)
  SELECT 'conv_' || number, 'purchase', 'order', 'order:o' || number, 'o' || number,
         'person_' || visitor, 'visitor-' || visitor, 'shop', converted_at, number % 5 <> 0, 'eur',
         amount, jsonb_build_object('value', amount::text, 'precision', 20), 0, 0,
         amount, jsonb_build_object('value', amount::text, 'precision', 20), 0, 0,
         'eur', 1, converted_at::date::text, touch.id, touch.ad_campaign_id, touch.channel_group,
         touch.platform, touch.is_paid, touch.claims_campaign
    FROM (SELECT path.*, 20 + number % 8000 / 100.0 AS amount FROM path) path
    CROSS JOIN LATERAL (
      SELECT * FROM campaign_attribution
       WHERE visitor_id = 'visitor-' || visitor AND started_at <= converted_at
         AND deleted_at IS NULL
       ORDER BY started_at DESC, session_id DESC LIMIT 1
    ) touch`

async function measureReports(worker, groups) {
  const figures = []
  const to = new Date(TO)
  const from = new Date(to.getTime() - DAYS * DAY_MS)
  const period = {
    from: from.toISOString(),
    to: to.toISOString(),
    from_date: from.toISOString().slice(0, 10),
    to_date: new Date(to.getTime() - DAY_MS).toISOString().slice(0, 10),
  }
  for (const model of MODELS) {
    for (const group_by of groups) {
      const args = { ...period, model, group_by }
      const turns = await inTurns(
        () => ask(worker, "report", args),
        model === "data_driven" ? TURNS_OF_LEARNING : TURNS
      )
      figures.push({
        model,
        group_by,
        ms: Math.round(median(turns.map((turn) => turn.report))),
        to_scan: ratio(
          turns.map((turn) => turn.report),
          turns.map((turn) => turn.scan)
        ),
        to_join: ratio(
          turns.map((turn) => turn.report),
          turns.map((turn) => turn.join)
        ),
      })
    }
  }
  return figures
}

/** What a task answers each time, after a first one that is not counted. */
async function inTurns(task, times) {
  await task()
  const turns = []
  for (let turn = 0; turn < times; turn += 1) {
    turns.push(await task())
  }
  return turns
}

/**
 * 100,000 touches ask for their campaign: those of nobody who bought, then the last
 * touches of purchases, then those of sessions that the store has. The second shows
 * what re-attribution adds, the third what telling the store adds.
 */
async function measureResolve(worker, url) {
  const stages = [
    ["touches alone", [[ASKING_TOUCHES, [ASKING, TO, DAYS, ASKED_NAMES]]]],
    ["and their purchases", [[ASKING_PURCHASES, [ASKING, TO, DAYS]]]],
    [
      "and the store's sessions",
      [
        [ASKING_SESSIONS, [ASKING]],
        [TOUCHES_OF_SESSIONS, []],
      ],
    ],
  ]
  const figures = []
  for (const [name, statements] of stages) {
    await withClient(url, async (client) => {
      for (const [sql, values] of statements) {
        await client.query(sql, values)
      }
    })
    const turns = await inTurns(async () => {
      const answer = await ask(worker, "resolve")
      const plain = await ask(worker, "plain")
      return { ...answer, plain: plain.ms }
    }, TURNS_OF_WRITING)
    figures.push({
      name,
      touches: ASKING,
      processed: turns[0].processed,
      resolved: turns[0].resolved,
      ms: Math.round(median(turns.map((turn) => turn.ms))),
      to_update: ratio(
        turns.map((turn) => turn.ms),
        turns.map((turn) => turn.plain)
      ),
    })
  }
  return figures
}

// Names of campaigns repeat: 50 are known, and Campaign 50 to 99 are not.
const ASKING_TOUCHES = `
  INSERT INTO campaign_attribution
         (id, touch_key, source, session_id, visitor_id, website_id, started_at, utm_source,
          utm_medium, utm_campaign, utm_content, click_ids, channel_group, platform, is_paid,
          claims_campaign)
  SELECT 'attr_ask_' || number, 'session:ask-' || number, 'session', 'ask-' || number,
         'asker-' || number, 'shop', $2::timestamptz - make_interval(secs => number * 77 % ($3::int * 86400)),
         'facebook', 'cpc', 'campaign_' || number % $4::int % 75, 'banner ' || number % $4::int / 75,
         '{}', 'Paid Social', 'meta', true, true
    FROM generate_series(1, $1::int) AS number`

const ASKING_PURCHASES = `
  INSERT INTO conversion
         (id, conversion_type, source, idempotency_key, order_id, visitor_id, website_id, converted_at,
          currency, conversion_value, net_value, attribution_id, channel_group, platform, is_paid,
          claims_campaign)
  SELECT 'conv_ask_' || number, 'purchase', 'order', 'order:ask-' || number, 'ask-' || number,
         'asker-' || number, 'shop',
         $2::timestamptz - make_interval(secs => number * 77 % ($3::int * 86400)) + interval '1 minute',
         'eur', 10, 10, 'attr_ask_' || number, 'Paid Social', 'meta', true, true
    FROM generate_series(1, $1::int) AS number`

const ASKING_SESSIONS = `
  INSERT INTO analytics_session (id, session_id, visitor_id, website_id, entry_page, started_at, last_activity_at)
  SELECT 'anses_ask_' || number, 'ask-' || number, 'asker-' || number, 'shop', '/', now(), now()
    FROM generate_series(1, $1::int) AS number`

const TOUCHES_OF_SESSIONS = `
  UPDATE campaign_attribution SET analytics_session_id = 'anses_' || substr(id, 6)
   WHERE id LIKE 'attr_ask_%'`

function show({ small, large, resolve, heap_mb }) {
  printTable(
    ["model", "by", "ms", "/ joined scan", "target", "/ bare join"],
    large.map(({ model, group_by, ms, to_scan, to_join }) => [
      model,
      group_by,
      ms,
      to_scan,
      model === "data_driven" ? "" : "<= 4",
      to_join,
    ])
  )
  const growth = small.map(({ model, group_by, ms }) => {
    const after = large.find(
      (figure) => figure.model === model && figure.group_by === group_by
    )
    return { model, growth: Number((after.ms / ms).toFixed(1)) }
  })
  printTable(
    ["ten times the rows, by campaign", "times as long"],
    growth.map(({ model, growth: times }) => [model, times])
  )
  printTable(
    ["bulk resolve of 100,000", "resolved", "ms", "/ plain UPDATE", "target"],
    resolve.map(({ name, resolved, ms, to_update }, index) => [
      name,
      resolved,
      ms,
      to_update,
      index === 0 ? "<= 3" : "",
    ])
  )
  return {
    conversions: CONVERSIONS,
    touches: CONVERSIONS * TOUCHES_PER_CONVERSION,
    days: DAYS,
    heap_limit_mb: HEAP_MB,
    heap_mb,
    small,
    large,
    growth,
    resolve,
  }
}
