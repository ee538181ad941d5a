import { z } from 'zod'
import { languagePart } from './read-part.ts'

/** Parts of a regular expression, as alternatives. `{times}` stands for another list of the file, `{capital}` for a capital letter. */
const expressions = z.array(z.string().min(1))

/** How sentences begin that lean on the one before. */
export const leaning = languagePart(
  'openings',
  z.strictObject({
    /** What leans whatever follows. */
    leans: expressions,
    /** Words that only join: they lean unless a name comes next ("But Iran said …"), for then the sentence says itself who acts. */
    links: expressions.optional(),
    /** What may stand between such a word and the name. */
    before: expressions.default([]),
    /** Names where capitals do not tell them. */
    namesAre: z.literal('countries').optional(),
    /** What begins so and stands alone. */
    stands: expressions.optional(),
    /** Words are not set apart by spaces. */
    isRunning: z.boolean().default(false),
    /** Not behind "this": "this week" says when, not which. */
    times: expressions.default([]),
    /** "Das israelische Militär": an article before a noun. "Das sagte Merz": a verb follows, which ends like a weak adjective. */
    article: expressions.default([]),
    /** "Both" of Russian and Ukrainian before a noun that says whom, not before a verb or those of whom the text spoke. */
    bothOfWhom: expressions.default([]),
    /** Arabic verbs open the sentence, and who acts follows; where one of these follows, nobody is named. */
    goesOn: expressions.default([]),
    saysSomebody: expressions.default([]),
    /** What tells that a byline or a rubric ran into a sentence: so it begins behind it, capitals and all. */
    behindByline: expressions.default([]),
    behindRubric: expressions.default([]),
  }),
)

type Openings = NonNullable<ReturnType<typeof leaning.of>>

/** What sentences begin with that lean on the one before, in this language (ISO 639-1); null for languages unknown here. */
export function leaningOpening(language: string): RegExp | null {
  const openings = leaning.of(language)
  return openings === null ? null : ruleOf(openings, language)
}

/** The words that only join, at the beginning of a sentence, in this language (ISO 639-1); null where none are known. */
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

/** Letters of other cases match each other in the rules, but for these. */
const CAPITAL = '(?-i:\\p{Lu})'

/** Not "I", "I’m" or a day. In German "Sie" and "Ihr" may speak to somebody. */
const NAME = `(?!(?:Sie|Ihr(?:e[nmrs]?)?|Ihnen|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L}))${CAPITAL}[\\p{L}\\p{M}]`

/** The names of all countries in a language (ISO 639-1), as parts of a regular expression. From CLDR, as the engine has it. */
function countryNames(language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return CODES.flatMap((code) => names.of(code) ?? []).join('|')
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
