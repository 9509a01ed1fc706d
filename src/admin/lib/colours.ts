/** Of the charts' series: Medusa's own, each with a light and a dark form. */
export const SERIES_COLOURS = {
  revenue: "var(--tag-blue-icon)",
  spend: "var(--tag-orange-icon)",
  accepted: "var(--tag-blue-icon)",
  orders: "var(--tag-green-icon)",
  reached: "var(--tag-blue-icon)",
  more: "var(--tag-blue-icon)",
  less: "var(--tag-orange-icon)",
} as const

const OTHER_COLOUR = "var(--tag-neutral-icon)"

/** Of events: how near to a purchase they are. The name is always beside it. */
const EVENT_COLOURS = new Map([
  ["page_view", "var(--tag-blue-icon)"],
  ["social_engage", "var(--tag-blue-icon)"],
  ["form_submit", "var(--tag-purple-icon)"],
  ["lead_capture", "var(--tag-purple-icon)"],
  ["add_to_cart", "var(--tag-orange-icon)"],
  ["begin_checkout", "var(--tag-orange-icon)"],
  ["purchase", "var(--tag-green-icon)"],
])

export function eventColour(name: string): string {
  return EVENT_COLOURS.get(name) ?? OTHER_COLOUR
}
