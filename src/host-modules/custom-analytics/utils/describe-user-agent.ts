// First match wins: Edge and Opera also call themselves Chrome, Chrome also
// calls itself Safari, and an iPhone's browser also calls itself Mac OS.
const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
]

const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad|iPod/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
]

const DEVICES: [RegExp, string][] = [
  [/iPad|Tablet|Android(?!.*Mobile)/, "tablet"],
  [/Mobi|iPhone|iPod/, "mobile"],
  [/Windows|Macintosh|Linux|CrOS/, "desktop"],
]

/** Browser, system and kind of device, each null where it is not known. */
export function describeUserAgent(userAgent: string | undefined) {
  return {
    browser: firstMatch(BROWSERS, userAgent),
    os: firstMatch(SYSTEMS, userAgent),
    device_type: firstMatch(DEVICES, userAgent),
  }
}

function firstMatch(
  table: [RegExp, string][],
  userAgent: string | undefined
): string | null {
  if (userAgent === undefined) {
    return null
  }
  return table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null
}
