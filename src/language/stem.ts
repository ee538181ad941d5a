import { stemmer as armenian } from '@orama/stemmers/armenian'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as hindi } from '@orama/stemmers/indian'
import { stemmer as indonesian } from '@orama/stemmers/indonesian'
import { stemmer as irish } from '@orama/stemmers/irish'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian'
import { stemmer as nepali } from '@orama/stemmers/nepali'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as serbian } from '@orama/stemmers/serbian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as tamil } from '@orama/stemmers/tamil'
import { stemmer as snowballTurkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'

/** Returns the stem of a lower-case word. Languages without a stemmer return the word itself. */
export function stem(word: string, language: string): string {
  const cut = STEMMERS.get(language)
  if (cut === undefined || word.length > LONGEST_WORD) return word
  const stemmed = cut(word)
  return stemmed === '' ? word : stemmed
}

/**
 * In UTF-16 units. The stemmers scan a word again for each suffix, so a hostile "word" of a megabyte must not
 * reach them.
 */
const LONGEST_WORD = 40

// Bulgarian is left out: @orama/stemmers 3.1.18 writes into the word, which throws in a module ("събития"
// with some endings).
const STEMMERS: ReadonlyMap<string, (word: string) => string> = new Map([
  ['ar', arabic],
  ['da', danish],
  ['de', german],
  ['el', greek],
  ['en', english],
  ['es', spanish],
  ['fa', persian],
  ['fi', finnish],
  ['fr', french],
  ['ga', irish],
  ['hi', hindi],
  ['hu', hungarian],
  ['hy', armenian],
  ['id', indonesian],
  ['it', italian],
  ['lt', lithuanian],
  ['nb', norwegian],
  ['ne', nepali],
  ['nl', dutch],
  ['nn', norwegian],
  ['no', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['ru', russian],
  ['sr', serbian],
  ['sv', swedish],
  ['ta', tamil],
  ['tr', turkish],
  ['uk', ukrainian],
])

/**
 * Snowball's Turkish stemmer cuts short words to nothing: "Cuma" to one letter, "Sudan" to the word for
 * water, "İran" and "IRA" to the same stem. Here a short word keeps four letters ("grevi" becomes "grev"), a
 * longer one three.
 */
function turkish(word: string): string {
  const stemmed = snowballTurkish(word)
  return stemmed.length < (word.length > SHORT_TURKISH ? LEAST_OF_LONG : LEAST_OF_SHORT) ? word : stemmed
}

const SHORT_TURKISH = 5
const LEAST_OF_SHORT = 4
const LEAST_OF_LONG = 3

/** Persian has no Snowball stemmer. Only the plural is removed: shorter endings also end proper names. */
function persian(word: string): string {
  return word.replace(/(?<=..)(?:هايي|هاي|ها)$/u, '')
}

/**
 * The light10 stemmer (Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval",
 * 2007) without the endings -ان and -ي, which also end names (لبنان). The Snowball port in @orama/stemmers
 * 3.1.18 loses first letters: with and without its article a word never matched itself.
 */
function arabic(word: string): string {
  const bare = word.replace(/^و(?=...)/u, '').replace(/^(?:ال|بال|كال|فال|لل)(?=..)/u, '')
  return bare.replace(/(?<=...)(?:ها|ات|ون|ين|يه|ية)$/u, '').replace(/(?<=..)[هة]$/u, '')
}
