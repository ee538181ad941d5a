import { eld } from 'eld/extrasmall'
import { readTellingWords } from './telling-words.ts'

/** Letters that suffice: more costs time and changes nothing. */
const ENOUGH = 200
/** Letters of a first look, which is right for 99 in 100 texts and takes half the time. */
const FIRST_LOOK = 60
/** Below this the source's language says more than the text, where both are written alike. */
const TOO_SHORT = 20
/**
 * Share of the best score from which the source's language is believed instead, where both are written alike: eld errs on one
 * headline in forty ("Carl Icahn Rift Hurts eBay" is Danish to it). Chosen on headlines in their source's language and in another.
 */
const NEARLY = 0.88
/** Words that must speak for a first look. */
const WITNESSES = 2
/** How many times as many as speak against it. */
const FOR_EACH_AGAINST = 3
/** Among how many of the first words they are looked for. */
const WORDS_ASKED = 40

const telling = readTellingWords()

/**
 * The language of a text, ISO 639-1, or `und`. `words` are its first words, folded. eld's smallest data set is as good as its
 * largest on sentences (99.8% of sib200news) and loads in a tenth of a second. A first look is believed where something else
 * agrees: `known`, the language of the source, or words that are one language's alone. Where eld finds both nearly as likely, a text is in
 * the language of its source.
 */
export function detectLanguage(text: string, words: readonly string[], known?: string): string {
  const sample = text.slice(0, ENOUGH)
  if (sample.length === ENOUGH) {
    const { language } = eld.detect(sample.slice(0, FIRST_LOOK))
    if (language !== '' && (language === known || isTold(words, language, WITNESSES))) return language
  }
  const found = eld.detect(sample)
  if (known === undefined) return found.language === '' ? 'und' : found.language
  if (found.language === known || found.language === '') return known
  if (sample.trim().length < TOO_SHORT && scriptOf(sample) === scriptOfLanguage(known)) return known
  if (scriptOf(sample) !== scriptOfLanguage(known) || isTold(words, found.language, 1)) return found.language
  const scores = found.getScores()
  return (scores[known] ?? 0) >= NEARLY * (scores[found.language] ?? 1) ? known : found.language
}

/** Of the words that are one language's alone, several are this one's and next to none another's. */
function isTold(words: readonly string[], language: string, needed: number): boolean {
  let own = 0
  let others = 0
  for (let at = 0; at < words.length && at < WORDS_ASKED; at++) {
    const owner = telling.get(words[at] ?? '')
    if (owner === language) own++
    else if (owner !== undefined) others++
  }
  return own >= needed && others * FOR_EACH_AGAINST <= own
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
