/**
 * By which channel somebody came, as an SQL expression: what the visit's own
 * medium says, else its channel group.
 *
 * @param alias - a touch, or a conversion with its copies
 */
export function journeyChannel(alias: string): string {
  return `CASE
                 WHEN lower(${alias}.utm_medium) IN ('email', 'e-mail', 'e_mail', 'e mail') THEN 'email'
                 WHEN lower(${alias}.utm_medium) = 'sms' THEN 'sms'
                 WHEN ${alias}.channel_group = 'Email' THEN 'email'
                 WHEN ${alias}.channel_group = 'SMS' THEN 'sms'
                 WHEN ${alias}.channel_group IN ('Paid Social', 'Organic Social') THEN 'social'
                 ELSE 'web' END`
}
