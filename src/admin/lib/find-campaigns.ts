interface Named {
  id: string
  name: string
}

/**
 * The campaigns whose name has every typed word somewhere, whatever its case and
 * accents; those to offer first come first, else the order stays.
 */
export function findCampaigns<Campaign extends Named>(
  campaigns: readonly Campaign[],
  text: string,
  first: readonly string[] = []
): Campaign[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  const rank = ({ id }: Named) => {
    const place = first.indexOf(id)
    return place === -1 ? first.length : place
  }
  return campaigns
    .filter(({ name }) => {
      const searched = plain(name)
      return words.every((word) => searched.includes(word))
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
}
