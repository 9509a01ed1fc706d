/** Of the charts' series: Medusa's own, each with a light and a dark form. */
export const SERIES_COLOURS = {
  revenue: "var(--tag-blue-icon)",
  spend: "var(--tag-orange-icon)",
  accepted: "var(--tag-blue-icon)",
  orders: "var(--tag-green-icon)",
  reached: "var(--tag-blue-icon)",
} as const
