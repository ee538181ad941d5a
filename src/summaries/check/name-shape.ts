import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { containsPlace } from './contains-place.ts'
import { placeOf } from './in-place.ts'
import { isSame } from './is-same.ts'
import { isOffice, type NameKind } from './name-kind.ts'
import { nameMentions } from './name-mentions.ts'
import { isTitle } from './names.ts'
import type { Word } from './read-words.ts'
import { isSpeech } from './speech.ts'

/** What a name looks like in its place and by itself; see `SWAP_SIGNS`. */
export type NameShape = ReturnType<typeof shapeOf>

/** The signs that need no rival. */
export function shapeOf(name: readonly Word[], kind: NameKind, claim: Claim, cited: CitedText) {
  const { words, text } = claim
  const [first] = name
  const last = name.at(-1)
  const before = first === undefined ? undefined : words[first.index - 1]
  const isBehindComma = before?.capital === true && /^,\s$/u.test(first?.gap ?? '')
  const label = (first?.start ?? 0) < (/^[^:"“]{1,60}:/u.exec(text)?.[0].length ?? 0)
  const acronym = name.every((word) => word.acronym)
  const at = last?.index ?? 0
  const behind = words[at + 1]
  const speaks = words.slice(at + 1, at + 3).some(({ lower }) => isSpeech(lower))
  const describes =
    (kind === 'place' || kind === 'people') &&
    behind?.gap === ' ' &&
    !(behind.empty || behind.capital || behind.number !== undefined || isSpeech(behind.lower))
  const parts = partsOf(name, words, cited)
  const isThing = kind !== 'person'
  const isTorn =
    (kind === 'other' || kind === 'organisation') &&
    name.length === 1 &&
    parts.whole === 0 &&
    behind?.lower !== 'of'
  const isAfterPlaceWord = before !== undefined && PLACE_WORD.test(before.lower)
  return {
    partial: Number(parts.held > 0 && parts.whole === 0),
    cutRight: parts.cutRight,
    cutRightThing: isThing ? parts.cutRight : 0,
    cutLeftThing: isThing ? parts.cutLeft : 0,
    tornLeft: Number(isTorn && parts.cutLeft === 1),
    tornRight: Number(isTorn && parts.cutRight === 1),
    thingInOffice: Number(
      (kind === 'organisation' || kind === 'place') &&
        before !== undefined &&
        isOffice(before) &&
        first?.gap === ' ',
    ),
    wrongArticle: Number(first !== undefined && before !== undefined && hasWrongArticle(before, first)),
    unwritten: Number(parts.held === 0),
    peopleAlone: Number(kind === 'people' && last !== undefined && standsAlone(last, words)),
    placeSpeaks: Number(kind === 'place' && behind !== undefined && isSpeech(behind.lower)),
    personAsPlace: Number(kind === 'person' && isAfterPlaceWord),
    placeAsPlace: Number(kind === 'place' && isAfterPlaceWord),
    gap: placeOf(name, claim, cited).gap,
    names: Math.log(claim.names.length + 1),
    describes: Number(describes),
    author: Number(label || speaks) * Math.min(1, cited.firstPerson / MANY_FIRST_PERSONS),
    ordinary: Number(name.every(({ lower }) => cited.small.has(lower))),
    time: Number(kind === 'time'),
    label: Number(label),
    acronym: Number(acronym),
    speaks: Number(speaks),
    loose: Number(label || acronym || speaks || describes || isBehindComma || PEOPLE.test(last?.text ?? '')),
    opens: Number(first?.index === 0),
    words: name.length,
    proper: Number(name.every(({ lower }) => cited.capital.has(lower))),
    wider: Number(
      isBehindComma &&
        before !== undefined &&
        containsPlace(name.map(({ lower }) => lower).join(' '), [before.lower]),
    ),
    cutLeft: cutLeft(name, cited),
    newPairs: newPairs(name, cited),
    ownsNothing: Number(last !== undefined && ownsNothing(last, words)),
    person: Number(kind === 'person'),
    place: Number(kind === 'place'),
    people: Number(kind === 'people'),
  }
}

/** First persons from which a text is surely its author's own. */
const MANY_FIRST_PERSONS = 10

/** Peoples often stand for a team, a person or a government that the text calls by name. */
const PEOPLE = /(?:ish|ian|ese|can|raeli|raqi)$|^(?:French|Dutch|Greek|Thai|Saudi)$/u

/** What a place stands behind, and persons seldom do. */
const PLACE_WORD = /^(?:in|at|near|from|to|into|outside|around|across)$/u

/** Where the text has the whole name: the share of times that its mention goes on to either side, offices and what the claim has there too aside, and how often it does not. */
function partsOf(
  name: readonly Word[],
  told: readonly Word[],
  cited: CitedText,
): {
  readonly held: number
  readonly whole: number
  readonly cutLeft: number
  readonly cutRight: number
} {
  const toldBefore = told[(name[0]?.index ?? 0) - 1]?.lower
  const toldBehind = told[(name.at(-1)?.index ?? 0) + 1]?.lower
  let held = 0
  let whole = 0
  let left = 0
  let right = 0
  for (const { words } of nameMentions(cited)) {
    const at = words.findIndex((_, i) => name.every(({ lower }, k) => words[i + k]?.lower === lower))
    if (at < 0) continue
    held++
    const before = words[at - 1]
    const behind = words[at + name.length]
    const isCutLeft =
      before !== undefined && before.lower !== toldBefore && !isTitle(before) && !isOffice(before)
    const isCutRight = behind !== undefined && behind.lower !== toldBehind
    if (isCutLeft) left++
    if (isCutRight) right++
    if (!isCutLeft && !isCutRight) whole++
  }
  return { held, whole, cutLeft: held > 0 ? left / held : 0, cutRight: held > 0 ? right / held : 0 }
}

/** "a Information Tribunal", "an Lancet study": the article of another name. What is said letter by letter, or like "you", tells nothing. */
function hasWrongArticle({ lower: article }: Word, { lower, acronym, gap }: Word): boolean {
  if (acronym || gap !== ' ') return false
  if (article === 'a') return /^[aeio]/u.test(lower) && !/^(?:eu|ew|one|once|uni|us)/u.test(lower)
  return article === 'an' && /^[b-df-gj-np-tv-z]/u.test(lower)
}

/** A singular people without a noun: "Aleppo, Turkish", "Russian says". */
function standsAlone({ text, index }: Word, words: readonly Word[]): boolean {
  const behind = words[index + 1]
  if (text.endsWith('s')) return false
  return (
    behind === undefined ||
    /[,.;:?!()–—-]/u.test(behind.gap) ||
    isSpeech(behind.lower) ||
    ALONE.test(behind.lower)
  )
}

const ALONE = /^(?:and|or|in|on|at|of|to|for|by|with|who|has|have|had|is|was|were|are|will)$/u

function cutLeft(name: readonly Word[], cited: CitedText): number {
  const [first] = name
  let held = 0
  let cut = 0
  for (const { words } of nameMentions(cited)) {
    const at = words.findIndex(({ lower }) => lower === first?.lower)
    if (at < 0) continue
    held++
    const before = words[at - 1]
    if (before && !isTitle(before) && !name.some(({ lower }) => lower === before.lower)) cut++
  }
  return held > 0 ? cut / held : 0
}

function newPairs(name: readonly Word[], cited: CitedText): number {
  return name.slice(1).filter((second, i) => {
    const first = name[i]
    return (
      first !== undefined &&
      !cited.sentences.some(({ words }) =>
        words.some(
          (word) => isSame(word, first) && [1, 2, 3].some((step) => isSame(words[word.index + step], second)),
        ),
      )
    )
  }).length
}

function ownsNothing({ text, index }: Word, words: readonly Word[]): boolean {
  const next = words[index + 1]
  return (
    /['’]s$/u.test(text) &&
    (next === undefined || next.empty || isSpeech(next.lower) || /[.,;]/u.test(next.gap))
  )
}
