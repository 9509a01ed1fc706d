import { adPlanningOptionsSchema, type AdPlanningOptions } from "../../types"

// Added to every module's options by the framework. It holds the database
// password: it is dropped here and never looked at.
const FRAMEWORK_KEYS = ["database"]

/**
 * Validates the plugin's options and fills in the defaults.
 *
 * @param options - the object from medusa-config, as the framework hands it over
 * @throws RangeError naming each wrong option and the reason; no value is quoted
 */
export function parseOptions(
  options: Record<string, unknown> = {}
): AdPlanningOptions {
  const ours = Object.fromEntries(
    Object.entries(options).filter(([key]) => !FRAMEWORK_KEYS.includes(key))
  )
  const parsed = adPlanningOptionsSchema.safeParse(ours)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      issue.code === "unrecognized_keys"
        ? `unknown option ${issue.keys.map((key) => `\`${[...issue.path, key].join(".")}\``).join(", ")}`
        : `option \`${issue.path.join(".")}\` ${issue.message}`
    )
    throw new RangeError(`ad-planning: ${problems.join("; ")}`)
  }
  return parsed.data
}
