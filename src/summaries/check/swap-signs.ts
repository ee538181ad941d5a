import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { type FitSigns, fitSigns } from './fit-signs.ts'
import { isWhen } from './is-when.ts'
import { joins } from './name-mentions.ts'
import { isOffice, isTime, kindOf } from './name-kind.ts'
import { type NameShape, shapeOf } from './name-shape.ts'
import { stands } from './names.ts'
import type { Word } from './read-words.ts'
import { type Rival, rivalsOf } from './rivals.ts'
import { mentionsOfBearer } from './same-bearer.ts'
import { readSlot } from './slot.ts'

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
  /** The text has it only as a part of longer names; how often it goes on there, or begins further left, where it is no person's: "Lumpur", "Grand" of "Grand Prix". */
  'partial',
  'cutRight',
  'cutRightThing',
  'cutLeftThing',
  /** One word that always stands so there. */
  'tornLeft',
  'tornRight',
  /** "Prime Minister Supreme Court"; "a Information Tribunal". */
  'thingInOffice',
  'wrongArticle',
  /** The text has no such name, only its words apart. */
  'unwritten',
  /** "Aleppo, Turkish"; "Russian says". */
  'peopleAlone',
  'placeSpeaks',
  'personAsPlace',
  'placeAsPlace',
  /** How much better the rest of the claim is carried where the text does not speak of it: see `placeOf`. */
  'gap',
  /** How well any cited sentence carries the rest of the claim, with the margin and the surprise: a bad fit means little in what is told freely. */
  'bestMargin',
  'bestSurprise',
  /** How many names the claim has (logarithm). */
  'names',
] as const
export type SwapSigns = Readonly<Record<(typeof SWAP_SIGNS)[number], number>>

/** The names that a claim has in common with the cited text: capitals with one space between, without the offices before them; no months and weekdays that say when. */
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
      !(isTime(name) && isWhen(name, claim.words)) &&
      !(name.length === 1 && name.every((word) => isOffice(word) && first.has(word.index + 1))) &&
      name.every((word) => stands(word, cited)),
  )
}

/** A name where it stands in a claim. */
export interface Placing {
  /** How well it fits there, and how well each of its rivals would. */
  readonly own: FitSigns
  readonly rivals: readonly { readonly rival: Rival; readonly fit: FitSigns }[]
  readonly shape: NameShape
  /** How much of the rest of the claim one cited sentence carries at most. */
  readonly best: number
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
    best: slot.best,
  }
}

/** What the signs are, and the rival that fits best in its place, as `weigh` says how well a fit is. */
export function swapSigns(
  { own, rivals, shape, best: carried }: Placing,
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
      bestMargin: carried * margin,
      bestSurprise: carried * surprise,
    },
    rival: best?.rival,
  }
}
