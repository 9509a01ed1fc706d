import { configManager } from "@medusajs/framework/config"
import {
  isObject,
  isString,
  normalizeImportPathWithSource,
} from "@medusajs/framework/utils"
import { dirname, join } from "node:path"

const STAND_INS = join(__dirname, "..", "host-modules")

/** Whether this application has a module under the key, its own or ours. */
export function isModulePresent(key: string): boolean {
  const declaration = declarationOf(key)
  const isDisabled =
    isObject(declaration) &&
    "disable" in declaration &&
    Boolean(declaration.disable)
  return Boolean(declaration) && !isDisabled
}

/**
 * Whether the module under the key is our stand-in of the same name, and not a
 * module of the host. A host that opts in names it by path or package path.
 */
export function isStandIn(key: string): boolean {
  const declaration = declarationOf(key)
  if (!isModulePresent(key) || !isObject(declaration)) {
    return false
  }
  const path = "resolve" in declaration ? declaration.resolve : undefined
  return isString(path) && folderOf(path) === standInFolder(key)
}

function declarationOf(key: string): unknown {
  return configManager.config?.modules?.[key]
}

function standInFolder(key: string): string {
  return join(STAND_INS, key.replaceAll("_", "-"))
}

/** The folder of a module's entry file, found the way Medusa finds it. */
function folderOf(path: string): string {
  const id = normalizeImportPathWithSource(path)
  return dirname(require.resolve(id, { paths: [process.cwd()] }))
}
