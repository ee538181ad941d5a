/** The list under `key` of a file's value; null if there is none. */
export function listIn(value: unknown, key: string): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
  const list: unknown = Reflect.get(value, key)
  return Array.isArray(list) ? list : null
}
