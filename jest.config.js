const { spawnSync } = require("node:child_process")

// Medusa imports some packages dynamically, which jest's sandbox allows only
// with this flag. Started without it (`jest` typed by hand), start once more.
const VM_MODULES = "--experimental-vm-modules"
const isJest = /jest/.test(process.argv[1] ?? "")
if (isJest && !`${process.env.NODE_OPTIONS}`.includes(VM_MODULES)) {
  const { status } = spawnSync(process.execPath, process.argv.slice(1), {
    stdio: "inherit",
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} ${VM_MODULES}`.trim(),
    },
  })
  process.exit(status ?? 1)
}

const TEST_FOLDERS = {
  unit: "unit",
  "integration:modules": "modules",
  "integration:http": "http",
  install: "install",
  start: "start",
}
const testType = process.env.TEST_TYPE ?? "unit"
const folder = TEST_FOLDERS[testType]
if (!folder) {
  throw new Error(
    `TEST_TYPE is "${testType}", expected one of: ${Object.keys(TEST_FOLDERS).join(", ")}`
  )
}

const usesDatabase = testType.startsWith("integration:")

module.exports = {
  testEnvironment: "node",
  testMatch: [`<rootDir>/integration-tests/${folder}/**/*.spec.ts`],
  testTimeout: usesDatabase ? 240_000 : 20_000,
  moduleFileExtensions: ["js", "ts", "tsx", "json"],
  // Every spec file leaves some 200 MB of Medusa behind in its worker.
  workerIdleMemoryLimit: "1GB",
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.data/"],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true, tsx: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: "es2021",
        },
        module: { type: "commonjs", ignoreDynamic: true },
      },
    ],
  },
  ...(usesDatabase
    ? {
        globalSetup: "<rootDir>/integration-tests/setup/global-setup.js",
        globalTeardown: "<rootDir>/integration-tests/setup/global-teardown.js",
        setupFiles: ["<rootDir>/integration-tests/setup/environment.js"],
      }
    : {}),
}
