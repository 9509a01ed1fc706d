/**
 * What an event says under a property's name: one value, or several where it is
 * a list. A dot leads into an object (`items.sku`), through lists into each of
 * their elements; a property whose own name has the dot comes first. Only what
 * the event itself brought is read, never what every object inherits.
 */
export function propertyValues(
  properties: Record<string, unknown>,
  name: string
): unknown[] {
  if (Object.hasOwn(properties, name)) {
    return flat([properties[name]])
  }
  return name
    .split(".")
    .reduce<unknown[]>(
      (found, key) => flat(found.flatMap((value) => ownValue(value, key))),
      [properties]
    )
}

function ownValue(value: unknown, key: string): unknown[] {
  if (typeof value !== "object" || value === null) {
    return []
  }
  const found = Object.getOwnPropertyDescriptor(value, key)
  return found ? [found.value] : []
}

/** A list stands for its elements; a list in a list is nobody's value. */
function flat(values: unknown[]): unknown[] {
  return values.flat(1)
}
