import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { placeOf } from './in-place.ts'
import {
  type Follower,
  followerOf,
  mentionsOf,
  MOST_MENTIONS,
  nameMentions,
  type NameMention,
} from './name-mentions.ts'
import { isTitle } from './names.ts'
import type { Word } from './read-words.ts'
import { isSame } from './is-same.ts'
import { isSpeech } from './speech.ts'
import { alignment, closeness, surroundingsOf } from './surroundings.ts'

/** What speaks for or against a known name standing where another belongs. */
export interface SwapSigns {
  /** How much better the rest of the claim is carried by sentences that do not speak of the name, 0..1. */
  readonly gap: number
  /** Whether sentences with the words round it hold it (-1) or another name instead (1). */
  readonly displaced: number
  /** By how much a name that the claim does not tell is nearer to the words round this one, -1..1. */
  readonly nearerRival: number
  /** By how much such a name has more of the same words on the same sides; in words. */
  readonly betterRival: number
  /** Whether the text lets such a word follow this name: log of how much more often than any name. */
  readonly follower: number
  /** Share of its mentions that begin further left: "Lumpur" without "Kuala". */
  readonly cutLeft: number
  /** A possessive that owns nothing: "Moen's says". */
  readonly ownsNothing: boolean
  /** Log of 1 + its mentions: what a text is about is seldom out of place. */
  readonly mentions: number
  readonly acronym: boolean
  readonly opens: boolean
  /** Its words also stand there with small letters; they all stand there with capitals inside a sentence. */
  readonly ordinary: boolean
  readonly proper: boolean
  /** The rival that fits best, as the text writes it. */
  readonly rival: string | undefined
}

export function swapSigns(name: readonly Word[], claim: Claim, cited: CitedText): SwapSigns {
  const own = mentionsOf(name, cited)
  const around = surroundingsOf(name, claim.words)
  const ownCloseness = closeness(around, own, cited)
  const ownAlignment = alignment(around, own, cited)
  let nearerRival = -ownCloseness
  let betterRival = -ownAlignment
  let rival: string | undefined
  for (const mentions of rivals(claim, cited)) {
    nearerRival = Math.max(nearerRival, closeness(around, mentions, cited) - ownCloseness)
    const better = alignment(around, mentions, cited) - ownAlignment
    if (better <= betterRival) continue
    betterRival = better
    rival = mentions[0]?.words.map(({ text }) => text).join(' ')
  }
  const last = name.at(-1)
  return {
    ...placeOf(name, claim, cited),
    nearerRival,
    betterRival: Math.min(MOST_BETTER, betterRival),
    follower: affinity(followerOf(name, claim.words), own, cited),
    cutLeft: cutLeft(name, cited),
    ownsNothing: last !== undefined && ownsNothing(last, claim.words),
    mentions: Math.log(1 + own.length),
    acronym: name.every(({ acronym }) => acronym),
    opens: name[0]?.index === 0,
    ordinary: name.every(({ lower }) => cited.small.has(lower)),
    proper: name.every(({ lower }) => cited.capital.has(lower)),
    rival,
  }
}

const MOST_BETTER = 3

/** The mentions of each name of the text that the claim does not tell; names with the same last word are one. */
function rivals(claim: Claim, cited: CitedText): Iterable<readonly NameMention[]> {
  const byLast = new Map<string, NameMention[]>()
  const told = new Set<string>()
  for (const mention of nameMentions(cited)) {
    const key = mention.words.at(-1)?.lower ?? ''
    if (mention.words.some((word) => claim.words.some((other) => isSame(word, other)))) told.add(key)
    const list = byLast.get(key)
    if (list === undefined) byLast.set(key, [mention])
    else if (list.length < MOST_MENTIONS) list.push(mention)
  }
  for (const key of told) byLast.delete(key)
  return byLast.values()
}

/** Add-two smoothing towards what follows any name of the text. */
function affinity(follower: Follower, own: readonly NameMention[], cited: CitedText): number {
  const all = nameMentions(cited)
  const count = (list: readonly NameMention[]): number =>
    list.filter((mention) => mention.follower === follower).length
  const usual = (count(all) + 0.5) / (all.length + 5)
  return Math.log((count(own) + 2 * usual) / (own.length + 2) / usual)
}

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

function ownsNothing({ text, index }: Word, words: readonly Word[]): boolean {
  const next = words[index + 1]
  return (
    /['’]s$/u.test(text) &&
    (next === undefined || next.empty || isSpeech(next.lower) || /[.,;]/u.test(next.gap))
  )
}
