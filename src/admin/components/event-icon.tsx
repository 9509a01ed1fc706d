import {
  Bolt,
  ChatBubble,
  CreditCard,
  DocumentText,
  Eye,
  PencilSquare,
  Share,
  ShoppingBag,
  ShoppingCart,
} from "@medusajs/icons"
import type { JourneyEventType } from "../../modules/ad-planning/types/enums"
import { eventColour } from "../lib/colours"

const ICONS: Record<JourneyEventType, typeof Eye> = {
  page_view: Eye,
  add_to_cart: ShoppingCart,
  begin_checkout: CreditCard,
  purchase: ShoppingBag,
  form_submit: DocumentText,
  lead_capture: PencilSquare,
  feedback: ChatBubble,
  social_engage: Share,
  custom: Bolt,
}

/** What somebody did, as an icon; its name is beside it. */
export function EventIcon({ type }: { type: JourneyEventType }) {
  const Icon = ICONS[type]
  return (
    <span
      aria-hidden
      className="bg-ui-bg-component border-ui-border-base flex h-7 w-7 shrink-0 items-center justify-center rounded-full border"
      style={{ color: eventColour(type) }}
    >
      <Icon />
    </span>
  )
}
