import type { Quiet } from '../../records/subscription.ts'
import type { Term } from '../name-index.ts'
import type { AskedSchedule } from './schedule.ts'

/** What a sentence asks for: one of our words, or what only a conversation has. */
export type AskedWord =
  | 'briefing'
  | 'search'
  | 'story'
  | 'catchup'
  | 'why'
  | 'subscribe'
  | 'subscriptions'
  | 'edit'
  | 'test'
  | 'pause'
  | 'resume'
  | 'unsubscribe'
  | 'mute'
  | 'muted'
  | 'settings'
  | 'sources'
  | 'sources add'
  | 'sources remove'
  | 'sources health'
  | 'forget'
  | 'help'
  | 'more'
  | 'follow'
  | 'undo'
  | 'correct'
  /** What will take place. */
  | 'upcoming'
  /** How much is told, and what of that is out of the usual. */
  | 'trends'
  | 'chat'

/** What somebody wants, as we understood a sentence. Times are milliseconds since 1970. */
export interface Wish {
  readonly word: AskedWord
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Ids. */
  readonly regions: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
  /** Names as the tagger tells them. */
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  /** As typed. */
  readonly places: readonly string[]
  /** Parts of a country, as typed: news of one is that of its country. */
  readonly areas: readonly string[]
  /** What is left: looked for as it was typed. */
  readonly words: readonly string[]
  /** Places, people, organisations and words in the order and the form in which they were said. */
  readonly spoken: readonly string[]
  /** Of these the people and organisations. */
  readonly namesSpoken: readonly string[]
  /** Topics that were named by something that they hold: "strike", "earthquake". In the order and form in which they were said. */
  readonly topicsSpoken: readonly { readonly typed: string; readonly id: string }[]
  readonly not: Exclusions | null
  /** A subscription, or what was spoken of last, is named. */
  readonly isOurs: boolean
  /** To be put beside what a subscription has. */
  readonly isAdded: boolean
  /** To be taken out of what a subscription has. */
  readonly isRemoved: boolean
  readonly from: number | null
  readonly to: number | null
  readonly schedule: (AskedSchedule & { readonly alert: boolean }) | null
  /** What is to be set: time zone (IANA), language (ISO 639-1), quiet hours. */
  readonly settings: { readonly zone?: string; readonly speak?: string; readonly quiet?: Quiet }
  readonly destination: 'me' | 'here' | { readonly channel: string } | null
  /** Place in the last answer, from 1; `last`, or `that`: the one that was spoken of. */
  readonly story: number | 'last' | 'that' | null
  /** Of a story or a subscription, as typed. */
  readonly handle: string | null
  /** All that there is was meant: "everything", "all my subscriptions". */
  readonly isAll: boolean
  /** Names that several things have. */
  readonly unclear: readonly { readonly typed: string; readonly terms: readonly Term[] }[]
  /** A day that its month does not have, as typed, and the last that it has, in milliseconds since 1970. */
  readonly noDay: { readonly typed: string; readonly last: number } | null
  /** Slips of the hand, and what was taken for them. */
  readonly mended: readonly { readonly typed: string; readonly name: string }[]
  /** For something that we do not do. */
  readonly isElsewhere: boolean
  /** A greeting, and nothing that is wished for. */
  readonly isGreeting: boolean
  /** Thanks and nothing else. */
  readonly isThanks: boolean
  /** What is looked for is any of it: "oil or wheat". */
  readonly isEither: boolean
  /** Ends or deletes much: to be confirmed. */
  readonly confirm: boolean
  /** Readings differ in what they do: to be asked. */
  readonly ask: boolean
  /** No small word stands behind the first one ("search for", "pause the"), and the last one is no "please". */
  readonly isPlain: boolean
  /** Begins with "and": what it does not say is as it was asked before. */
  readonly goesOn: boolean
  /** Words of the phrase that it begins with. */
  readonly opening: number
  /** Something is to come again, and how often was not understood. */
  readonly isTorn: boolean
  /** Share of the words that were understood, 0 to 1. */
  readonly sure: number
}

/** What is to be left out. */
export interface Exclusions {
  readonly countries: readonly string[]
  readonly regions: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
  readonly words: readonly string[]
}
