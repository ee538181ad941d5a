import { type Guess, guessedLanguages, guessLanguage } from './guess/guess-language.ts'
import { wordLists } from './parts.ts'
import { readText } from './read-text.ts'

/** Letters that suffice: more costs time and changes nothing. */
const ENOUGH = 200
/** Letters of a first look, which is right for 99 in 100 texts and takes a third of the time. */
const FIRST_LOOK = 60
/** Below this the source's language says more than the text, where both are written alike. */
const TOO_SHORT = 20
/**
 * Share of the best score from which the source's language is believed instead, where both are written alike: letters err on one
 * headline in forty ("Carl Icahn Rift Hurts eBay" is Danish to them). Chosen on headlines in their source's language and in another.
 */
const NEARLY = 0.88
/** Words that must speak for a first look. */
const WITNESSES = 2
/** How many times as many as speak against it. */
const FOR_EACH_AGAINST = 3
/** Among how many of the first words they are looked for. */
const WORDS_ASKED = 40
/**
 * Witnesses with none against them that make a look needless, in the language of the source or one that is not in `NEIGHBOURED`. Chosen on 8,699 texts in
 * sixteen languages: letters say the same of all that they decide, 63 in 100; of three witnesses they say another language once.
 */
const SURE = 4

/** UTF-16 units of a headline or two: letters take one of names in four for a language that we do not read, and none longer. */
const HEADLINE = 120
/** A best score below which letters guess: right ones are mostly above 0.7. */
const GUESSED = 0.65
/** Share of such a score that another language needs. */
const POSSIBLE = 0.6

/**
 * The language of a text, ISO 639-1, or `und`. `words` are its first words, folded. A long text is told by its words where they leave no doubt, others by their
 * letters (`guessLanguage`). A first look is believed where something else agrees: `known`, the language of the source, or words that are one language's
 * alone. Where letters find both nearly as likely, a text is in the language of its source. Of a headline whose source is unknown, its common words may
 * speak for a language that we read against one that we do not.
 */
export function detectLanguage(text: string, words: readonly string[], known?: string): string {
  const sample = text.slice(0, ENOUGH)
  const witnesses = readWitnesses(words)
  if (sample.length === ENOUGH) {
    const sure = surelyTold(witnesses, known)
    if (sure !== undefined) return sure
    if (known !== undefined || witnesses.some((told) => isTold(witnesses, told, WITNESSES))) {
      const { language } = guessLanguage(sample.slice(0, FIRST_LOOK))
      if (language !== '' && (language === known || isTold(witnesses, language, WITNESSES))) return language
    }
  }
  const found = guessLanguage(sample)
  if (known === undefined) return found.language === '' ? 'und' : ownLanguage(sample, words, found)
  if (found.language === known || found.language === '') return known
  if (sample.trim().length < TOO_SHORT && scriptOf(sample) === scriptOfLanguage(known)) return known
  if (scriptOf(sample) !== scriptOfLanguage(known) || isTold(witnesses, found.language, 1))
    return found.language
  return found.scoreOf(known) >= NEARLY * found.scoreOf(found.language) ? known : found.language
}

/** The language that letters tell, or one of ours that is nearly as likely and has more of a headline's words: "Chelsea beat Juventus in London" is no Romanian. */
function ownLanguage(sample: string, words: readonly string[], { language, scoreOf }: Guess): string {
  if (sample.length >= HEADLINE || OWN_LANGUAGES.includes(language) || scriptOf(sample) !== 'Latn')
    return language
  const top = scoreOf(language)
  const least = top * (top < GUESSED ? POSSIBLE : NEARLY)
  let best = language
  let most = commonIn(words, language)
  for (const own of OWN_LANGUAGES) {
    const score = scoreOf(own)
    const count = score < least ? 0 : commonIn(words, own)
    if (count > most || (count === most && best !== language && score > scoreOf(best))) {
      best = own
      most = count
    }
  }
  return best
}

/** How many different common words of a language a text has. */
function commonIn(words: readonly string[], language: string): number {
  const own = common.get(language)
  return own === undefined ? 0 : new Set(words.filter((word) => own.has(word))).size
}

/** The language of each of the first words that is one language's alone. */
function readWitnesses(words: readonly string[]): readonly string[] {
  const witnesses: string[] = []
  for (let at = 0; at < words.length && at < WORDS_ASKED; at++) {
    const owner = distinctive.get(words[at] ?? '')
    if (owner !== undefined) witnesses.push(owner)
  }
  return witnesses
}

/** The language that the words alone tell. */
function surelyTold(witnesses: readonly string[], known: string | undefined): string | undefined {
  const [language] = witnesses
  const isSure =
    language !== undefined &&
    witnesses.length >= SURE &&
    (language === known || !NEIGHBOURED.has(language)) &&
    witnesses.every((witness) => witness === language)
  return isSure ? language : undefined
}

/** Several words speak for this language and next to none for others. */
function isTold(witnesses: readonly string[], language: string, needed: number): boolean {
  const own = witnesses.filter((witness) => witness === language).length
  return own >= needed && (witnesses.length - own) * FOR_EACH_AGAINST <= own
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

/** The script of the first letter, ISO 15924; undefined where it is another than the common ones. */
function scriptOf(text: string): string | undefined {
  const found = LETTER_OF.exec(text)
  const script = SCRIPTS[found?.slice(1).findIndex((letter) => letter !== undefined) ?? -1]
  return script === undefined ? undefined : (ONE_SCRIPT[script] ?? script)
}

const scripts = new Map<string, string | undefined>()

/** The script that a language is mostly written in, by CLDR. */
function scriptOfLanguage(language: string): string | undefined {
  if (scripts.has(language)) return scripts.get(language)
  const { script } = new Intl.Locale(language).maximize()
  scripts.set(language, script === undefined ? undefined : (ONE_SCRIPT[script] ?? script))
  return scripts.get(language)
}

/** The languages that the tagger reads in Latin letters: those of whose headlines something is known. */
const OWN_LANGUAGES: readonly string[] = wordLists
  .languages()
  .filter((language) => wordLists.of(language)?.headline !== undefined)

/** Common words of each language that has a list of them, folded as `readText` does; some are in several. */
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

/** Single Latin letters are initials and units, the Russian "и" is a word. */
const LAST_ASCII = 0x7f

/** Words that the stop words of one language alone have, folded as `readText` does, with that language: "the" is English, "de" nobody's. */
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
 * Languages whose words may be those of one that letters tell and we have no words of, such as Danish beside Swedish: all that share its script. English is
 * near to none of them.
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
