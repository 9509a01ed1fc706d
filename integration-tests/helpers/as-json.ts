interface RequestOptions {
  headers: Record<string, string>
}

/**
 * A body and the options to send it with exactly as it is: axios leaves out what
 * is called `constructor`, which real clients do not.
 */
export function asJson<Options extends RequestOptions>(
  options: Options,
  body: object
) {
  const sent = {
    ...options,
    headers: { ...options.headers, "content-type": "application/json" },
    transformRequest: [(text: string) => text],
  }
  return [JSON.stringify(body), sent] as const
}
