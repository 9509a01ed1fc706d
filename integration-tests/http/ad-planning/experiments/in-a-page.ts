import { variantOf } from "../../../../src/modules/ad-planning/utils/statistical-utils"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { describeInBrowser } from "../../../helpers/shop-browser"
import type { StoreContext } from "../../../helpers/test-store"

/** The page as docs/experiments.md has it: the treatment changes its title. */
const page = (server: string) => `
  <script>window.adPlanning = window.adPlanning || { q: [] }</script>
  <script async src="${server}/web/ad-planning/pixel.js?experiments=1" data-website-id="shop"></script>
  <script>
    adPlanning.q.push(function (a) {
      a.ready(function () {
        document.title = a.variant("title", "control")
      })
    })
  </script>`

export default function suite({ api, getContainer }: StoreContext) {
  const server = () => `${api.defaults.baseURL}`
  let id = ""
  beforeEach(async () => {
    const admin = await adminHeaders(getContainer())
    const made = await api.post(
      "/admin/ad-planning/experiments",
      { name: "title", experiment_type: "storefront", website_id: "shop" },
      admin
    )
    id = made.data.experiment.id
    await api.post(`/admin/ad-planning/experiments/${id}/start`, {}, admin)
  })

  const exposed = () =>
    sql<{ visitor_id: string; variant: string; conflict_at: string | null }>(
      getContainer(),
      "SELECT visitor_id, variant, conflict_at FROM ad_planning_experiment_exposure WHERE experiment_id = ?",
      [id]
    )

  describeInBrowser("variants in a page", server, (visitor) => {
    const title = () => visitor.run<string>("document.title")

    it("show two visitors what the server gives them, and say so once", async () => {
      const experiment = await adPlanning(getContainer()).experiments.byId(id)
      const seen = new Map<string, string>()
      for (let turn = 0; seen.size < 2 && turn < 20; turn++) {
        await visitor.newVisitor(page(server()))
        await visitor.open("/")
        await visitor.page.waitForFunction("document.title !== 'Shop'")
        const { visitor_id } = await visitor.attributes()
        expect(await title()).toBe(variantOf(experiment, visitor_id!))
        seen.set(await title(), visitor_id!)
        await eventually(async () =>
          (await exposed()).some((row) => row.visitor_id === visitor_id)
        )
        // The next page shows the same at once, and counts nobody twice.
        await visitor.open("/other")
        await visitor.page.waitForFunction("document.title !== 'Shop'")
        expect(seen.has(await title())).toBe(true)
        expect(visitor.complaints).toEqual([])
      }
      expect([...seen.keys()].toSorted()).toEqual(["control", "treatment"])
      const rows = await exposed()
      expect(rows.every((row) => row.conflict_at === null)).toBe(true)
      expect(new Set(rows.map((row) => row.visitor_id)).size).toBe(rows.length)
    })

    it("show a preview, and without consent the control, and note nothing", async () => {
      await visitor.newVisitor(page(server()))
      await visitor.open("/?ap_variant=title:anything")
      await visitor.page.waitForFunction("document.title !== 'Shop'")
      expect(await title()).toBe("anything")
      await visitor.newVisitor(
        page(server()).replace(
          `data-website-id="shop"`,
          `data-website-id="shop" data-consent="required"`
        )
      )
      await visitor.open("/")
      await visitor.page.waitForFunction("document.title !== 'Shop'")
      expect(await title()).toBe("control")
      await visitor.settled()
      expect(await exposed()).toEqual([])
    })
  })
}
