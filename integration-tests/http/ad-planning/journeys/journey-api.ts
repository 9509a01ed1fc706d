import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { identityFact, journeyFact } from "../../../helpers/facts"
import { people } from "../../../helpers/host"
import { itAll } from "../../../helpers/it-all"
import { countRows } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const AT = "2026-10-01T10:00:00.000Z"

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })

  const get = (path: string) => api.get(`/admin/ad-planning${path}`, admin)

  describe("GET /journey/person/:id", () => {
    const PERSON = "person_1"

    /** Seven touchpoints, three of them in the same moment, and one of another. */
    async function writeTimeline() {
      const service = adPlanning(getContainer())
      await service.identity.syncIdentityLinks([
        identityFact("visitor", "v", PERSON),
        identityFact("visitor", "w", "person_2"),
      ])
      const minute = (minutes: number) =>
        new Date(Date.parse(AT) + minutes * 60_000)
      await service.journeys.syncJourneys(
        [
          journeyFact("e1", { timestamp: minute(1) }),
          journeyFact("e2", { timestamp: minute(2) }),
          ...["e3", "e4", "e5"].map((id) =>
            journeyFact(id, { timestamp: minute(3) })
          ),
          journeyFact("e6", {
            timestamp: minute(4),
            event_type: "add_to_cart",
            stage: "consideration",
            value: "12.5",
            currency: "eur",
          }),
          journeyFact("e7", { timestamp: minute(5), channel: "social" }),
          journeyFact("other", { visitor_id: "w" }),
        ],
        []
      )
    }

    async function readPages(query: string): Promise<string[][]> {
      const pages: string[][] = []
      let cursor: string | null = null
      do {
        const { status, data } = await get(
          `/journey/person/${PERSON}?${query}${cursor ? `&cursor=${cursor}` : ""}`
        )
        expect(status).toBe(200)
        pages.push(
          data.journeys.map((row: { source_id: string }) => row.source_id)
        )
        cursor = data.next_cursor
      } while (cursor)
      return pages
    }

    it("answers page after page, either way, rows of one moment once each", async () => {
      await writeTimeline()
      const all = ["e1", "e2", "e3", "e4", "e5", "e6", "e7"]
      for (const [query, pages] of [
        ["order=timestamp&limit=3", 3],
        ["limit=3", 3],
        ["limit=7", 1],
        ["order=-timestamp&limit=4", 2],
        ["order=timestamp&limit=1", 7],
      ] as const) {
        const read = await readPages(query)
        expect([query, read.length]).toEqual([query, pages])
        expect([query, read.flat().toSorted()]).toEqual([query, all])
      }
      const ascending = (await readPages("order=timestamp&limit=4")).flat()
      const descending = (await readPages("limit=2")).flat()
      expect(descending).toEqual(ascending.toReversed())
      expect(ascending.slice(0, 2)).toEqual(["e1", "e2"])
      expect(ascending.slice(5)).toEqual(["e6", "e7"])
    })

    it("tells what a touchpoint is, without the e-mail's hash", async () => {
      await writeTimeline()
      const { data } = await get(
        `/journey/person/${PERSON}?event_type=add_to_cart`
      )
      expect(data).toEqual({
        journeys: [
          {
            id: expect.stringMatching(/^cjrn_/),
            source_type: "analytics_event",
            source_id: "e6",
            event_type: "add_to_cart",
            event_data: { pathname: "/" },
            channel: "web",
            stage: "consideration",
            timestamp: "2026-10-01T10:04:00.000Z",
            person_id: PERSON,
            customer_id: null,
            visitor_id: "v",
            session_id: "s",
            value: 12.5,
            raw_value: { value: "12.5", precision: 20 },
            currency: "eur",
            ad_campaign_id: null,
            website_id: "site",
          },
        ],
        limit: 20,
        next_cursor: null,
      })
    })

    it("filters", async () => {
      await writeTimeline()
      const filtered = async (query: string) =>
        (await readPages(`order=timestamp&${query}`)).flat()
      expect(await filtered("channel=social")).toEqual(["e7"])
      expect(await filtered("stage=consideration")).toEqual(["e6"])
      expect(await filtered("source_type=order")).toEqual([])
      expect(
        await filtered(
          "timestamp[$gte]=2026-10-01T10:02:00Z&timestamp[$lt]=2026-10-01T10:03:00Z"
        )
      ).toEqual(["e2"])
      expect(
        await filtered(
          "channel=social&channel=web&event_type=page_view&limit=2"
        )
      ).toHaveLength(6)
    })

    it("of a person without any is empty, of nobody is not found", async () => {
      const person = await people(getContainer()).createPeople({
        first_name: "Ada",
        last_name: "L",
      })
      expect((await get(`/journey/person/${person.id}`)).data).toEqual({
        journeys: [],
        limit: 20,
        next_cursor: null,
      })
      const { status, data } = await get("/journey/person/nobody")
      expect([status, data.type]).toEqual([404, "not_found"])
    })
  })

  describe("POST /mentions", () => {
    const body = {
      platform: "Instagram",
      id: "77",
      text: "love it",
      author: "bo",
      url: "https://example.org/77",
      time: AT,
    }
    const post = (value: unknown, headers = admin) =>
      api.post("/admin/ad-planning/mentions", value, headers)

    it("writes a touchpoint once, and what was told last", async () => {
      const first = await post(body)
      expect(first.status).toBe(200)
      expect(first.data.journey).toMatchObject({
        source_type: "social_mention",
        source_id: "instagram:77",
        event_type: "social_engage",
        event_data: {
          platform: "instagram",
          text: "love it",
          author: "bo",
          url: "https://example.org/77",
        },
        channel: "social",
        stage: "awareness",
        timestamp: AT,
        person_id: null,
      })
      const again = await post({ ...body, text: "loved it" })
      expect(again.data.journey).toMatchObject({
        id: first.data.journey.id,
        event_data: { text: "loved it" },
      })
      expect((await countRows(getContainer())).customer_journey).toBe(1)
    })

    itAll<[string, unknown, string]>(
      "refuses",
      [
        [
          "an empty body",
          {},
          "Field 'platform': Invalid input: expected string, received undefined",
        ],
        [
          "an unknown field",
          { ...body, person_id: "p" },
          "Unrecognized fields: 'person_id'",
        ],
        [
          "a time without a zone",
          { ...body, time: "2026-10-01T10:00:00" },
          "Field 'time': must be an ISO 8601 instant with an offset",
        ],
        [
          "a time to come",
          { ...body, time: "2999-10-01T10:00:00Z" },
          "Field 'time': must not be in the future",
        ],
        [
          "an address that runs",
          { ...body, url: "javascript:alert(1)" },
          "Field 'url': must be an address that begins with http:// or https://",
        ],
        [
          "an empty text",
          { ...body, text: " " },
          "Field 'text': Too small: expected string to have >=1 characters",
        ],
        [
          "an id with NUL",
          { ...body, id: "a\0b" },
          "Field 'id': contains a NUL character",
        ],
        [
          "a huge id",
          { ...body, id: "a".repeat(256) },
          "Field 'id': Too big: expected string to have <=255 characters",
        ],
      ],
      async (_name, value, reason) => {
        const { status, data } = await post(value)
        expect({ status, message: data.message.split("; ")[0] }).toEqual({
          status: 400,
          message: `Invalid request: ${reason}`,
        })
        expect((await countRows(getContainer())).customer_journey).toBe(0)
      }
    )

    it("wants a login", async () => {
      const { status } = await api.post("/admin/ad-planning/mentions", body, {
        validateStatus: () => true,
      })
      expect(status).toBe(401)
    })
  })
}
