import { eld } from 'eld/extrasmall'
import { readTellingWords } from './telling-words.ts'

/** Letters that suffice: more costs time and changes nothing. */
const ENOUGH = 200
/** Letters of a first look, which is right for 99 in 100 texts and takes half the time. */
const FIRST_LOOK = 60
/** Below this the source's language says more than the text. */
const TOO_SHORT = 20
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
 * agrees: `known`, the language of the source, or words that are one language's alone. For very short texts the source is
 * believed at once.
 */
export function detectLanguage(text: string, words: readonly string[], known?: string): string {
  const sample = text.slice(0, ENOUGH)
  if (known !== undefined && sample.trim().length < TOO_SHORT) return known
  if (sample.length === ENOUGH) {
    const { language } = eld.detect(sample.slice(0, FIRST_LOOK))
    if (language !== '' && (language === known || isTold(words, language))) return language
  }
  const { language } = eld.detect(sample)
  return language === '' ? (known ?? 'und') : language
}

/** Of the words that are one language's alone, several are this one's and next to none another's. */
function isTold(words: readonly string[], language: string): boolean {
  let own = 0
  let others = 0
  for (let at = 0; at < words.length && at < WORDS_ASKED; at++) {
    const owner = telling.get(words[at] ?? '')
    if (owner === language) own++
    else if (owner !== undefined) others++
  }
  return own >= WITNESSES && others * FOR_EACH_AGAINST <= own
}
