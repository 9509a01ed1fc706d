export function newId(): string {
  // A page over plain http has no randomUUID; 128 random bits are an id too.
  return crypto.randomUUID
    ? crypto.randomUUID()
    : crypto
        .getRandomValues(new Uint8Array(16))
        .reduce((id, byte) => id + (byte + 256).toString(16).slice(1), "")
}
