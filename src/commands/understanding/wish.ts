import type { Ask } from '../../language/asked.ts'
import type { Quiet } from '../../records/subscription.ts'
import type { Term } from '../name-index.ts'
import type { AskedSchedule } from './schedule.ts'

/** What a sentence asks for: one of our commands, or something that only a conversation has. */
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
  /** How much is reported, and what of that is unusual. */
  | 'trends'
  | 'chat'

/** What somebody wants, as we understood a sentence. Times are ms since 1970. */
export interface Wish {
  readonly word: AskedWord
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Ids. */
  readonly regions: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
  /** Names as the tagger gives them. */
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  /** As typed. */
  readonly places: readonly string[]
  /** Parts of a country, as typed. News about one counts as news about the country. */
  readonly areas: readonly string[]
  /** Words that are left, to be searched for as typed. */
  readonly words: readonly string[]
  /** Places, people, organisations and words, in the order and form in which they were said. */
  readonly spoken: readonly string[]
  /** The people and organisations among `spoken`. */
  readonly namesSpoken: readonly string[]
  /**
   * Topics named by something within them: "strike", "earthquake". In the order and form in which they were
   * said.
   */
  readonly topicsSpoken: readonly { readonly typed: string; readonly id: string }[]
  readonly not: Exclusions | null
  /** A subscription, or what was spoken of last, is named. */
  readonly refersToExisting: boolean
  /** To be added to what a subscription has. */
  readonly isAdded: boolean
  /** To be taken out of what a subscription has. */
  readonly isRemoved: boolean
  readonly from: number | null
  readonly to: number | null
  /** When a new subscription begins. */
  readonly startsAt: number | null
  /** It names a time until which something is to go on or to rest, and that time is over. */
  readonly isOver: boolean
  readonly schedule: (AskedSchedule & { readonly alert: boolean }) | null
  /** What is to be set: time zone (IANA), language (ISO 639-1), quiet hours. */
  readonly settings: { readonly zone?: string; readonly speak?: string; readonly quiet?: Quiet }
  readonly destination: 'me' | 'here' | { readonly channel: string } | null
  /** Place in the last answer, from 1; `last` for its last story; `that` for the one spoken of. */
  readonly story: number | 'last' | 'that' | null
  /** Handle of a story or a subscription, as typed. */
  readonly handle: string | null
  /** Everything is meant: "everything", "all my subscriptions". */
  readonly isAll: boolean
  /** Names that several things have. */
  readonly unclear: readonly { readonly typed: string; readonly terms: readonly Term[] }[]
  /**
   * A day, as typed, that its month does not have, or that may be two; and the days that may be meant (ms
   * since 1970).
   */
  readonly unclearDay: {
    readonly typed: string
    readonly days: readonly number[]
    readonly exists: boolean
  } | null
  /** Typing mistakes, and what they were taken for. */
  readonly corrected: readonly { readonly typed: string; readonly name: string }[]
  /** Days stand between the things that are named, so that each may have its own. */
  readonly isApart: boolean
  /** What it asks how to do; null where it does not ask. */
  readonly helpOn: Ask | null
  /** It says that nothing is to be changed. */
  readonly isRefusal: boolean
  /** It asks for something that we do not do. */
  readonly isElsewhere: boolean
  /** It says nothing but yes or no. */
  readonly reply: 'yes' | 'no' | null
  /** It is a greeting and wishes for nothing. */
  readonly isGreeting: boolean
  /** It is thanks and nothing else. */
  readonly isThanks: boolean
  /** Any of the things suffices: "oil or wheat". */
  readonly isEither: boolean
  /** It ends or deletes much, so it has to be confirmed. */
  readonly confirm: boolean
  /** Its readings have different effects, so it has to be asked which is meant. */
  readonly ask: boolean
  /** No small word follows the first one ("search for", "pause the"), and the last one is not "please". */
  readonly isPlain: boolean
  /** Begins with "and": what it does not say stays as it was asked before. */
  readonly continuesLast: boolean
  /** Number of words in the phrase that it begins with. */
  readonly openingLength: number
  /** Something is to repeat, but how often was not understood. */
  readonly hasUnreadRhythm: boolean
  /** Share of its items that were understood, 0 to 1. */
  readonly confidence: number
}

/** What is to be excluded. */
export interface Exclusions {
  readonly countries: readonly string[]
  readonly regions: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
  readonly words: readonly string[]
}
