import { orderIdsOf } from "../../src/runners/handle-event"

describe("orderIdsOf", () => {
  it.each([
    ["an order of any id", { id: "2026-000017" }, ["2026-000017"]],
    ["several", { id: ["a", "b", "a"] }, ["a", "b"]],
    ["payloads", [{ id: "a" }, { id: "b" }], ["a", "b"]],
    ["a return", { order_id: "a", return_id: "r" }, ["a"]],
    ["an edit that has an id too", { id: "ordch_1", order_id: "a" }, ["a"]],
    ["nothing", {}, []],
  ])("reads %s", (_case, data, ids) => {
    expect(orderIdsOf(data)).toEqual(ids)
  })
})
