import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { trackPurchaseConversionWorkflow } from "../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { sql } from "../../helpers/ad-planning"
import { people, visit } from "../../helpers/host"
import { placeOrder } from "../../helpers/orders"
import { silenceEvents } from "../../helpers/silent-bus"
import { createStore } from "../../helpers/store"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    it("conversions, orders, sessions, touchpoints and persons lead to each other", async () => {
      const container = getContainer()
      silenceEvents(container)
      const store = await createStore(container)
      const person = await people(container).createPeople({
        first_name: "Ada",
        last_name: "L",
        email: "ada@example.com",
      })
      const session = await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: new Date(Date.now() - 60_000).toISOString(),
        query: "utm_source=google&utm_medium=cpc&utm_campaign=Sale",
      })
      const order = await placeOrder(container, store, {
        email: "ada@example.com",
        metadata: { visitor_id: "v", session_id: "s" },
      })
      await trackPurchaseConversionWorkflow(container).run({
        input: { order_ids: [order.id] },
      })
      const [conversion] = await sql<{ id: string }>(
        container,
        "SELECT id FROM conversion"
      )
      const [journey] = await sql<{ id: string }>(
        container,
        "SELECT id FROM customer_journey"
      )
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const read = async (entity: string, id: string, fields: string[]) => {
        const { data } = await query.graph({
          entity,
          fields,
          filters: { id },
        })
        return data
      }
      expect(
        await read("conversion", conversion!.id, [
          "order.id",
          "person.id",
          "analytics_session.id",
          "analytics_session.session_id",
        ])
      ).toMatchObject([
        {
          order: { id: order.id },
          person: { id: person.id },
          analytics_session: { id: session.id, session_id: "s" },
        },
      ])
      expect(
        await read("order", order.id, ["id", "conversions.id"])
      ).toMatchObject([{ conversions: [{ id: conversion!.id }] }])
      expect(
        await read("analytics_session", session.id, ["id", "conversions.id"])
      ).toMatchObject([{ conversions: [{ id: conversion!.id }] }])
      expect(
        await read("customer_journey", journey!.id, ["person.email"])
      ).toMatchObject([{ person: { email: "ada@example.com" } }])
      expect(
        await read("person", person.id, ["id", "customer_journeys.event_type"])
      ).toMatchObject([{ customer_journeys: [{ event_type: "purchase" }] }])
      jest.restoreAllMocks()
    })
  },
})
