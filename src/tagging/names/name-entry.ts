/** A person or organisation that the news spells in many ways, as `config/names.yaml` lists it. */
export interface NameEntry {
  /** The one name that is told. */
  readonly name: string
  /** Other spellings, in any script; case and accents do not matter. */
  readonly aliases: readonly string[]
}

/** All listed names. */
export interface NameList {
  readonly people: readonly NameEntry[]
  readonly organisations: readonly NameEntry[]
}
