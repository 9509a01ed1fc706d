import fc from "fast-check"

// A fixed seed: what is red on one machine is red on every other, and again.
const SEED = 20_261_122

/** Checks a property on many generated inputs. */
export function checkProperty<Input>(
  property: fc.IProperty<Input>,
  numRuns = 300
): void {
  fc.assert(property, { seed: SEED, numRuns })
}

/** The same for a property that has to be waited for. */
export async function checkAsyncProperty<Input>(
  property: fc.IAsyncProperty<Input>,
  numRuns = 300
): Promise<void> {
  await fc.assert(property, { seed: SEED, numRuns })
}
