/** A person or organisation that the news spells in many ways, as `config/names.yaml` lists it. */
export interface NameEntry {
  readonly kind: 'person' | 'organisation'
  /** The one name that is told. */
  readonly name: string
  /** Country that this person leads, ISO 3166-1 alpha-2. */
  readonly leads?: string
  /** Other spellings, in any script; case and accents do not matter. */
  readonly aliases: readonly string[]
}
