import type { en } from './en.ts'

/** The name of one of our texts. */
export type PhraseKey = keyof typeof en

/**
 * What a text wants to be given, read from its English form: a number where it counts (`{n, plural, …}`, `{n, number}`),
 * and `Piece` elsewhere. A forgotten or misspelt value is a compile error.
 */
type ValuesOf<Key extends PhraseKey, Piece> = {
  readonly [Name in Arguments<(typeof en)[Key]>[0]]: Extract<
    Arguments<(typeof en)[Key]>,
    readonly [Name, unknown]
  >[1] extends 'number'
    ? number
    : Piece
}

/** Nothing where a text wants nothing. */
export type GivenTo<Key extends PhraseKey, Piece> = [Arguments<(typeof en)[Key]>] extends [never]
  ? []
  : [values: ValuesOf<Key, Piece>]

/** Name and kind of each argument. A brace behind a plural form opens a branch and is none. */
type Arguments<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? (Before extends `${string}${Branch} ` ? never : Argument<After>) | Arguments<After>
  : never

type Argument<After extends string> = After extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name}, ${'number' | 'plural'}${string}`
    ? readonly [Name, 'number']
    : readonly [Inside, 'text']
  : never

type Branch = Intl.LDMLPluralRule | `=${number}`
