import { INDIRECT_ASKS } from '../../language/asked.ts'
import { isMet } from '../../language/bridge/translate.ts'
import { askWords } from '../../language/typed-words.ts'
import { nearest } from '../reading/names.ts'
import { compileLexicon, type Lexicon, type Phrase, type Sign } from './compile-lexicon.ts'
import { indirectVerbs, negatedVerbs, politeVerbs } from './plain-verbs.ts'
import { formsOf, stemOf, type Word } from './sentence.ts'

/** The languages (ISO 639-1) in which sentences are understood. */
export const UNDERSTOOD = askWords.languages()

const lexicons = new Map<string, Lexicon>()

const lexiconOf = (language: string): Lexicon =>
  lexicons.getOrInsertComputed(language, () => compileLexicon(language))

/** The longest phrase that begins at a word, with everything that it may mean. */
export interface PhraseMatch {
  readonly length: number
  readonly signs: ReadonlySet<Sign>
  /** The word is in no list as it is: only its stem or an indirect form matches, or it is misspelt. */
  readonly isApproximate: boolean
}

/**
 * Returns what the words from here on mean in a language; null where they are no phrase of it. Words as they
 * are written come before their other forms.
 */
export function matchPhrase(words: readonly Word[], at: number, language: string): PhraseMatch | null {
  const first = words[at]
  if (first === undefined || first.kind === 'quote') return null
  const { byFirst, byStem, open, conditions, written } = lexiconOf(language)
  const forms = formsOf(first.key, language)
  const found = [
    ...forms.flatMap((form, rank) =>
      (byFirst.get(form) ?? [])
        .filter((phrase) => matchesFrom(phrase, words, at, language))
        .map(({ words: own, signs }) => ({ length: own.length, rank: Math.min(rank, 1), signs })),
    ),
    ...politeVerbs(first, language, words[at + 1]?.key ?? '').flatMap((form) =>
      (byFirst.get(form) ?? [])
        .filter((phrase) => isAsking(phrase) && matchesFrom(phrase, words, at, language))
        .map(({ words: own, signs }) => ({ length: own.length, rank: 1, signs: signs.filter(isAskSign) })),
    ),
    ...indirectVerbs(first, language).flatMap((form) =>
      (byFirst.get(form) ?? [])
        .filter((phrase) => isAsking(phrase) && matchesFrom(phrase, words, at, language))
        .map(({ words: own, signs }) => ({ length: own.length, rank: 3, signs: indirectSigns(signs) }))
        .filter(({ signs }) => signs.length > 0),
    ),
    ...partedVerb(words, at, language).map((signs) => ({ length: 1, rank: -1, signs })),
    ...negatedVerb(words, at, language),
    ...open
      .filter((phrase) => first.key.startsWith(phrase.words[0] ?? ''))
      .map(({ signs }) => ({ length: 1, rank: 0, signs })),
  ]
  if (
    found.length === 0 &&
    conditions.some(
      (ending) => first.key.length >= ending.length + SHORTEST_VERB && first.key.endsWith(ending),
    )
  )
    found.push({ length: 1, rank: 0, signs: ['condition'] })
  const stemmed = found.length === 0 && first.kind === 'word' ? stemOf(first.key, language) : null
  if (stemmed !== null)
    for (const { signs } of byStem.get(stemmed) ?? []) {
      // Somebody who tells that a person spoke does not want us to speak. Besides, the stem of "söylerse" (if
      // he says) is that of "söyler" (he says).
      const others = signs.filter(
        (sign) => sign === 'ask:briefing' || !(sign.startsWith('ask:') || sign === 'condition'),
      )
      if (others.length > 0) found.push({ length: 1, rank: 2, signs: others })
    }
  const read = written.has(first.typed.toLowerCase()) ? found : asWritten(found, first, language)
  const longest = Math.max(0, ...read.map(({ length }) => length))
  const rank = Math.min(...read.filter(({ length }) => length === longest).map((one) => one.rank))
  const best = read.filter((one) => one.length === longest && one.rank === rank)
  if (best.length === 0) return null
  return { length: longest, signs: new Set(best.flatMap(({ signs }) => signs)), isApproximate: rank >= 2 }
}

interface Found {
  readonly length: number
  readonly rank: number
  readonly signs: readonly Sign[]
}

/**
 * Corrects the meanings of a word that no list has as it is written. Some accents tell what was done: "on en
 * a parlé", "¿qué cambió?". Turkish "su" is water, "şu" that one.
 */
function asWritten(found: readonly Found[], { key, typed }: Word, language: string): readonly Found[] {
  if (language === 'tr' && key.length <= LONGEST_CEDILLA_PAIR) return found.filter(({ length }) => length > 1)
  if (!PAST_ENDING.test(typed)) return found
  return found
    .map((one) => ({
      ...one,
      signs: [...one.signs.filter((sign) => !isAskSign(sign)), ...indirectSigns(one.signs)],
    }))
    .filter(({ signs }) => signs.length > 0)
}

const PAST_ENDING = /[éó]$/iu

/** Letters of words in which a cedilla makes another word. */
const LONGEST_CEDILLA_PAIR = 2

/**
 * Reads verbs whose rest stands after their object: "schalt die Warnungen ab", "turn the alerts back on",
 * "take sport out of it".
 */
function partedVerb(words: readonly Word[], at: number, language: string): readonly (readonly Sign[])[] {
  if (!PARTED.has(language)) return []
  const { byFirst } = lexiconOf(language)
  const verbs = byFirst.get(words[at]?.key ?? '') ?? []
  return verbs
    .filter((phrase) => phrase.words.length > 1 && isParted(phrase, words, at, byFirst))
    .map(({ signs }) => signs.filter((sign) => INDIRECT_ASKS.some((ask) => sign === `ask:${ask}`)))
    .filter((signs) => signs.length > 0)
}

/** Reads verbs in a form that tells us not to: "durdurma", "iptal etme", "لغو نکن", "no canceles". */
function negatedVerb(words: readonly Word[], at: number, language: string): readonly Found[] {
  const { byFirst } = lexiconOf(language)
  return [0, 1].flatMap((step) => {
    const word = words[at + step]
    const listed = (byFirst.get(words[at]?.key ?? '') ?? []).some(
      ({ words: own }) => own.length === step + 1 && own[step] === word?.key,
    )
    // "Ekleme" (adding, or don't add) is a word of its own.
    if (listed || word?.kind !== 'word' || (step > 0 && words[at]?.closes === true)) return []
    return negatedVerbs(word, language).flatMap((key) => {
      const plain = words.with(at + step, { ...word, key })
      return (byFirst.get(plain[at]?.key ?? '') ?? [])
        .filter((phrase) => phrase.words.length === step + 1 && isAsking(phrase))
        .filter((phrase) => matchesFrom(phrase, plain, at, language))
        .map(({ signs }): Found => ({
          length: step + 1,
          rank: -1,
          signs: [...signs.filter(isAskSign), 'negation'],
        }))
    })
  })
}

const PARTED: ReadonlySet<string> = new Set(['de', 'en'])

/** Returns whether the rest of a phrase stands at the end of the sentence, or before a time. */
function isParted(
  { words: [, ...rest] }: Phrase,
  words: readonly Word[],
  at: number,
  byFirst: Lexicon['byFirst'],
): boolean {
  const isEnd = (word: Word | undefined): boolean =>
    word === undefined ||
    (byFirst.get(word.key) ?? []).some(({ signs }) => signs.some((sign) => ENDING.has(sign)))
  // "Leave Brazil out of the digest".
  const opensOut = (word: Word | undefined, next: Word | undefined): boolean =>
    (byFirst.get(word?.key ?? '') ?? []).some(
      ({ words: own, signs }) => own.length > 1 && own[1] === next?.key && signs.includes('out-of'),
    )
  return words.some(
    (_, from) =>
      from > at + 1 &&
      from <= at + MOST_BETWEEN + 1 &&
      rest.every((part, step) => words[from + step]?.key === part) &&
      (isEnd(words[from + rest.length]) || opensOut(words[from], words[from + 1])),
  )
}

/** Most words between the parts of a verb. */
const MOST_BETWEEN = 6

/** What may follow the rest of a verb. */
const ENDING: ReadonlySet<Sign> = new Set<Sign>(['until', 'please', 'again', 'out-of', 'time:now'])

const indirectSigns = (signs: readonly Sign[]): readonly Sign[] =>
  INDIRECT_ASKS.flatMap((ask): Sign[] => (signs.includes(`ask:${ask}`) ? [`indirect:${ask}`] : []))

const isAskSign = (sign: Sign): boolean => sign.startsWith('ask:')
const isAsking = ({ signs }: Phrase): boolean => signs.some(isAskSign)

/** Letters of a verb before its ending, so that "borsa" (stock exchange) is no condition. */
const SHORTEST_VERB = 2

/** Returns what a misspelt word was probably meant to say: "happenning". */
export function matchMisspelt({ key }: Word, language: string, isWord: boolean): PhraseMatch | null {
  const { byFirst } = lexiconOf(language)
  const [near] =
    key.length < (isWord ? SHORTEST_KNOWN_WORD : SHORTEST_CORRECTED) ? [] : nearest(key, [...byFirst.keys()])
  const phrases =
    near === undefined ? [] : (byFirst.get(near) ?? []).filter(({ words }) => words.length === 1)
  return phrases.length === 0
    ? null
    : { length: 1, signs: new Set(phrases.flatMap(({ signs }) => signs)), isApproximate: true }
}

/** Shorter words are close to too many others. A word that exists has to be longer still. */
const SHORTEST_CORRECTED = 5
const SHORTEST_KNOWN_WORD = 9

function matchesFrom(
  { words: own, lastLetter, signs, isOpen }: Phrase,
  words: readonly Word[],
  at: number,
  language: string,
): boolean {
  // "من نشرة" is "from a bulletin", "من نشره" "who published it": many write ه for ة, but nobody the other
  // way round.
  const isNoun = words[at + own.length - 1]?.typed.endsWith('ة') === true && lastLetter !== 'ة'
  if (isNoun && signs.some(isAskSign)) return false
  for (let step = 1; step < own.length; step++) {
    const before = words[at + step - 1]
    const word = words[at + step]
    const wanted = own[step] ?? ''
    if (word === undefined || word.kind === 'quote' || before?.closes === true) return false
    const isLast = step === own.length - 1
    const isThis =
      isLast && isOpen
        ? word.key.startsWith(wanted)
        : formsOf(word.key, language).includes(wanted) ||
          politeVerbs(word, language, words[at + step + 1]?.key ?? '').includes(wanted) ||
          (isLast && indirectVerbs(word, language).includes(wanted))
    if (!isThis) return false
  }
  return true
}

/**
 * Guesses the language (ISO 639-1) of a sentence. Each small word votes for the languages that have it; the
 * fewer these are, the more the vote counts.
 */
export function languageOf(words: readonly Word[]): string {
  const scores = new Map(UNDERSTOOD.map((language) => [language as string, 0]))
  for (const [at, word] of words.entries()) {
    if (word.kind !== 'word') continue
    const having = UNDERSTOOD.flatMap((language) => {
      const found =
        lexiconOf(language)
          .byFirst.get(word.key)
          ?.filter((phrase) => matchesFrom(phrase, words, at, language)) ?? []
      const longest = Math.max(0, ...found.map((phrase) => phrase.words.length))
      return longest === 0 ? [] : [{ language, longest }]
    })
    for (const { language, longest } of having)
      scores.set(
        language,
        (scores.get(language) ?? 0) + longest / having.length + word.key.length * TIE_BREAK,
      )
    if (having.length === 0) {
      const met = UNDERSTOOD.filter((language) => isMet(word.typed, language))
      // Names and loanwords occur in all languages, above all in English.
      const isShared = met.includes('en')
      for (const language of isShared ? ['en'] : met)
        scores.set(
          language,
          (scores.get(language) ?? 0) +
            (isShared ? 1 / UNDERSTOOD.length : 1 / met.length + word.key.length * TIE_BREAK),
        )
    }
    for (const language of ofLetters(word.typed)) scores.set(language, (scores.get(language) ?? 0) + 1 / 4)
  }
  const [best] = [...scores].sort(([, one], [, other]) => other - one)
  return best === undefined || best[1] === 0 ? 'en' : best[0]
}

/**
 * Per letter, since a long word is rarely shared by two languages by chance ("noticias de onu"). Smaller than
 * any share of a vote.
 */
const TIE_BREAK = 0.001

/** Languages of ours that alone have the letters of a word. */
function ofLetters(typed: string): readonly string[] {
  if (/[پچژگکی\u200c]/u.test(typed)) return ['fa']
  if (/[يكةأإ]/u.test(typed)) return ['ar']
  if (/\p{Script=Arabic}/u.test(typed)) return ['ar', 'fa']
  if (/\p{Script=Cyrillic}/u.test(typed)) return ['ru']
  if (/[ışğİ]/u.test(typed)) return ['tr']
  if (/[ßä]/u.test(typed)) return ['de']
  if (/[ñ¿]/u.test(typed)) return ['es']
  return /[èêàœ]/u.test(typed) ? ['fr'] : []
}
