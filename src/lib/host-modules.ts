import { configManager } from "@medusajs/framework/config"
import {
  DmlEntity,
  isObject,
  isString,
  MedusaServiceModelObjectsSymbol,
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

/**
 * Whether a model of the module has the field. Read from the module's code, since
 * links are defined before modules are there to be asked. False for a module whose
 * models cannot be read from it.
 */
export function isFieldPresent(
  key: string,
  entity: string,
  field: string
): boolean {
  return modelsOf(key).some(
    (model) =>
      DmlEntity.isDmlEntity(model) &&
      model.name === entity &&
      Object.hasOwn(model.schema, field)
  )
}

function modelsOf(key: string): unknown[] {
  const declaration = declarationOf(key)
  if (!isModulePresent(key) || !isObject(declaration)) {
    return []
  }
  const { service } = moduleExport(declaration)
  const models: unknown = service?.[MedusaServiceModelObjectsSymbol]
  return isObject(models) ? Object.values(models) : []
}

interface ModuleExport {
  service?: { [MedusaServiceModelObjectsSymbol]?: object }
}

function moduleExport(declaration: object): ModuleExport {
  const source = "resolve" in declaration ? declaration.resolve : undefined
  const loaded = isString(source) ? require(entryFile(source)) : source
  return loaded?.default ?? loaded ?? {}
}

function declarationOf(key: string): unknown {
  return configManager.config?.modules?.[key]
}

function standInFolder(key: string): string {
  return join(STAND_INS, key.replaceAll("_", "-"))
}

function folderOf(path: string): string {
  return dirname(entryFile(path))
}

/** A module's entry file, found the way Medusa finds it. */
function entryFile(path: string): string {
  const id = normalizeImportPathWithSource(path)
  return require.resolve(id, { paths: [process.cwd()] })
}
