import { UTM_FIELDS } from "../../types"

/** What of a campaign a link carries. */
export interface LinkedCampaign {
  id: string
  platform: string
  /** The platform's own id; `name:...` when an import named none. */
  external_id: string
  name: string
}

/** What of a link a person may choose; the rest says which campaign it is. */
export interface LinkChoices {
  utm_medium?: string
  utm_content?: string
  utm_term?: string
}

// A touch has its platform from utm_source: it has to be one of that platform.
const SOURCES: Partial<Record<string, string>> = {
  meta: "facebook",
  google: "google",
}
const PAID_MEDIUM = "cpc"
const WITHOUT_ID = "name:"

/**
 * A link to a page of the shop that names its campaign beyond doubt: `utm_id` is
 * the platform's id of it (ours where there is none), so that a visit is resolved
 * by id, whatever the campaign is called by then. Other parameters of the page
 * stay, other utm values go.
 *
 * @param address - absolute, http or https
 * @throws RangeError naming `url` and the reason
 */
export function campaignLink(
  campaign: LinkedCampaign,
  address: string,
  choices: LinkChoices = {}
): string {
  const link = readAddress(address)
  UTM_FIELDS.forEach((field) => link.searchParams.delete(field))
  const hasId = !campaign.external_id.startsWith(WITHOUT_ID)
  const values = {
    utm_source: SOURCES[campaign.platform] ?? campaign.platform,
    utm_medium: choices.utm_medium ?? PAID_MEDIUM,
    utm_campaign: campaign.name,
    utm_id: hasId ? campaign.external_id : campaign.id,
    utm_content: choices.utm_content,
    utm_term: choices.utm_term,
  }
  for (const [name, value] of Object.entries(values)) {
    if (value) {
      link.searchParams.set(name, value)
    }
  }
  return link.href
}

function readAddress(address: string): URL {
  let link: URL
  try {
    link = new URL(address)
  } catch {
    throw new RangeError("url must be an absolute address")
  }
  if (!["http:", "https:"].includes(link.protocol)) {
    throw new RangeError("url must begin with http:// or https://")
  }
  if (link.username || link.password) {
    throw new RangeError("url must not have a login")
  }
  return link
}
