import { z } from 'zod'
import { languagePart } from './read-part.ts'

/**
 * Parts of a regular expression, used as alternatives. `{times}` inserts another list of the file,
 * `{capital}` a capital letter.
 */
const expressions = z.array(z.string().min(1))

/** Openings of sentences that lean on the sentence before. */
export const leaning = languagePart(
  'openings',
  z.strictObject({
    /** Openings that lean whatever follows. */
    leans: expressions,
    /**
     * Words that only join. They lean unless a name follows ("But Iran said …"), because then the sentence
     * itself says who acts.
     */
    links: expressions.optional(),
    /** What may stand between such a word and the name. */
    before: expressions.default([]),
    /** How names are recognised if capitals do not mark them. */
    namesAre: z.literal('countries').optional(),
    /** Openings that look leaning but stand alone. */
    stands: expressions.optional(),
    /** Whether words are written without spaces between them. */
    isRunning: z.boolean().default(false),
    /** Words that must not follow "this": "this week" says when, not which. */
    times: expressions.default([]),
    /**
     * What follows "das" as a pronoun and not as an article: "Das israelische Militär" has an article before
     * a noun; in "Das sagte Merz" a verb follows that ends like a weak adjective.
     */
    article: expressions.default([]),
    /**
     * What follows Russian and Ukrainian "both" if the text spoke of them before: a verb or a word such as
     * "sides", and not a noun that says who they are.
     */
    bothOfWhom: expressions.default([]),
    /**
     * An Arabic verb opens its sentence, and the subject follows. If one of these follows the verb, no
     * subject is named.
     */
    goesOn: expressions.default([]),
    saysSomebody: expressions.default([]),
    /** Words that show where a sentence begins after a byline or a rubric ran into it. */
    behindByline: expressions.default([]),
    behindRubric: expressions.default([]),
  }),
)

type Openings = NonNullable<ReturnType<typeof leaning.of>>

/**
 * Returns an expression for openings that lean on the sentence before, in a language (ISO 639-1); null for
 * languages unknown here.
 */
export function leaningOpening(language: string): RegExp | null {
  const openings = leaning.of(language)
  return openings === null ? null : ruleOf(openings, language)
}

/**
 * Returns an expression for words that only join, at the beginning of a sentence, in a language (ISO 639-1);
 * null if none are known.
 */
export function joiningOpening(language: string): RegExp | null {
  const openings = leaning.of(language)
  if (openings?.links === undefined) return null
  const ends = openings.isRunning ? '' : WORD_ENDS
  return new RegExp(`^(?:${openings.links.join('|')})${ends}`, 'iu')
}

/** "Then-President …", "So-called …" and "O’Brien" are words of their own. */
const WORD_ENDS = "(?![\\p{L}\\p{M}]|-\\p{L}|['’](?-i:\\p{Lu}))"

function ruleOf(openings: Openings, language: string): RegExp {
  const { isRunning } = openings
  const written = (list: readonly string[]): string =>
    list.join('|').replaceAll(/\{([a-z]\w*)\}/gu, (_, name: string) => standsFor(name))
  function standsFor(name: string): string {
    switch (name) {
      case 'capital':
        return CAPITAL
      case 'times':
        return `(?!\\s(?:${written(openings.times)})(?![\\p{L}\\p{M}]))`
      case 'article':
      case 'bothOfWhom':
      case 'goesOn':
      case 'saysSomebody':
        return written(openings[name])
      default:
        throw new TypeError(`openings.json of ${language} has no list ${name}`)
    }
  }

  const ends = isRunning ? '' : WORD_ENDS
  const named = openings.namesAre === undefined ? NAME : `(?:${countryNames(language)})${ends}`
  const gap = isRunning ? '[，、]?' : '[,،]? '
  const before = written(openings.before)
  const stands = openings.stands === undefined ? '' : `(?!${written(openings.stands)})`
  const links =
    openings.links === undefined
      ? ''
      : `|(?:${written(openings.links)})${ends}(?!${gap}(?:${before})?${named})`
  return new RegExp(`^["“«„‘'「(\\s¿¡—–-]*${stands}(?:(?:${written(openings.leans)})${ends}${links})`, 'iu')
}

/** The rules ignore case, except for these letters. */
const CAPITAL = '(?-i:\\p{Lu})'

/** A name, but not "I", "I’m" or a weekday. German "Sie" and "Ihr" may address somebody. */
const NAME = `(?!(?:Sie|Ihr(?:e[nmrs]?)?|Ihnen|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L}))${CAPITAL}[\\p{L}\\p{M}]`

/**
 * Returns the CLDR names of all countries in a language (ISO 639-1), as alternatives of a regular expression.
 */
function countryNames(language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return CODES.flatMap((code) => names.of(code) ?? []).join('|')
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
