import { wordLists } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import { readText } from '../../language/read-text.ts'
import { isPeopleNoun } from './people-nouns.ts'

/** Kinds of verbs, by how speaker and claim are placed around them; see `CueKind`. */
const VERBS = [
  'said',
  'told',
  'does',
  'acts',
  'thinks',
  'saying',
  'past',
  'reported',
  'saidBy',
  'quoting',
] as const
/**
 * The kind of a cue:
 * - `said` opens or closes a claim.
 * - `told` is followed by the addressee.
 * - `does` makes a claim with what follows it ("denied", "called for").
 * - `acts` is like `does`, but tells an act and not the words ("praised", "discussed").
 * - `thinks` is a thought or a wish.
 * - `saying` belongs to the speaker before it.
 * - `past` closes a clause whose auxiliary stands before ("hat … gesagt").
 * - `reported` closes a clause that contains the claim and follows its speaker ("SPEAKER از … خبر داد").
 * - `saidBy` closes the claim and precedes its speaker ("… belirten SPEAKER").
 * - `quoting` is a saying only beside a quotation ("continued").
 * - `source` and `sourceBehind` name the source of a claim, before and after its name ("according to",
 *   "zufolge").
 * - `sourceApart` does so only after a mark ("…, so X"), `sourceClosed` only if a verb closes the phrase
 *   ("Wie X mitteilte").
 */
export type CueKind = (typeof KINDS)[number]

const KINDS = [...VERBS, 'source', 'sourceApart', 'sourceClosed', 'sourceBehind'] as const

const LISTS = [
  ...KINDS,
  'that',
  'between',
  'borders',
  'turns',
  'relative',
  'personal',
  'as',
  'determiners',
  'passive',
  'auxiliary',
  'agents',
  'negations',
  'adverbials',
  'pronouns',
  'writers',
  'things',
  'never',
  'heads',
  'articles',
  'official',
  'anonymous',
  'party',
  'papers',
  'opens',
  'links',
  'helping',
  'where',
  'whereEndings',
  'reportedly',
  'unreported',
  'reportedEndings',
  'denies',
  'refused',
  'questions',
  'unsure',
  'lesser',
] as const
type List = (typeof LISTS)[number]
/** The name of a list, other than those of the cues. */
export type WordList = Exclude<List, CueKind>

/**
 * Position of the verb of saying: before its speaker (Arabic), after the claim (Turkish), or between the two.
 */
type VerbPlace = 'first' | 'last' | 'between'

interface Written {
  readonly verb: VerbPlace
  readonly headLast: boolean
  readonly lists: ReadonlyMap<List, readonly string[]>
}

/**
 * How a language expresses sayings, from its `sayings.json`. `{a,b}` in an entry stands for each of its
 * parts.
 */
export const writtenSayings = languagePart('sayings', {
  parse(json: unknown): Written {
    const given = new Map<string, unknown>(Object.entries(json ?? {}))
    const verb = given.get('verb')
    if (verb !== 'first' && verb !== 'last' && verb !== 'between')
      throw new TypeError('verb is first, last or between')
    const headLast = given.get('headLast') === true
    given.delete('verb')
    given.delete('headLast')
    const stray = [...given.keys()].find((key) => !LISTS.some((list) => list === key))
    if (stray !== undefined) throw new TypeError(`nobody reads the list ${stray}`)
    return {
      verb,
      headLast,
      lists: new Map(LISTS.map((list) => [list, readList(list, given.get(list) ?? [])])),
    }
  },
})

function readList(name: string, list: unknown): string[] {
  if (!Array.isArray(list)) throw new TypeError(`${name} is no list`)
  return list.flatMap((entry) => {
    if (typeof entry !== 'string' || entry.trim() !== entry || entry === '')
      throw new TypeError(`${name} is no list of words`)
    return expand(entry)
  })
}

/** "call{,s,ed} for" becomes "call for", "calls for" and "called for". */
function expand(entry: string): string[] {
  const braces = /\{([^{}]*)\}/u.exec(entry)
  if (braces === null) return [entry]
  const [whole, parts = ''] = braces
  const [before, behind] = [entry.slice(0, braces.index), entry.slice(braces.index + whole.length)]
  return parts.split(',').flatMap((part) => expand(`${before}${part}${behind}`))
}

/** A phrase of a list, as folded words of `readText`. */
interface Phrase {
  readonly words: readonly string[]
  readonly kind: CueKind
}

/** What is known about a language, for look-ups by folded words. */
export interface SayingWords {
  readonly verb: VerbPlace
  /** Whether the last of several nouns is the head: English "rights group". */
  readonly headLast: boolean
  /** Phrases by their first word, the longest first. */
  readonly cues: ReadonlyMap<string, readonly Phrase[]>
  readonly has: (list: WordList, word: string) => boolean
  readonly heads: readonly string[]
  readonly reportedEndings: readonly string[]
  readonly whereEndings: readonly string[]
  /** Whether nouns have capitals, so that a capital tells nothing about names. */
  readonly capitalNouns: boolean
  /** Whether this is a stop word. */
  readonly isStop: (word: string) => boolean
  /** Whether this is a word for people or bodies, from the lists or a noun (`isPeopleNoun`). */
  readonly isPeople: (word: string) => boolean
  /** Whether this is the plural form of a verb: English "claim", where "claims" is in the lists. */
  readonly isPluralVerb: (word: string) => boolean
}

const known = new Map<string, SayingWords | null>()

/** Returns null for a language without `sayings.json`. */
export function sayingWordsOf(language: string): SayingWords | null {
  let words = known.get(language)
  if (words === undefined) {
    const own = writtenSayings.of(language)
    known.set(language, (words = own === null ? null : compile(own, language)))
  }
  return words
}

/** The lists of people and bodies. */
export const PEOPLE = ['official', 'anonymous', 'party', 'papers'] as const

function compile({ verb, headLast, lists }: Written, language: string): SayingWords {
  const words = wordLists.of(language)
  const stop = new Set((words?.stop ?? []).flatMap(foldPhrase))
  const cues = new Map<string, Phrase[]>()
  for (const kind of KINDS)
    for (const entry of lists.get(kind) ?? []) {
      const words = foldPhrase(entry)
      const [first] = words
      if (first === undefined) continue
      cues.set(first, [...(cues.get(first) ?? []), { words, kind }])
    }
  for (const phrases of cues.values()) phrases.sort((one, other) => other.words.length - one.words.length)
  const sets = new Map(LISTS.map((list) => [list, new Set((lists.get(list) ?? []).flatMap(foldPhrase))]))
  const has: SayingWords['has'] = (list, word) => sets.get(list)?.has(word) === true
  return {
    verb,
    headLast,
    cues,
    has,
    isPeople: (word) => PEOPLE.some((list) => has(list, word)) || isPeopleNoun(word, language),
    isPluralVerb: (word) =>
      THIRD_PERSON.some(
        ([end, ending]) =>
          word.endsWith(end) && cues.has(`${word.slice(0, word.length - end.length)}${ending}`),
      ),
    heads: lists.get('heads') ?? [],
    reportedEndings: (lists.get('reportedEndings') ?? []).flatMap(foldPhrase),
    whereEndings: (lists.get('whereEndings') ?? []).flatMap(foldPhrase),
    capitalNouns: words?.capitalNouns === true,
    isStop: (word) => stop.has(word),
  }
}

/**
 * Whether a verb of saying, as written in a text, denies the claim after it: "denied the charges", but not
 * "denied bail".
 */
export function isDenial(verb: string, language: string, claim = ''): boolean {
  const words = sayingWordsOf(language)
  const denied = foldPhrase(claim).find((word) => words?.isStop(word) === false)
  return (
    words !== null &&
    foldPhrase(verb).some((word) => words.has('denies', word)) &&
    !words.has('refused', denied ?? '')
  )
}

/** English endings of a verb in the plural, and in the third person singular. */
const THIRD_PERSON = [
  ['y', 'ies'],
  ['', 's'],
  ['', 'es'],
] as const

const foldPhrase = (entry: string): readonly string[] => readText(entry).folded
