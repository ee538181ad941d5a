import { type Guess, guessedLanguages, guessLanguage } from './guess/guess-language.ts'
import { wordLists } from './parts.ts'
import { readText } from './read-text.ts'

/** How many letters are looked at: more cost time and change nothing. */
const SAMPLE_LENGTH = 200
/** Letters of a first look, which is right for 99 in 100 texts and takes a third of the time. */
const FIRST_SAMPLE_LENGTH = 60
/** Below this length the source's language says more than the text, if both have the same script. */
const LEAST_LENGTH = 20
/**
 * Share of the best score from which the source's language is believed instead, if both have the same script.
 * Letters err on one headline in forty ("Carl Icahn Rift Hurts eBay" looks Danish to them). Chosen on
 * headlines in their source's language and in another.
 */
const NEARLY_AS_LIKELY = 0.88
/** How many words must confirm a first look. */
const LEAST_WITNESSES = 2
/** How many times as many words must confirm it as contradict it. */
const WITNESSES_PER_OPPONENT = 3
/** How many of the first words are checked. */
const WORDS_CHECKED = 40
/**
 * How many witnesses without any against them decide without a look at the letters, for the source's language
 * or one not in `NEIGHBOURED`. Chosen on 8,699 texts in sixteen languages: they decide 63 in 100, all as the
 * letters do; with three witnesses the letters disagree once.
 */
const DECISIVE_WITNESSES = 4

/**
 * Length of a headline or two, in UTF-16 units. The letters take one in four headlines full of names for a
 * language that we do not read, but no longer text.
 */
const HEADLINE_LENGTH = 120
/** A best score below this is a guess of the letters: right ones are mostly above 0.7. */
const LEAST_SURE_SCORE = 0.65
/** Share of such a score that another language needs. */
const POSSIBLE_SHARE = 0.6

/**
 * Returns the language of a text (ISO 639-1), or `und`. `words` are its first words, folded. The words decide
 * for a long text if they leave no doubt, otherwise the letters (`guessLanguage`). A first look at few
 * letters is believed if something confirms it: `sourceLanguage`, the language of the source, or words that
 * only one language has. If the letters find the source's language nearly as likely, it is chosen. For a
 * headline of an unknown source, common words may favour a language that we read over one that we do not.
 */
export function detectLanguage(text: string, words: readonly string[], sourceLanguage?: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const witnesses = readWitnesses(words)
  if (sample.length === SAMPLE_LENGTH) {
    const sure = decidedByWords(witnesses, sourceLanguage)
    if (sure !== undefined) return sure
    if (
      sourceLanguage !== undefined ||
      witnesses.some((witness) => isConfirmed(witnesses, witness, LEAST_WITNESSES))
    ) {
      const { language } = guessLanguage(sample.slice(0, FIRST_SAMPLE_LENGTH))
      if (
        language !== '' &&
        (language === sourceLanguage || isConfirmed(witnesses, language, LEAST_WITNESSES))
      )
        return language
    }
  }
  const found = guessLanguage(sample)
  if (sourceLanguage === undefined)
    return found.language === '' ? 'und' : preferReadLanguage(sample, words, found)
  if (found.language === sourceLanguage || found.language === '') return sourceLanguage
  if (sample.trim().length < LEAST_LENGTH && scriptOf(sample) === scriptOfLanguage(sourceLanguage))
    return sourceLanguage
  if (scriptOf(sample) !== scriptOfLanguage(sourceLanguage) || isConfirmed(witnesses, found.language, 1))
    return found.language
  return found.scoreOf(sourceLanguage) >= NEARLY_AS_LIKELY * found.scoreOf(found.language)
    ? sourceLanguage
    : found.language
}

/**
 * Returns the language that the letters tell, or one of ours that is nearly as likely and has more of a
 * headline's words: "Chelsea beat Juventus in London" is not Romanian.
 */
function preferReadLanguage(sample: string, words: readonly string[], { language, scoreOf }: Guess): string {
  if (sample.length >= HEADLINE_LENGTH || READ_LANGUAGES.includes(language) || scriptOf(sample) !== 'Latn')
    return language
  const top = scoreOf(language)
  const least = top * (top < LEAST_SURE_SCORE ? POSSIBLE_SHARE : NEARLY_AS_LIKELY)
  let best = language
  let most = commonIn(words, language)
  for (const own of READ_LANGUAGES) {
    const score = scoreOf(own)
    const count = score < least ? 0 : commonIn(words, own)
    if (count > most || (count === most && best !== language && score > scoreOf(best))) {
      best = own
      most = count
    }
  }
  return best
}

/** Returns how many different common words of a language occur in a text. */
function commonIn(words: readonly string[], language: string): number {
  const own = common.get(language)
  return own === undefined ? 0 : new Set(words.filter((word) => own.has(word))).size
}

/** Returns the language of each of the first words that belongs to one language only (a witness). */
function readWitnesses(words: readonly string[]): readonly string[] {
  const witnesses: string[] = []
  for (let at = 0; at < words.length && at < WORDS_CHECKED; at++) {
    const owner = distinctive.get(words[at] ?? '')
    if (owner !== undefined) witnesses.push(owner)
  }
  return witnesses
}

/** Returns the language if the words alone decide it. */
function decidedByWords(
  witnesses: readonly string[],
  sourceLanguage: string | undefined,
): string | undefined {
  const [language] = witnesses
  const isSure =
    language !== undefined &&
    witnesses.length >= DECISIVE_WITNESSES &&
    (language === sourceLanguage || !NEIGHBOURED.has(language)) &&
    witnesses.every((witness) => witness === language)
  return isSure ? language : undefined
}

/** Whether several words confirm this language and next to none contradict it. */
function isConfirmed(witnesses: readonly string[], language: string, needed: number): boolean {
  const own = witnesses.filter((witness) => witness === language).length
  return own >= needed && (witnesses.length - own) * WITNESSES_PER_OPPONENT <= own
}

const SCRIPTS = ['Latn', 'Cyrl', 'Arab', 'Grek', 'Hebr', 'Deva', 'Hani', 'Hira', 'Kana', 'Hang']
const LETTER_OF = new RegExp(SCRIPTS.map((script) => `(\\p{Script=${script}})`).join('|'), 'u')
const ONE_SCRIPT: Readonly<Record<string, string>> = {
  Hans: 'Hani',
  Hant: 'Hani',
  Jpan: 'Hani',
  Hira: 'Hani',
  Kana: 'Hani',
  Kore: 'Hang',
}

/** Returns the script of the first letter (ISO 15924); undefined if it is not one of the common ones. */
function scriptOf(text: string): string | undefined {
  const found = LETTER_OF.exec(text)
  const script = SCRIPTS[found?.slice(1).findIndex((letter) => letter !== undefined) ?? -1]
  return script === undefined ? undefined : (ONE_SCRIPT[script] ?? script)
}

const scripts = new Map<string, string | undefined>()

/** Returns the script in which a language is mostly written, by CLDR. */
function scriptOfLanguage(language: string): string | undefined {
  if (scripts.has(language)) return scripts.get(language)
  const { script } = new Intl.Locale(language).maximize()
  scripts.set(language, script === undefined ? undefined : (ONE_SCRIPT[script] ?? script))
  return scripts.get(language)
}

/** The languages in Latin script that the tagger reads, for which common words of headlines are listed. */
const READ_LANGUAGES: readonly string[] = wordLists
  .languages()
  .filter((language) => wordLists.of(language)?.headline !== undefined)

/**
 * Common words of each language with such a list, folded as `readText` does. Some words are in several lists.
 */
function readCommonWords(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    wordLists.languages().flatMap((language) => {
      const { stop, headline = [] } = wordLists.of(language) ?? {}
      return stop === undefined
        ? []
        : [[language, new Set(readText([...stop, ...headline].join(' ')).folded)] as const]
    }),
  )
}

/** Single Latin letters are initials and units, but the Russian "и" is a word. */
const LAST_ASCII = 0x7f

/**
 * Returns the stop words that only one language has, folded as `readText` does, with that language: "the" is
 * English, "de" is ambiguous.
 */
function readDistinctiveWords(): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const language of wordLists.languages())
    for (const word of readText((wordLists.of(language)?.stop ?? []).join(' ')).folded)
      if (word.length > 1 || word.charCodeAt(0) > LAST_ASCII)
        owners.set(word, (owners.get(word) ?? new Set()).add(language))
  return new Map(
    [...owners].flatMap(([word, [first, second]]): [string, string][] =>
      first === undefined || second !== undefined ? [] : [[word, first]],
    ),
  )
}

/**
 * Returns the languages whose words may also be words of a language that letters can tell but that we have no
 * words of, such as Danish beside Swedish: all that share its script. English is near to none of them.
 */
function readNeighboured(): ReadonlySet<string> {
  const ours: readonly string[] = wordLists.languages()
  const others = guessedLanguages.filter((language) => !ours.includes(language))
  const scripts = new Set(others.map(scriptOfLanguage))
  return new Set(ours.filter((language) => language !== 'en' && scripts.has(scriptOfLanguage(language))))
}

const distinctive = readDistinctiveWords()
const NEIGHBOURED = readNeighboured()
const common = readCommonWords()
