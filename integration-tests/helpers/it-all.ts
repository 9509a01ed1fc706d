/**
 * One test of many cases, for those that write nothing: every test of its own
 * costs a restored database. Fails with all the cases that fail, each named by
 * its first value.
 */
export function itAll<Case extends readonly unknown[]>(
  name: string,
  cases: readonly Case[],
  check: (...values: Case) => Promise<void>
): void {
  it(name, async () => {
    const failures: string[] = []
    for (const values of cases) {
      try {
        await check(...values)
      } catch (error) {
        failures.push(`${JSON.stringify(values[0])}: ${String(error)}`)
      }
    }
    expect(failures.join("\n\n")).toBe("")
  })
}
