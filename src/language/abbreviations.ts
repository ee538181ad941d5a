import { anyOf } from './any-of.ts'
import { EVERY_LANGUAGE } from './languages.ts'
import { sentenceRules } from './parts.ts'

/**
 * What a full stop after a word means, by language. Lower case, without the last full stop.
 * Chosen from the style books of the languages and from what news texts really write; a language that
 * is missing gets the shared lists, which cost nothing where they do not occur.
 */
export interface Abbreviations {
  /** Titles and the like: a sentence never ends here ("Dr.", "ул.", "Doç."). */
  readonly leads: ReadonlySet<string>
  /**
   * Often stands before a name ("Inc.", "U.S.", "A.Ş."): only a word of `openers` begins a new sentence.
   * What is in no list ("etc.", "руб.", "vb.") ends a sentence before a capital and not before a small letter.
   */
  readonly trails: ReadonlySet<string>
  /** Belongs to the number behind it ("No. 7", "ст. 105", "s. 12"). */
  readonly beforeNumber: ReadonlySet<string>
  /** Words that often open a sentence and seldom follow an abbreviation in capitals. */
  readonly openers: ReadonlySet<string>
  /** Whether "3." means "third", as in German and Turkish. */
  readonly ordinals: boolean
  /** What follows the name of a firm that ends in a mark: "Yahoo! Inc." */
  readonly legalForm: RegExp
  /** A heading or a caption that ran into the text, or a lost full stop: a capital word that the language writes small within a sentence. */
  readonly ranTogether: RegExp | null
}

/** The lists for a language (ISO 639-1); an unknown one gets the shared lists and the English openers. */
export function abbreviationsOf(language: string): Abbreviations {
  const shared = sentenceRules.of(EVERY_LANGUAGE)
  const ordinals = shared?.ordinals.includes(language) ?? false
  const own = sentenceRules.of(language)
  const name = own === null && !ordinals ? EVERY_LANGUAGE : language
  let abbreviations = known.get(name)
  if (abbreviations === undefined) {
    abbreviations = {
      leads: new Set([...(shared?.leads ?? []), ...(own?.leads ?? [])]),
      trails: new Set([...(shared?.trails ?? []), ...(own?.trails ?? [])]),
      beforeNumber: new Set([...(shared?.beforeNumber ?? []), ...(own?.beforeNumber ?? [])]),
      openers: new Set(own?.openers ?? sentenceRules.of('en')?.openers),
      ordinals,
      legalForm: new RegExp(String.raw`^${anyOf(shared?.legalForms ?? [])}(?!\p{N})`, 'u'),
      ranTogether:
        own?.smallWithin === undefined
          ? null
          : new RegExp(String.raw`(?<=\p{Ll}{3} )(?=${anyOf(own.smallWithin)}\s\p{L})`, 'gu'),
    }
    known.set(name, abbreviations)
  }
  return abbreviations
}

const known = new Map<string, Abbreviations>()
