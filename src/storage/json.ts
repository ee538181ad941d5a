declare const HOLDS: unique symbol

/** JSON of a `T`. Only the store writes such columns, so reading gives back the type that was written. */
export type Json<T> = string & { readonly [HOLDS]?: T }

export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value)
}

export function fromJson<T>(json: Json<T>): T {
  const value: T = JSON.parse(json)
  return value
}
