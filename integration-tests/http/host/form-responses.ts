import { Modules } from "@medusajs/framework/utils"
import { FORMS_MODULE } from "../../../src/host-modules/forms"
import type FormsService from "../../../src/host-modules/forms/service"
import { submitFormResponseWorkflow } from "../../../src/workflows/host/submit-form-response"
import { eventually, sql } from "../../helpers/ad-planning"
import { failingAfter } from "../../helpers/failing-workflow"
import type { StoreContext } from "../../helpers/test-store"
import { goodResponse, hostileResponses } from "./fixtures/form-responses"

const PATH = "/web/forms/contact/responses"

const runAndFail = failingAfter(submitFormResponseWorkflow)

export default function suite({ api, getContainer }: StoreContext) {
  let formId: string

  const forms = () => getContainer().resolve<FormsService>(FORMS_MODULE)
  const responses = () =>
    forms().listFormResponses({}, { order: { created_at: "ASC" } })
  const send = (
    body: string,
    { type = "application/json", path = PATH, origin = "" } = {}
  ) =>
    // As bytes, which axios sends as they are.
    api.post(path, Buffer.from(body), {
      headers: { "content-type": type, ...(origin ? { origin } : {}) },
      validateStatus: () => true,
    })
  const post = (body: unknown, path = PATH) =>
    send(JSON.stringify(body), { path })

  beforeAll(async () => {
    const form = await forms().createForms({
      name: "Contact",
      handle: "contact",
    })
    formId = form.id
    await forms().createFormFields([
      { form_id: formId, name: "message", type: "textarea", required: true },
      { form_id: formId, name: "mail", type: "email" },
      { form_id: formId, name: "phone", type: "tel" },
      { form_id: formId, name: "units", type: "number" },
      { form_id: formId, name: "site", type: "url" },
      { form_id: formId, name: "day", type: "date" },
      { form_id: formId, name: "news", type: "checkbox" },
      { form_id: formId, name: "file", type: "something-new" },
      { form_id: formId, name: "size", type: "select" },
    ])
    // A list: the generated types know of objects only.
    await sql(
      getContainer(),
      "UPDATE form_field SET options = ?::jsonb WHERE name = 'size'",
      ['["s", { "value": "m", "label": "M" }, 40]']
    )
    const terms = await forms().createForms({
      name: "Terms",
      handle: "terms",
    })
    await forms().createFormFields({
      form_id: terms.id,
      name: "accepted",
      type: "boolean",
      required: true,
    })
    await forms().createForms({
      name: "Draft",
      handle: "draft",
      status: "draft",
    })
  })

  it("stores what a visitor answered", async () => {
    const { status, data } = await post(goodResponse)
    const [stored] = await responses()
    expect([status, data]).toEqual([201, { response: { id: stored!.id } }])
    expect(stored).toMatchObject({
      id: expect.stringMatching(/^fresp_/),
      form_id: formId,
      status: "new",
      email: " Ann@Example.com ",
      data: goodResponse.data,
      page_url: goodResponse.page_url,
      referrer: goodResponse.referrer,
      submitted_at: new Date(goodResponse.submitted_at),
      metadata: goodResponse.metadata,
    })
  })

  it("takes a beacon's text, its nulls and its empty strings", async () => {
    const before = Date.now()
    const { status } = await send(
      JSON.stringify({
        email: null,
        data: {
          message: "Hi",
          mail: "b@example.com",
          units: null,
          phone: "",
        },
        page_url: "",
        referrer: null,
        metadata: null,
        submitted_at: before + 3_600_000,
      }),
      { type: "text/plain;charset=UTF-8" }
    )
    expect(status).toBe(201)
    const [stored] = await responses()
    expect(stored).toMatchObject({
      // The form's own question for it.
      email: "b@example.com",
      data: { message: "Hi", mail: "b@example.com", phone: "" },
      page_url: null,
      referrer: null,
      metadata: null,
    })
    // A clock that is ahead is not believed.
    const submittedAt = stored!.submitted_at.getTime()
    expect(submittedAt).toBeGreaterThanOrEqual(before)
    expect(submittedAt).toBeLessThanOrEqual(Date.now())
  })

  it("says so, once, by the event of the generated method", async () => {
    const said: unknown[] = []
    getContainer()
      .resolve(Modules.EVENT_BUS)
      .subscribe(
        "forms.form-response.created",
        async ({ data }) => {
          said.push(data)
        },
        { subscriberId: "test-form-response" }
      )
    const { data } = await post(goodResponse)
    await post({ data: {} })
    const second = await post(goodResponse)
    await eventually(async () => said.length > 1)
    expect(said).toEqual([
      { id: data.response.id },
      { id: second.data.response.id },
    ])
  })

  it("does not know a form that is not there, or not published", async () => {
    for (const handle of [
      "unknown",
      "draft",
      "Contact",
      "constructor",
      "%",
      "\0",
      "'; DROP TABLE form; --",
    ]) {
      const { status, data } = await post(
        goodResponse,
        `/web/forms/${encodeURIComponent(handle)}/responses`
      )
      expect([status, data]).toEqual([
        404,
        {
          type: "not_found",
          message: `Form with handle: ${handle} was not found`,
        },
      ])
    }
    expect(await responses()).toEqual([])
  })

  it("refuses hostile bodies by name, twice, and writes nothing", async () => {
    for (const type of ["application/json", "text/plain"]) {
      const answers = []
      for (const [name, body] of hostileResponses) {
        const text = typeof body === "string" ? body : JSON.stringify(body)
        const { status, data } = await send(text, { type })
        answers.push([name, status, data])
      }
      expect(answers).toEqual(
        hostileResponses.map(([name, , message]) => [
          name,
          400,
          { type: "invalid_data", message: `Invalid request: ${message}` },
        ])
      )
    }
    const word = await send(`"data"`, { type: "text/plain" })
    expect([word.status, word.data.message]).toEqual([
      400,
      "Invalid request: the body must be a JSON object",
    ])
    expect(hostileResponses.length).toBeGreaterThanOrEqual(20)
    expect(await responses()).toEqual([])
  })

  it("wants a box ticked that has to be", async () => {
    const path = "/web/forms/terms/responses"
    const refused = "Invalid request: Field 'data.accepted': is required"
    for (const data of [{}, { accepted: false }, { accepted: "false" }]) {
      const answer = await post({ data }, path)
      expect([answer.status, answer.data.message]).toEqual([400, refused])
    }
    for (const accepted of [true, "on"]) {
      expect((await post({ data: { accepted } }, path)).status).toBe(201)
    }
  })

  it.each(["application/json", "text/plain"])(
    "refuses more than 32 KiB of %s",
    async (type) => {
      const text = JSON.stringify({ data: { message: "Hi" } })
      const large = await send(text.padEnd(32 * 1024 + 1, " "), { type })
      expect([large.status, large.data]).toEqual([
        413,
        { type: "unknown_error", message: "request entity too large" },
      ])
      expect(await responses()).toEqual([])
      const fitting = await send(text.padEnd(32 * 1024, " "), { type })
      expect(fitting.status).toBe(201)
    }
  )

  it("answers pages of the configured origins", async () => {
    for (const [origin, allowed] of [
      ["https://shop.example", "https://shop.example"],
      ["https://evil.example", undefined],
    ]) {
      const preflight = await api.request({
        method: "OPTIONS",
        url: PATH,
        headers: { origin, "access-control-request-method": "POST" },
      })
      expect([
        preflight.status,
        preflight.headers["access-control-allow-origin"],
      ]).toEqual([204, allowed])
      const { status, headers } = await send(JSON.stringify(goodResponse), {
        origin,
      })
      expect([status, headers["access-control-allow-origin"]]).toEqual([
        201,
        allowed,
      ])
    }
  })

  it("leaves nothing when what follows fails", async () => {
    await runAndFail(getContainer(), {
      handle: "contact",
      data: { message: "Hi" },
      received_at: new Date().toISOString(),
    })
    expect(await responses()).toEqual([])
  })
}
