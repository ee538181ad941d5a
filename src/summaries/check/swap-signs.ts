import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { containsPlace } from './contains-place.ts'
import { type FitSigns, fitSigns } from './fit-signs.ts'
import { isSame } from './is-same.ts'
import { joins, nameMentions } from './name-mentions.ts'
import { isOffice, isTime, kindOf, type NameKind } from './name-kind.ts'
import { isTitle, stands } from './names.ts'
import type { Word } from './read-words.ts'
import { type Rival, rivalsOf } from './rivals.ts'
import { mentionsOfBearer } from './same-bearer.ts'
import { readSlot } from './slot.ts'
import { isSpeech } from './speech.ts'

/** What speaks for or against a known name standing where another belongs. Differences are those of the rival that fits best, less its own. */
export const SWAP_SIGNS = [
  /** How unlikely the name is among all names of the text in this place: natural logarithm, alone and against chance. */
  'surprise',
  'surpriseOverChance',
  /** By how much the best rival fits better; the share of rivals that do; how many there are (logarithm). */
  'margin',
  'rank',
  'rivals',
  /** Its own fit. */
  'alignment',
  'coverage',
  'mentions',
  'wordBeforeDifference',
  'wordBehindDifference',
  'contextBeforeDifference',
  'contextBehindDifference',
  'alignmentDifference',
  'mentionsDifference',
  /** The most by which any rival has the same words beside it; is near the words round it. */
  'betterAligned',
  'nearer',
  'unmentioned',
  /** Its words stand there with capitals inside sentences. */
  'proper',
  /** Names whose place says little: see `isLoose`; and their margin. */
  'loose',
  'looseMargin',
  'label',
  'speaks',
  'opens',
  'words',
  'acronym',
  /** "Venice, Italy". */
  'wider',
  /** Share of its mentions that begin further left: "Lumpur" without "Kuala". */
  'cutLeft',
  /** Neighbours in it that the text never has together. */
  'newPairs',
  /** A possessive that owns nothing: "Moen's says". */
  'ownsNothing',
  'person',
  'place',
  'people',
  'time',
  /** Its words also stand there with small letters. */
  'ordinary',
  /** Who speaks in a text in the first person, which does not name its author. */
  'author',
  /** A place or people before a noun ("Oklahoma residents"): texts tell that once; and its margin. */
  'describes',
  'describesMargin',
] as const
export type SwapSigns = Readonly<Record<(typeof SWAP_SIGNS)[number], number>>

/** The names that a claim has in common with the cited text: capitals with one space between, without the offices before them; no months and weekdays. */
export function placedNames(claim: Claim, cited: CitedText): readonly (readonly Word[])[] {
  const names: Word[][] = []
  for (const { word } of claim.names) {
    const last = names.at(-1)?.at(-1)
    if (last !== undefined && joins(last, word) && !isOffice(last)) names.at(-1)?.push(word)
    else names.push([word])
  }
  const first = new Set(names.map(([word]) => word?.index))
  return names.filter(
    (name) =>
      !isTime(name) &&
      !(name.length === 1 && name.every((word) => isOffice(word) && first.has(word.index + 1))) &&
      name.every((word) => stands(word, cited)),
  )
}

/** A name where it stands in a claim. */
export interface Placing {
  /** How well it fits there, and how well each of its rivals would. */
  readonly own: FitSigns
  readonly rivals: readonly { readonly rival: Rival; readonly fit: FitSigns }[]
  readonly shape: ReturnType<typeof shapeOf>
}

/** Looks one of the `placedNames` up. */
export function readPlacing(
  name: readonly Word[],
  names: readonly (readonly Word[])[],
  claim: Claim,
  cited: CitedText,
): Placing {
  const mentions = mentionsOfBearer(name, cited)
  const slot = readSlot(name, names, claim, cited)
  return {
    own: fitSigns(mentions, slot, cited),
    rivals: rivalsOf(mentions, claim, cited).map((rival) => ({
      rival,
      fit: fitSigns(rival.mentions, slot, cited),
    })),
    shape: shapeOf(name, kindOf(name, mentions, cited), claim, cited),
  }
}

/** What the signs are, and the rival that fits best in its place, as `weigh` says how well a fit is. */
export function swapSigns(
  { own, rivals, shape }: Placing,
  weigh: (fit: FitSigns) => number,
): { readonly signs: SwapSigns; readonly rival: Rival | undefined } {
  const total = weigh(own)
  let best: { readonly rival: Rival; readonly fit: FitSigns; readonly total: number } | undefined
  let sum = 1
  let above = 0
  let betterAligned = -own.alignment
  let nearer = -own.closeness
  for (const { rival, fit } of rivals) {
    const theirs = weigh(fit)
    sum += Math.exp(theirs - total)
    if (theirs > total) above++
    if (best === undefined || theirs > best.total) best = { rival, fit, total: theirs }
    betterAligned = Math.max(betterAligned, fit.alignment - own.alignment)
    nearer = Math.max(nearer, fit.closeness - own.closeness)
  }
  const surprise = Math.log(sum)
  const margin = Math.min(6, Math.max(-4, best === undefined ? -2 : best.total - total))
  const than = (sign: keyof FitSigns): number => (best === undefined ? 0 : best.fit[sign] - own[sign])
  return {
    signs: {
      surprise,
      surpriseOverChance: Math.max(-4, surprise - Math.log(rivals.length + 1)),
      margin,
      rank: rivals.length > 0 ? above / rivals.length : 0,
      rivals: Math.log(Math.max(1, rivals.length)),
      alignment: own.alignment,
      coverage: own.coverage,
      mentions: own.mentions,
      wordBeforeDifference: than('wordBefore'),
      wordBehindDifference: than('wordBehind'),
      contextBeforeDifference: than('contextBefore'),
      contextBehindDifference: than('contextBehind'),
      alignmentDifference: than('alignment'),
      mentionsDifference: than('mentions'),
      betterAligned: Math.min(3, betterAligned),
      nearer,
      unmentioned: Number(own.mentions === 0),
      ...shape,
      looseMargin: shape.loose * margin,
      describesMargin: shape.describes * margin,
    },
    rival: best?.rival,
  }
}

function shapeOf(name: readonly Word[], kind: NameKind, { words, text }: Claim, cited: CitedText) {
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
  return {
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
