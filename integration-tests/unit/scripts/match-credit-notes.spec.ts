import type { Invoice } from "../../../src/scripts/demo/invoices"
import { matchCreditNotes } from "../../../src/scripts/demo/match-credit-notes"
import { onlineRetail } from "./online-retail"

let minute = 0

beforeEach(() => {
  minute = 0
})

/** Invoices come one minute after the other, in the order they are made. */
function invoice(
  number: string,
  pence: number,
  customer: string | null = "17850"
): Invoice {
  minute += 1
  return {
    number,
    at: new Date(Date.UTC(2011, 0, 3, 10, minute)),
    customer,
    country: "United Kingdom",
    lines: 1,
    units: 1,
    amount: (pence / 100).toFixed(2),
    pence,
  }
}

function numbersOf(invoices: Invoice[]) {
  const { cancellations, refunds, unmatched } = matchCreditNotes(invoices)
  const pairs = (matches: typeof cancellations) =>
    matches.map(({ note, order }) => [note.number, order.number])
  return {
    cancellations: pairs(cancellations),
    refunds: pairs(refunds),
    unmatched: unmatched.map(({ number }) => number),
  }
}

describe("matchCreditNotes", () => {
  it("cancels the customer's latest earlier order of exactly that amount", () => {
    expect(
      numbersOf([
        invoice("1", 1000),
        invoice("2", 1000),
        invoice("3", 2000),
        invoice("C4", -1000),
        invoice("5", 1000),
      ])
    ).toEqual({ cancellations: [["C4", "2"]], refunds: [], unmatched: [] })
  })

  it("cancels an order once", () => {
    expect(
      numbersOf([
        invoice("1", 1000),
        invoice("C2", -1000),
        invoice("C3", -1000),
      ])
    ).toEqual({
      cancellations: [["C2", "1"]],
      refunds: [],
      unmatched: ["C3"],
    })
  })

  it("takes a smaller note for a part of the latest order of more", () => {
    expect(
      numbersOf([
        invoice("1", 3000),
        invoice("2", 2000),
        invoice("3", 500),
        invoice("C4", -700),
      ])
    ).toEqual({ cancellations: [], refunds: [["C4", "2"]], unmatched: [] })
  })

  it("never takes back more of an order than is left", () => {
    expect(
      numbersOf([
        invoice("1", 1000),
        invoice("C2", -600),
        invoice("C3", -300),
        invoice("C4", -300),
      ])
    ).toEqual({
      cancellations: [],
      refunds: [
        ["C2", "1"],
        ["C3", "1"],
      ],
      unmatched: ["C4"],
    })
  })

  it("keeps an order for its exact note, though a part came before", () => {
    expect(
      numbersOf([
        invoice("1", 5000),
        invoice("2", 1000),
        invoice("C3", -400),
        invoice("C4", -1000),
      ])
    ).toEqual({
      cancellations: [["C4", "2"]],
      refunds: [["C3", "1"]],
      unmatched: [],
    })
  })

  it.each([
    [
      "of another customer",
      [
        ["1", 1000, "12345"],
        ["C2", -1000],
      ],
    ],
    [
      "that came later",
      [
        ["C1", -1000],
        ["2", 1000],
      ],
    ],
    [
      "that is smaller",
      [
        ["1", 999],
        ["C2", -1000],
      ],
    ],
    [
      "of a guest",
      [
        ["1", 1000, null],
        ["C2", -1000, null],
      ],
    ],
    [
      "that is no sale",
      [
        ["A1", 1000],
        ["C2", -1000],
      ],
    ],
  ] as const)("does not match an order %s", (_case, rows) => {
    const invoices = rows.map(([number, pence, customer]) =>
      invoice(number, pence, customer)
    )
    expect(matchCreditNotes(invoices)).toMatchObject({
      cancellations: [],
      refunds: [],
      unmatched: [{ number: expect.stringMatching(/^C/) }],
    })
  })

  it("finds the order of most of the real credit notes", () => {
    const { cancellations, refunds, unmatched } =
      matchCreditNotes(onlineRetail())
    expect(cancellations).toHaveLength(158)
    expect(refunds).toHaveLength(3274)
    expect(unmatched).toHaveLength(404)
    expect(unmatched.filter(({ customer }) => !customer)).toHaveLength(182)
  })
})
