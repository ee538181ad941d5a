import type { Ask } from '../../language/asked.ts'
import type { Item } from './items.ts'
import type { Sign } from './compile-lexicon.ts'
import { anyHas, has, numberOf, valueOf } from './item-signs.ts'
import { PARTS } from '../reading/read-time.ts'

/** What a sentence wants, by the words that say so. */
export interface Intent {
  /** Returns whether one of these wishes was said, in a position where it can be one. */
  readonly wants: (...asks: readonly Ask[]) => boolean
  /** Index of the item that first says a wish; infinity where none does. */
  readonly positionOf: (ask: Ask) => number
  /**
   * Returns whether something of ours is named: news, a subscription, a story, stored data, or what was
   * spoken of last (`that`).
   */
  readonly names: (noun: 'news' | 'subscription' | 'story' | 'that' | 'data') => boolean
  /** Place in a list, -1 for the last; null where none is said. */
  readonly ordinal: number | null
  /** A number or an ordinal can only be a place in the last answer: "open the 2nd", "la 3 stp". */
  readonly isPicked: boolean
  /** The items that say a wish, of those that could. */
  readonly says: ReadonlySet<Item>
}

/**
 * Finds which wishes a sentence says. A single verb counts only if nothing but small words stands before it
 * or after it, since verbs open or close a sentence: "test" asks for a trial, "nuclear test" for news.
 */
export function readIntent(items: readonly Item[]): Intent {
  const said = new Map<string, number>()
  const isSmall = items.map(
    (item) =>
      item.named === null &&
      (item.signs.size > 0 || item.first.kind === 'number' || item.first.kind === 'channel'),
  )
  const firstOther = isSmall.indexOf(false)
  const lastOther = isSmall.lastIndexOf(false)
  const says = new Set<Item>()
  for (const [at, item] of items.entries()) {
    const opens = firstOther < 0 || at < firstOther
    const closes = at > lastOther
    // "Ajoute l'Égypte et retire le sport": "and" opens another wish.
    const opensClause = has(items[at - 1], 'and') && has(item, 'ask:add', 'ask:remove')
    if (item.words.length === 1 && ((!opens && !closes && !opensClause) || isOfWorld(items, at))) continue
    says.add(item)
    // "Alertes sur l'Iran": the noun says the wish.
    if (item.signs.has('alert') && !said.has('ask:alert')) said.set('ask:alert', at)
    for (const sign of item.signs) if (sign.startsWith('ask:') && !said.has(sign)) said.set(sign, at)
  }
  const alertAt = wantedAlert(items, said)
  if (alertAt >= 0 && !said.has('ask:alert')) said.set('ask:alert', alertAt)
  const picked = pickedIn(items, said)
  const places = items
    .map((item, at) => (isOfUnit(items, at) ? null : (valueOf(item, 'ordinal') ?? counted(items, at))))
    .filter((found) => found !== null)
  // "Who was first with story 2?"
  const ordinal =
    (places[0] === '1' ? places.find((place) => place !== '1') : undefined) ?? places[0] ?? picked
  return {
    wants: (...asks) => asks.some((ask) => said.has(`ask:${ask}`)),
    positionOf: (ask) => said.get(`ask:${ask}`) ?? Number.POSITIVE_INFINITY,
    names: (noun) => anyHas(items, `noun:${noun}`),
    ordinal: ordinal === null ? null : Number(ordinal),
    isPicked: picked !== null,
    says,
  }
}

/** "Coupe du monde" is a cup. */
const isOfWorld = (items: readonly Item[], at: number): boolean => {
  const named = has(items[at + 1], 'joint') ? items[at + 2]?.named : null
  return named?.kind === 'terms' && named.terms.every(({ id }) => id === 'world')
}

/**
 * Returns the position of a noun that asks for an alert within a sentence: "I want an earthquake alert for
 * Turkey". Where nothing else is wished for, a plural is enough: "earthquake alerts for Turkey", "Türkiye
 * deprem uyarıları". -1 for none: "the tsunami alert in Japan" is news.
 */
function wantedAlert(items: readonly Item[], said: ReadonlyMap<string, number>): number {
  if (ENDED.some((ask) => said.has(`ask:${ask}`)) || anyHas(items, 'mine', 'condition')) return -1
  const isWanted = said.has('ask:send') || said.has('ask:subscribe')
  const wantedAt = items.findIndex(
    (item, at) => has(item, 'noun:alert', 'noun:alerts') && (isWanted || has(items[at + 1], 'ask:send')),
  )
  if (wantedAt >= 0) return wantedAt
  const isBare = said.keys().every((ask) => ask === 'ask:greeting' || ask === 'ask:thanks')
  if (!isBare || items.some((item) => isOfTime(item) || has(item, 'noun:story'))) return -1
  const others = items.filter((item) => item.named !== null || item.signs.size === 0)
  const at = items.findIndex((item) => has(item, 'noun:alerts'))
  const isNamed = others.some(({ named }) => named !== null)
  // "Missile alerts in Kharkiv" is news.
  return isNamed && others.length <= MOST_ALERTED && !has(items[at + 1], 'in') ? at : -1
}

const isOfTime = (item: Item): boolean =>
  has(item, 'past', 'since', 'since-behind', 'ago') || valueOf(item, 'time') !== null

/** What an alert is about, and where. */
const MOST_ALERTED = 3

/** Wishes about existing alerts. */
const ENDED = [
  'unsubscribe',
  'stop',
  'pause',
  'resume',
  'edit',
  'add',
  'remove',
  'mute',
  'muted',
  'settings',
  'subscriptions',
  'test',
  'why',
  'help',
  'undo',
] as const satisfies readonly Ask[]

/** "أول الأسبوع" (the beginning of the week), "last Monday": the place is none in a list. */
const isOfUnit = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'begin', 'past') &&
  ['unit', 'weekday', 'month', 'persian'].some((kind) => valueOf(items[at + 1], kind) !== null)

/** Reads "story 3", "#2", or a lone number: the place in a list. */
function counted(items: readonly Item[], at: number): string | null {
  const item = items[at]
  const hashed = item?.first.kind === 'channel' ? /^#(\d{1,2})$/u.exec(item.first.typed)?.[1] : undefined
  if (hashed !== undefined) return hashed
  const number = numberOf(item)
  // "Follow 1", "mute #2", "1 is no news".
  const isPlaced =
    (items.length === 2 || at === 0) &&
    !has(item, 'noun:story') &&
    has(items[at === 0 ? 1 : at - 1], ...OF_STORIES)
  const isCounted = items.length === 1 || isPlaced || has(items[at - 1], 'noun:story')
  return number !== null && number <= MOST_COUNTED && isCounted ? String(number) : null
}

/**
 * Reads "abre la 1", "2 yi aç", "nr 2 bitte": a bare number that is no hour and counts nothing. Beside it
 * there are only small words, what is done with a story, and at most one unknown word.
 */
function pickedIn(items: readonly Item[], said: ReadonlyMap<string, number>): string | null {
  const called = items.findIndex((item, index) => numberOf(item) !== null && isStory(items[index - 1]))
  const at = called >= 0 ? called : items.findIndex(({ first }) => first.kind === 'number')
  const item = items[at]
  const isNumber = called >= 0 || /^\d{1,2}$/u.test(item?.first.key ?? '')
  if (item === undefined || !isNumber || /[dt][ae]n?$/u.test(item.first.ending)) return null
  const [before, behind] = [items[at - 1], items[at + 1]]
  const isHour =
    has(before, 'at', 'since', 'until', 'past', 'each', 'every', 'next', 'noun:hour') ||
    (has(before, 'clock:before') && !has(before, 'joint')) ||
    has(behind, 'clock:oclock', 'outlets', 'since-behind', 'until-behind', 'ago', ...PARTS) ||
    (behind !== undefined && OF_NUMBERS.some((kind) => valueOf(behind, kind) !== null))
  const others = items.filter((other) => other !== item)
  const isAlone = others.every(({ named, first }) => named === null && first.kind === 'word')
  const isOfStories = said.keys().every((ask) => PICKING.some((one) => one === ask))
  const unknown = others.filter(({ signs }) => signs.size === 0).length
  // "Number three sounds interesting".
  const most = called >= 0 ? 2 : 1
  const number = numberOf(item)
  return isHour || !isAlone || !isOfStories || unknown > most || number === null || number === 0
    ? null
    : String(number)
}

const isStory = (item: Item | undefined): boolean =>
  has(item, 'noun:story') && !has(item, 'noun:news') && numberOf(item) === null

const OF_NUMBERS = ['unit', 'month', 'persian', 'weekday', 'minutes-behind'] as const

const PICKING = [
  'ask:open',
  'ask:follow',
  'ask:mute',
  'ask:why',
  'ask:correct',
  'ask:more',
  'ask:briefing',
  'ask:send',
  'ask:thanks',
  'ask:greeting',
] as const satisfies readonly Sign[]

/** What can be done with a story. */
const OF_STORIES = [
  'ask:open',
  'ask:follow',
  'ask:subscribe',
  'ask:mute',
  'ask:why',
  'ask:correct',
] as const satisfies readonly Sign[]

/** No answer lists more. */
const MOST_COUNTED = 99
