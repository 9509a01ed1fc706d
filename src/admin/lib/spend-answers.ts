/** What a person answered to the questions of a file, as the API wants it. */
export function answerQuery(
  answers: Record<string, string>
): Record<string, string> {
  const query: Record<string, string> = {}
  const mapping: Record<string, string> = {}
  const choices: Record<string, string> = {}
  for (const [id, choice] of Object.entries(answers)) {
    const column = COLUMN_FIELDS[id]
    if (column) {
      mapping[column] = choice
    } else if (OWN_PARAMETERS.includes(id)) {
      query[id] = choice
    } else {
      choices[id] = choice
    }
  }
  return {
    ...query,
    ...(Object.keys(mapping).length > 0
      ? { mapping: JSON.stringify(mapping) }
      : {}),
    ...(Object.keys(choices).length > 0
      ? { answers: JSON.stringify(choices) }
      : {}),
  }
}

const OWN_PARAMETERS = ["platform", "number_format", "date_format", "currency"]

const COLUMN_FIELDS: Partial<Record<string, string>> = {
  column_campaign: "campaign",
  column_date: "date",
  column_spend: "spend",
}
