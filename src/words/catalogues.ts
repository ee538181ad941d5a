import ar from '../language/ar/messages.json' with { type: 'json' }
import de from '../language/de/messages.json' with { type: 'json' }
import en from '../language/en/messages.json' with { type: 'json' }
import es from '../language/es/messages.json' with { type: 'json' }
import type examples from '../language/examples.json'
import fa from '../language/fa/messages.json' with { type: 'json' }
import fr from '../language/fr/messages.json' with { type: 'json' }
import type { Spoken } from '../language/languages.ts'
import ru from '../language/ru/messages.json' with { type: 'json' }
import tr from '../language/tr/messages.json' with { type: 'json' }

/** The key of one of our texts. */
export type PhraseKey = keyof typeof en

/** The texts of one language, in ICU MessageFormat. A missing text is a compile error. */
export type Catalogue = Readonly<Record<PhraseKey, string>>

export const CATALOGUES: Readonly<Record<Spoken, Catalogue>> = { en, tr, ar, fa, fr, de, ru, es }

/**
 * The values that a text takes, derived from its examples: a number if the text counts (`{n, plural, …}`,
 * `{n, number}`), else `Piece`. A forgotten or misspelt value is a compile error. A test compares the
 * examples with the texts.
 */
type ValuesOf<Key extends PhraseKey, Piece> = {
  readonly [Name in Arguments<Key>[0]]: Extract<Arguments<Key>, readonly [Name, unknown]>[1] extends number
    ? number
    : Piece
}

/** The values to pass for a text; empty if it takes none. */
export type GivenTo<Key extends PhraseKey, Piece> = [Arguments<Key>] extends [never]
  ? []
  : [values: ValuesOf<Key, Piece>]

type Examples = typeof examples

/** Name and example of each argument of a text. */
type Arguments<Key> = Key extends keyof Examples
  ? { [Name in keyof Examples[Key]]: readonly [Name, Examples[Key][Name]] }[keyof Examples[Key]]
  : never
