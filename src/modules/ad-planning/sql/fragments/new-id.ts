/** A fresh primary key with the model's prefix. */
export function newId(prefix: string): string {
  return `'${prefix}_' || replace(gen_random_uuid()::text, '-', '')`
}
