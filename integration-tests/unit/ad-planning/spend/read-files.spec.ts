import { readText } from "./read-text"
import { GOOGLE_DE, GOOGLE_EN, LINKEDIN, META } from "./reports"

describe("readSpend", () => {
  it.each([
    ["Google Ads in English", GOOGLE_EN, "google", "gbp", "2064.84", 3],
    ["Google Ads in German", GOOGLE_DE, "google", "eur", "2134.46", 2],
    ["Meta", META, "meta", "eur", "112.7", 3],
    ["LinkedIn", LINKEDIN, "linkedin", "eur", "2334.5", 2],
  ])(
    "reads %s without a question",
    (_name, text, platform, currency, spend, rows) => {
      const { sums, questions, refusals, total_mismatches, ...reading } =
        readText(text)
      expect({ questions, refusals, total_mismatches }).toEqual({
        questions: [],
        refusals: [],
        total_mismatches: [],
      })
      expect(reading.platform).toBe(platform)
      expect(sums.map((sum) => [sum.currency, sum.spend, sum.rows])).toEqual([
        [currency, spend, rows],
      ])
    }
  )

  const own = (...lines: string[]) =>
    [
      "platform,external_id,campaign,date,currency,spend,impressions,clicks",
      ...lines,
    ].join("\n")

  it("decides by counts that a point groups", () => {
    const { days, questions } = readText(
      own(
        "google,1,A,2026-11-01,EUR,1.234,12.345,1.020",
        "google,1,A,2026-11-02,EUR,99,900,9"
      )
    )
    expect(questions).toEqual([])
    expect(days.map((day) => [day.spend, day.impressions, day.clicks])).toEqual(
      [
        ["1234", "12345", "1020"],
        ["99", "900", "9"],
      ]
    )
  })

  it("asks with both readings where nothing decides", () => {
    const { questions } = readText(own("google,1,A,2026-11-01,EUR,1.234,5,1"))
    expect(questions).toEqual([
      {
        id: "number_format",
        count: 1,
        examples: [{ line: 2, value: "1.234" }],
        choices: [
          { value: "1,234.56", reading: "1.234" },
          { value: "1.234,56", reading: "1234" },
        ],
      },
    ])
  })

  it("decides by a named total", () => {
    const { days, questions } = readText(
      "Campaign,Campaign ID,Day,Currency code,Cost,Impr.\n" +
        'A,1,2026-11-01,EUR,1.234,"7"\nB,2,2026-11-01,EUR,"0,5","7"\nTotal,--,--,EUR,"1.234,5",14\n'
    )
    expect(questions).toEqual([])
    expect(days.map(({ spend }) => spend)).toEqual(["1234", "0.5"])
  })

  it("reads values with spaces around their quotes", () => {
    const { days } = readText(
      own('google ,1, "A, ""B""" ,2026-11-01,EUR, "5.50" ,1,1')
    )
    expect(days).toEqual([
      expect.objectContaining({
        campaign: 'A, "B"',
        spend: "5.5",
        clicks: "1",
      }),
    ])
  })

  it("knows a campaign called Total, and a total by what it lacks", () => {
    const { days, left_out } = readText(
      own("google,1,Total,2026-11-01,EUR,5,1,1", "google,--,--,--,EUR,5,1,1")
    )
    expect(days).toHaveLength(1)
    expect(left_out).toEqual([
      expect.objectContaining({ kind: "total", count: 1, lines: [3] }),
    ])
  })

  it("says where a total is not the sum of its rows", () => {
    const { total_mismatches } = readText(
      own("google,1,A,2026-11-01,EUR,5,1,1", "google,--,--,--,EUR,6,1,1")
    )
    expect(total_mismatches).toEqual([
      { line: 3, field: "spend", stated: "6", summed: "5" },
    ])
  })

  const cut = (...lines: string[]) =>
    ["Campaign,Day,Device,Currency code,Cost,Impr.", ...lines].join("\n")

  it("adds up what a dimension tells apart; a row for all counts alone", () => {
    const parts = [
      "A,2026-11-01,Mobile,EUR,1.10,10",
      "A,2026-11-01,Desktop,EUR,2.20,20",
    ]
    expect(readText(cut(...parts)).days.map(({ spend }) => spend)).toEqual([
      "3.3",
    ])
    const all = readText(cut(...parts, "A,2026-11-01,All,EUR,3.30,30"))
    expect(all.days.map(({ spend }) => spend)).toEqual(["3.3"])
    expect(all.left_out).toEqual([
      expect.objectContaining({ kind: "part_of_all", lines: [2, 3] }),
    ])
  })

  it("asks about identical rows, and about rows of more than one day", () => {
    const same = "A,2026-11-01,Mobile,EUR,1.10,10"
    expect(readText(cut(same, same)).questions.map(({ id }) => id)).toEqual([
      "identical_rows",
    ])
    const once = readText(cut(same, same), {
      choices: { identical_rows: "once" },
    })
    expect(once.days.map(({ spend }) => spend)).toEqual(["1.1"])
    const month =
      "Campaign,Month,Currency code,Cost,Impr.\nA,2026-11,EUR,10.00,31\n"
    expect(readText(month).questions.map(({ id }) => id)).toEqual([
      "multi_day_rows",
    ])
    const spread = readText(month, { choices: { multi_day_rows: "spread" } })
    expect(spread.days).toHaveLength(30)
    expect(spread.sums[0]).toMatchObject({ spend: "10", impressions: "31" })
  })

  it("asks which currency a bare sign is, and takes one that is of one country", () => {
    const signed = (amount: string) =>
      readText(`Campaign name,Date,Amount spent\nA,2026-11-01,${amount}\n`, {
        platform: "meta",
      })
    expect(signed("€ 12.50").days[0]).toMatchObject({ currency: "eur" })
    expect(signed("kr 12.50").questions[0]).toMatchObject({
      id: "currency",
      choices: ["sek", "nok", "dkk", "isk"].map((value) => ({
        value,
        reading: null,
      })),
    })
  })

  it("asks where one long id has two names, and takes the newest day's", () => {
    const lines = [
      "meta,120217000000000000,Old,2026-11-01,EUR,1,1,1",
      "meta,120217000000000000,New,2026-11-02,EUR,1,1,1",
    ]
    expect(readText(own(...lines)).questions.map(({ id }) => id)).toEqual([
      "names_on_one_id",
    ])
    const short = readText(own(...lines).replaceAll("120217000000000000", "77"))
    expect(short.questions).toEqual([])
    expect(short.days.map(({ campaign }) => campaign)).toEqual(["New", "New"])
  })

  it("excludes an order of day and month by the title and by today", () => {
    const dated = (...days: string[]) =>
      readText(
        `Campaign name,Date,Amount spent (EUR)\n${days.map((day) => `A,${day},1.50`).join("\n")}\n`,
        { platform: "meta" }
      )
    expect(dated("11/1/2026", "11/13/2026").days[0]!.date).toBe("2026-11-01")
    expect(dated("11/12/2026").days[0]!.date).toBe("2026-11-12")
    expect(dated("05/10/2026").questions[0]).toMatchObject({
      id: "date_format",
      choices: [
        { value: "DD/MM/YYYY", reading: "2026-10-05" },
        { value: "MM/DD/YYYY", reading: "2026-05-10" },
      ],
    })
  })
})
