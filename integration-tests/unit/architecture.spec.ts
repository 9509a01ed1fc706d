import { readdirSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import ts from "typescript"

// Which folder may import which: docs/architecture.md. Type-only imports count.
const ROOT = join(__dirname, "../..")
const MODULE = "src/modules/ad-planning"

interface SourceFile {
  /** From the repository's root, with `/`. */
  path: string
  text: string
}

interface Rule {
  name: string
  /** Whose imports it is about. */
  from: (path: string) => boolean
  /** `target` is a path from the root, or the name of a package. */
  allows: (target: string) => boolean
}

const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const isPackage = (target: string) => !isOurs(target) && !isNode(target)
const isOurs = within("src", "integration-tests", "scripts", "medusa-config")
const isNode = (target: string) => target.startsWith("node:")
const isFramework = within("@medusajs")

// Computing, no input or output.
const PURE_NODE = ["node:crypto", "node:util"]

const inUtils = within(`${MODULE}/utils`)
const inTypes = within(`${MODULE}/types`)
const inSql = within(`${MODULE}/sql`)
const inEffects = within(`${MODULE}/effects`)
const inCapabilities = within(`${MODULE}/capabilities`)
const outerLayers = [
  "api",
  "admin",
  "jobs",
  "subscribers",
  "links",
  "runners",
  "scripts",
]
const inOuterLayer = within(...outerLayers.map((layer) => `src/${layer}`))
const inPixel = within("src/pixel")
const isInternal = (path: string) =>
  /^src\/modules\/[^/]+\/(sql|utils|models|capabilities|effects|service)(\/|$)/.test(
    path
  )

const RULES: Rule[] = [
  {
    name: "utils import utils, types and packages, not the framework and no I/O",
    from: inUtils,
    allows: (target) =>
      inUtils(target) ||
      inTypes(target) ||
      PURE_NODE.includes(target) ||
      (isPackage(target) && !isFramework(target)),
  },
  {
    name: "sql imports types, utils and sql",
    from: inSql,
    allows: (target) => inTypes(target) || inUtils(target) || inSql(target),
  },
  {
    name: "types import types and packages",
    from: inTypes,
    allows: (target) => inTypes(target) || isPackage(target),
  },
  {
    name: "modules import no workflow, no source and nothing that runs one",
    from: within("src/modules"),
    allows: (target) =>
      !inOuterLayer(target) && !within("src/workflows", "src/sources")(target),
  },
  {
    name: "workflows import nothing that runs them",
    from: within("src/workflows"),
    allows: (target) => !inOuterLayer(target),
  },
  {
    name: "effects import no capability",
    from: inEffects,
    allows: (target) => !inCapabilities(target),
  },
  {
    name: "lib is the ground: it imports nothing above it",
    from: within("src/lib"),
    allows: (target) =>
      !inOuterLayer(target) && !within("src/workflows", "src/sources")(target),
  },
  {
    name: "sources import nothing that works with them",
    from: within("src/sources"),
    allows: (target) =>
      !inOuterLayer(target) && !within("src/workflows")(target),
  },
  {
    name: "jobs and subscribers import no internals of a module",
    from: within("src/jobs", "src/subscribers"),
    allows: (target) => !isInternal(target),
  },
  {
    name: "only our own application imports the stand-ins of the host",
    from: (path) =>
      !within(
        "medusa-config.ts",
        "integration-tests",
        "src/host-modules",
        "src/scripts",
        "src/api/admin/socials",
        "src/api/web/analytics",
        "src/api/web/forms",
        "src/workflows/host"
      )(path),
    allows: (target) => !within("src/host-modules")(target),
  },
  {
    name: "the storefront script brings nothing along",
    from: inPixel,
    allows: inPixel,
  },
  {
    name: "the server sends the storefront script as it was built",
    from: (path) => within("src")(path) && !inPixel(path),
    allows: (target) => !inPixel(target),
  },
]

/** Everything a file imports, exports from, requires, or only names a type of. */
function importsOf({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".")
        ? posix.join(posix.dirname(path), fileName)
        : fileName
    )
}

function wrongArrows(rule: Rule, files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => rule.from(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !rule.allows(target))
        .map((target) => `${file.path} -> ${target}`)
    )
}

/** Calls whose answer depends on when, or on luck. */
function impureCalls({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const isBareDate =
      ts.isNewExpression(node) &&
      node.expression.getText() === "Date" &&
      !node.arguments?.length
    const isImpureCall =
      ts.isCallExpression(node) &&
      /^(Date|Date\.now|Math\.random|performance\.now|randomUUID|DateTime\.(now|local|utc))$/.test(
        node.expression.getText()
      )
    if (isBareDate || isImpureCall) {
      found.push(`${path}: ${node.getText()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function readFiles(folder: string): SourceFile[] {
  const names = readdirSync(join(ROOT, folder), {
    recursive: true,
    encoding: "utf8",
  })
  return names
    .filter((name) => /\.(ts|tsx|mts|cts)$/.test(name))
    .map((name) => readSource(posix.join(folder, name.replaceAll("\\", "/"))))
}

function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), "utf8") }
}

const FILES = [
  ...readFiles("src"),
  ...readFiles("integration-tests"),
  readSource("medusa-config.ts"),
]

describe("folders", () => {
  it("are none that Medusa's build leaves out", () => {
    const leftOut = ["test", "unit-tests", "integration-tests"]
    const paths = FILES.map(({ path }) => path.split("/")).filter(
      ([root]) => root === "src"
    )
    expect(paths.length).toBeGreaterThan(300)
    expect(
      paths.filter((path) => path.some((part) => leftOut.includes(part)))
    ).toEqual([])
  })
})

describe("imports", () => {
  it.each(RULES)("$name", (rule) => {
    expect(FILES.filter(({ path }) => rule.from(path))).not.toEqual([])
    expect(wrongArrows(rule, FILES)).toEqual([])
  })
})

describe("utils and sql", () => {
  it("ask neither the clock nor chance", () => {
    const pure = FILES.filter(({ path }) => inUtils(path) || inSql(path))
    expect(pure).not.toEqual([])
    expect(pure.flatMap(impureCalls)).toEqual([])
  })
})

const UTIL = `${MODULE}/utils/money/x.ts`
const SQL = `${MODULE}/sql/x.ts`
const TYPE = `${MODULE}/types/x.ts`
const EFFECT = `${MODULE}/effects/x.ts`
const JOB = "src/jobs/x-job.ts"
const ROUTE = "src/api/admin/x/route.ts"

/** The names of the rules that one file with one statement breaks. */
function broken(path: string, text: string): string[] {
  return RULES.filter((rule) => wrongArrows(rule, [{ path, text }]).length).map(
    (rule) => rule.name
  )
}

describe("wrongArrows", () => {
  it.each([
    [UTIL, 'import fs from "node:fs"', RULES[0]],
    [UTIL, 'import { get } from "node:https"', RULES[0]],
    [UTIL, 'import type { X } from "@medusajs/framework/types"', RULES[0]],
    [UTIL, 'import { x } from "../../sql/x"', RULES[0]],
    [UTIL, 'import { X } from "../../models"', RULES[0]],
    [UTIL, 'export * from "../../service"', RULES[0]],
    [UTIL, 'const x = require("../../service")', RULES[0]],
    [UTIL, 'const x = await import("../../service")', RULES[0]],
    [UTIL, 'type X = import("../../service").default', RULES[0]],
    [SQL, 'import BigNumber from "bignumber.js"', RULES[1]],
    [SQL, 'import { X } from "../models"', RULES[1]],
    [TYPE, 'import type { X } from "../utils/x"', RULES[2]],
    [TYPE, 'import type { X } from "../models"', RULES[2]],
    [`${MODULE}/service.ts`, 'import "../../workflows/x"', RULES[3]],
    [`${MODULE}/service.ts`, 'import type { X } from "../../api/x"', RULES[3]],
    ["src/workflows/a/x.ts", 'import { X } from "../../api/x"', RULES[4]],
    ["src/workflows/a/x.ts", 'import { X } from "../../jobs/x"', RULES[4]],
    [EFFECT, 'import { Goals } from "../capabilities/goals"', RULES[5]],
    ["src/lib/x.ts", 'import { runJob } from "../runners/run-job"', RULES[6]],
    ["src/lib/x.ts", 'import { readX } from "../sources/read-x"', RULES[6]],
    ["src/sources/x.ts", 'import { X } from "../workflows/a/x"', RULES[7]],
    [JOB, 'import { xSql } from "../modules/ad-planning/sql/x"', RULES[8]],
    [JOB, 'import type X from "../modules/ad-planning/service"', RULES[8]],
    [ROUTE, 'import { X } from "../../../host-modules/person"', RULES[9]],
    [ROUTE, 'import type { X } from "../../../host-modules/person"', RULES[9]],
    [`${MODULE}/index.ts`, 'import "../../host-modules/person"', RULES[9]],
    ["src/pixel/x.ts", 'import { x } from "../modules/x"', RULES[10]],
    ["src/pixel/x.ts", 'import { z } from "zod"', RULES[10]],
    [ROUTE, 'import { x } from "../../../pixel/queue"', RULES[11]],
  ])("finds, in %s: %s", (path, text, rule) => {
    expect(broken(path, text)).toEqual([rule?.name])
  })

  it.each([
    [UTIL, 'import { createHmac } from "node:crypto"'],
    [UTIL, 'import BigNumber from "bignumber.js"'],
    [UTIL, 'import type { Decimal } from "../../types"'],
    [UTIL, 'import { y } from "../period/y"'],
    [UTIL, '// import fs from "node:fs"'],
    [SQL, 'import { y } from "./fragments/y"'],
    [SQL, 'import type { FxPeriod } from "../utils/money/fx-rate"'],
    [TYPE, 'import { z } from "zod"'],
    [`${MODULE}/service.ts`, 'import { xSql } from "./sql/x"'],
    ["src/workflows/a/x.ts", 'import { X } from "../../modules/ad-planning"'],
    [JOB, 'import { X } from "../modules/ad-planning"'],
    [JOB, 'import { runJob } from "../runners/run-job"'],
    ["src/scripts/x.ts", 'import { X } from "../host-modules/person"'],
    ["src/lib/x.ts", 'import { isModulePresent } from "./host-modules"'],
    ["src/pixel/x.ts", 'import { y } from "./y"'],
  ])("allows, in %s: %s", (path, text) => {
    expect(broken(path, text)).toEqual([])
  })
})

describe("impureCalls", () => {
  it.each([
    ["new Date()"],
    ["Date()"],
    ["Date.now()"],
    ["Math.random()"],
    ["performance.now()"],
    ["DateTime.now()"],
    ["DateTime.utc()"],
    ["randomUUID()"],
  ])("finds %s", (call) => {
    const text = `export const x = () => f(${call})`
    expect(impureCalls({ path: UTIL, text })).toEqual([`${UTIL}: ${call}`])
  })

  it.each([
    ["new Date(value)"],
    ["DateTime.fromJSDate(now)"],
    ["Math.max(1, 2)"],
    ['"Date.now()"'],
    ["1 // Date.now()"],
  ])("does not mind %s", (expression) => {
    const text = `export const x = ${expression}`
    expect(impureCalls({ path: UTIL, text })).toEqual([])
  })
})
