import { ensureBuild } from "./lib/build.mjs"
import { describeError } from "./lib/problem.mjs"
import { hashSources } from "./lib/source-hash.mjs"

// `npm run build`: the application by `medusa build`, as `npm start` runs it and
// then need not build it again.
ensureBuild({ sources: hashSources(process.env), env: process.env }).then(
  (built) =>
    console.log(built ?? "The application is built from these sources."),
  (error) => {
    console.error(describeError(error))
    process.exitCode = 1
  }
)
