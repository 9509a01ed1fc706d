import { nodeVersionProblem } from "./lib/node-version.mjs"

// `npm start`: the whole application on this machine, from nothing. All else is
// loaded after the check, because an old Node cannot even read it.
const problem = nodeVersionProblem(process.versions.node)
if (problem) {
  fail(problem)
} else {
  import("./lib/start-app.mjs")
    .then(({ startApp }) => startApp())
    .catch((error) =>
      fail(
        error.code === "ERR_MODULE_NOT_FOUND"
          ? "Packages are missing: run `npm install --include=dev` first."
          : error.stack
      )
    )
}

function fail(text) {
  console.error(text)
  process.exit(1)
}
