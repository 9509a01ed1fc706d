// Loaded before anything else, by whatever Node there is: no imports and no
// syntax that an old Node cannot read.

const MINIMUM = "20.19.0"

/**
 * @param version - as in `process.versions.node`, "20.19.0"
 * @returns one line to print when this Node is too old, else undefined
 */
export function nodeVersionProblem(version) {
  if (isAtLeast(version, MINIMUM)) {
    return undefined
  }
  return (
    "Node " +
    version +
    " is too old: version " +
    MINIMUM +
    " or newer is needed (https://nodejs.org)."
  )
}

function isAtLeast(version, minimum) {
  const have = version.split(".").map(Number)
  const need = minimum.split(".").map(Number)
  for (let part = 0; part < need.length; part++) {
    if (have[part] !== need[part]) {
      return have[part] > need[part]
    }
  }
  return true
}
