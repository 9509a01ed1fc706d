const DIGITS = 2

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The median of the ratios of each turn, to two digits. */
export function ratio(values, others) {
  const ratios = values.map((value, turn) => value / others[turn])
  return Number(median(ratios).toFixed(DIGITS))
}

export function printTable(heads, rows) {
  const texts = [heads, ...rows].map((row) => row.map(String))
  const widths = heads.map((_head, column) =>
    Math.max(...texts.map((row) => row[column].length))
  )
  console.log()
  for (const row of texts) {
    console.log(
      row.map((text, column) => text.padEnd(widths[column])).join("  ")
    )
  }
}
