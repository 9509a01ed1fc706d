/** Encodings that a report may come in. */
export const TEXT_ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

export interface DecodedText {
  text: string
  encoding: TextEncoding
}

// Of a text of Latin letters in UTF-16 about half of the bytes are NUL.
const NUL_SHARE_OF_UTF16 = 0.2
const SAMPLE_BYTES = 4_096

/**
 * The text of a file by its bytes alone: the byte order mark, else where its NULs
 * stand, else UTF-8 if it is valid, else Windows-1252, in which everything is.
 *
 * @returns the text without its byte order mark
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markedEncoding(bytes) ?? nulEncoding(bytes)
  if (encoding) {
    return { text: new TextDecoder(encoding).decode(bytes), encoding }
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return { text, encoding: "utf-8" }
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error
    }
    const text = new TextDecoder("windows-1252").decode(bytes)
    return { text, encoding: "windows-1252" }
  }
}

function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) {
    return "utf-16le"
  }
  if (first === 0xfe && second === 0xff) {
    return "utf-16be"
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : null
}

/** In which half of each pair of bytes the NULs stand says which one is first. */
function nulEncoding(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let even = 0
  let odd = 0
  sample.forEach((byte, index) => {
    if (byte === 0) {
      if (index % 2 === 0) {
        even += 1
      } else {
        odd += 1
      }
    }
  })
  if (sample.length < 4 || even + odd < sample.length * NUL_SHARE_OF_UTF16) {
    return null
  }
  return odd >= even ? "utf-16le" : "utf-16be"
}
