// {{campaign.name}} (Meta), {campaignid} and {CampaignId} (Google, Microsoft),
// __CAMPAIGN_ID__ (TikTok), %%campaign%%, ${CAMPAIGN_ID}, [campaign_id].
const MACRO =
  /^(?:\{\{[\w.]+\}\}|\$?\{[\w.:]+\}|__[A-Z][A-Z_]*__|%%[\w.]+%%|\[[a-z_]+\])$/i

/**
 * Whether a utm value is a placeholder of an ad network that arrived as it was
 * written: the link was used where the network does not fill it in.
 *
 * @example
 * isUnreplacedMacro("{{campaign.name}}") // true
 */
export function isUnreplacedMacro(value: string | null): boolean {
  return value !== null && MACRO.test(value.trim())
}
