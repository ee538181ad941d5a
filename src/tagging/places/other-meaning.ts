import { MARK, type Words } from '../words/split-words.ts'
import type { Mention } from './mention.ts'

/** What else than a place the words round a mention show it to be, or undefined: an amount, a street, a dish, a dog, a language. */
export function otherMeaning(words: Words, mention: Mention): { readonly dropped: string } | undefined {
  if (isMoney(words, mention)) return { dropped: 'a currency' }
  if (isStreet(words, mention)) return { dropped: 'name of a street' }
  if (isThing(words, mention) || isDog(words, mention)) return { dropped: 'also an ordinary word' }
  return isLanguage(words, mention) ? { dropped: 'a language' } : undefined
}

/** "US$460 million" is an amount. */
function isMoney(words: Words, mention: Mention): boolean {
  return words.text.charCodeAt(words.end[mention.last] ?? 0) === DOLLAR
}

const DOLLAR = 36

/** "Northumberland Avenue", "Damascus Road": streets are called after countries and capitals everywhere; one called after a town is often near it. */
function isStreet(words: Words, mention: Mention): boolean {
  const next = mention.last + 1
  const marks = words.marks[next] ?? 0
  return (
    mention.senses.some((sense) => 'nmac'.includes(sense.kind)) &&
    STREETS.has(words.folded[next] ?? '') &&
    (marks & MARK.capital) !== 0 &&
    (marks & (MARK.afterComma | MARK.afterBreak | MARK.sentenceStart)) === 0
  )
}

const STREETS = new Set('avenue ave street road rd lane boulevard blvd crescent terrace'.split(' '))

/** The Turkey of a text that writes "turkey" more often is a bird in a headline. */
function isThing(words: Words, mention: Mention): boolean {
  if (mention.first !== mention.last || !THINGS.has(mention.key)) return false
  let small = 0
  let capital = 0
  for (const [at, word] of words.folded.entries()) {
    if (word !== mention.key) continue
    if ((words.marks[at] ?? 0) & MARK.capital) capital++
    else small++
  }
  return small > capital
}

/** Names of countries and their people that English writes small for something else. */
const THINGS = new Set(['turkey', 'china', 'guinea', 'jersey', 'polish', 'swede', 'japan'])

function isDog(words: Words, mention: Mention): boolean {
  return BREEDS.has(mention.key) && words.folded.some((word) => DOGS.has(word))
}

/** Places that dogs are called after. */
const BREEDS = new Set('chihuahua chihuahuas labrador labradors newfoundland pomeranian dalmatian'.split(' '))
const DOGS = new Set('dog dogs puppy puppies canine breed breeds kennel kennels'.split(' '))

/** "She studies Portuguese.", "published in Turkish": a language, where no noun follows. */
function isLanguage(words: Words, mention: Mention): boolean {
  const next = mention.last + 1
  const alone =
    next >= words.folded.length ||
    ((words.marks[next] ?? 0) & (MARK.afterBreak | MARK.afterComma | MARK.sentenceStart)) !== 0 ||
    ['and', 'or'].includes(words.folded[next] ?? '')
  return (
    alone &&
    mention.senses.every((sense) => sense.kind === 'a') &&
    BEFORE_LANGUAGES.has(words.folded[mention.first - 1] ?? '')
  )
}

const BEFORE_LANGUAGES = new Set(
  'speak speaks spoke speaking study studies studied studying learn learns learned learnt learning teach teaches taught teaching in into fluent'.split(
    ' ',
  ),
)
