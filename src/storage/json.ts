declare const HOLDS: unique symbol

/** JSON of a `T`. Only this store writes such columns, so what comes out has the type that went in. */
export type Json<T> = string & { readonly [HOLDS]?: T }

export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value)
}

export function fromJson<T>(json: Json<T>): T {
  const value: T = JSON.parse(json)
  return value
}
