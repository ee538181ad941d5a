import { setTimeout as wait } from 'node:timers/promises'
import { titleOf } from '../../briefings/titles.ts'
import type { Asker, Command, CommandOption, Suggestion } from '../../chat/command.ts'
import { nameRhythm } from '../../chat/wording/name-rhythm.ts'
import type { Subscription } from '../../records/subscription.ts'
import { RHYTHMS } from '../../subscriptions/days.ts'
import { say } from '../../words/say.ts'
import { withPreferences } from '../asker.ts'
import { visibleSubscriptions } from '../find-subscription.ts'
import type { CommandContext } from '../command-context.ts'
import { readRhythm } from '../reading/read-rhythm.ts'
import { readTime } from '../reading/read-time.ts'
import { cities } from '../reading/read-zone.ts'
import { foldTerm, nameTerm, type Term, type TermKind } from '../name-index.ts'
import { createCachedRead } from './cached-read.ts'
import { createRecentStories, suggestStories } from './suggest-stories.ts'

/** As many as a Discord menu shows (application-commands.mdx). */
const MOST_SUGGESTIONS = 25

/** Characters of a label or value there. */
const LONGEST = 100

/** In the order in which equal matches stand. */
const KINDS: readonly TermKind[] = ['region', 'country', 'topic', 'source', 'person', 'language']

/** How long somebody who types waits for the store, in milliseconds; the platforms want an answer within a tenth of a second. */
const PATIENCE_MS = 60

/** How long what is kept of a person or a channel stays fresh, in milliseconds: each key that is typed asks for it. */
const FRESH_MS = 3_000

/** People and channels kept in mind. */
const MOST_ASKERS = 500

type Suggest = (
  command: Pick<Command, 'name'>,
  option: CommandOption,
  typed: string,
  asker: Asker,
) => Promise<readonly Suggestion[]>

/**
 * Values for what is being typed into an option, those that begin so first. From memory: where the store has not answered within
 * `PATIENCE_MS`, what it answered before is taken. `names` are those of all commands; `losePatience` settles when nobody waits longer.
 */
export function createSuggest(
  newsroom: CommandContext,
  names: readonly string[],
  losePatience: () => Promise<unknown> = () => wait(PATIENCE_MS, undefined, { ref: false }),
): Suggest {
  const stories = createRecentStories(newsroom)
  const limits = { freshMs: FRESH_MS, most: MOST_ASKERS, now: () => newsroom.now() }
  const preferencesOf = createCachedRead((of: string) => newsroom.subscriptions.preferences(of), limits)
  const subscriptionsOf = createCachedRead(
    (filter: SubscriptionFilter) => newsroom.subscriptions.subscriptions(filter),
    limits,
  )

  return async (command, option, typed, stranger) => {
    const patience = losePatience()
    const asker = await withPreferences(stranger, {
      preferences: async (of) => (await preferencesOf(of, patience)) ?? null,
    })
    const visible = () =>
      visibleSubscriptions(
        {
          settings: newsroom.settings,
          subscriptions: {
            subscriptions: async (filter = {}) => (await subscriptionsOf(filter, patience)) ?? [],
          },
        },
        asker,
      )
    if (option.kind === 'story') {
      const meant = await stories[command.name === 'unmute' ? 'muted' : 'likely'](asker, patience)
      return suggestStories(meant, typed, {
        language: asker.language,
        most: MOST_SUGGESTIONS,
        longest: LONGEST,
      })
    }
    const all =
      option.kind === 'subscription'
        ? suggestSubscriptions(await visible(), typed, newsroom, asker)
        : valuesOf(option, typed, newsroom, asker, names)
    return all
      .filter(({ value }) => value.length <= LONGEST)
      .slice(0, MOST_SUGGESTIONS)
      .map(({ label, value }) => ({
        label: label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label,
        value,
      }))
  }
}

type SubscriptionFilter = NonNullable<Parameters<CommandContext['subscriptions']['subscriptions']>[0]>

const suggestSubscriptions = (
  visible: readonly Subscription[],
  typed: string,
  { settings }: CommandContext,
  { language }: Asker,
): readonly Suggestion[] =>
  visible
    .map((one) => ({ id: one.id, title: titleOf(one, settings, language) }))
    .filter(({ id, title }) => id.startsWith(typed) || foldTerm(title).includes(foldTerm(typed)))
    .map(({ id, title }) => ({ label: `${title} (${id})`, value: id }))

function valuesOf(
  option: CommandOption,
  typed: string,
  newsroom: CommandContext,
  asker: Asker,
  commands: readonly string[],
): readonly Suggestion[] {
  const kind = KINDS.find((other) => other === option.kind)
  if (kind !== undefined || option.kind === 'filter') return names(kind ?? null, typed, newsroom, asker)
  switch (option.kind) {
    case 'zone':
      return zones(typed, asker)
    case 'rhythm':
      return rhythms(typed, asker.language)
    case 'times':
      return times(typed)
    case 'moment':
      return plain(['24h', '3d', 'yesterday', 'monday', 'friday', 'last week'], typed)
    case 'destination':
      return plain(['here', 'me'], typed)
    case 'span':
      return plain(['22:00-07:00', '23:00-06:00', '20:00-08:00', 'off'], typed)
    case 'line':
      return option.name === 'command' ? plain(commands, typed) : []
    case 'choice':
      return plain(option.choices, typed)
    default:
      return []
  }
}

/** Names from the name index: matches at the beginning of the name shown, then of any other name, then at the beginning of any word, then anywhere. */
function names(
  kind: TermKind | null,
  typed: string,
  { nameIndex }: CommandContext,
  asker: Asker,
): readonly Suggestion[] {
  // A filter may be several names: the last one is being typed.
  const cut = kind === null ? typed.search(/[^\s,]*$/u) : 0
  const [begun, last] = [typed.slice(0, cut), typed.slice(cut)]
  const key = foldTerm(last)
  const index =
    kind === 'language'
      ? [...nameIndex.languages].map(([name, term]) => [name, [term]] as const)
      : [...nameIndex.terms]
  const ranked = new Map<string, { readonly term: Term; readonly rank: number }>()
  for (const [name, terms] of index) {
    const rank = name.startsWith(key) ? 0 : name.includes(` ${key}`) ? 1 : name.includes(key) ? 2 : 3
    if (rank === 3) continue
    for (const term of terms) {
      if (kind !== null && term.kind !== kind) continue
      const id = `${term.kind} ${term.id}`
      const there = ranked.get(id)
      const own = foldTerm(term.name).startsWith(key) ? -1 : rank
      if (there === undefined || own < there.rank) ranked.set(id, { term, rank: own })
    }
  }
  return [...ranked.values()]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        KINDS.indexOf(a.term.kind) - KINDS.indexOf(b.term.kind) ||
        a.term.name.localeCompare(b.term.name),
    )
    .slice(0, MOST_SUGGESTIONS)
    .map(({ term }) => ({
      label:
        kind === null
          ? `${begun}${nameTerm(term, asker.language)} – ${say(`kind.${term.kind}`, asker.language)}`
          : nameTerm(term, asker.language),
      value: kind === null ? `${begun}${/\s/u.test(term.name) ? `"${term.name}"` : term.name}` : term.id,
    }))
}

function zones(typed: string, asker: Asker): Suggestion[] {
  const key = foldTerm(typed)
  if (key === '') return asTyped(new Set([asker.zone, 'UTC', ...COMMON_ZONES]))
  const found = [...cities()]
    .filter(([city, zone]) => city.startsWith(key) || foldTerm(zone).includes(key))
    .sort(([one], [other]) => Number(other.startsWith(key)) - Number(one.startsWith(key)))
    .map(([, zone]) => zone)
  return asTyped(new Set(found))
}

/** One for each stretch of the clock where most people live. */
const COMMON_ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Singapore',
  'Asia/Tokyo',
  'America/New_York',
  'America/Los_Angeles',
]

/** What is typed so far as we understand it, then the simple ones. */
function rhythms(typed: string, language: string): Suggestion[] {
  const exact = readRhythm(typed)
  const key = foldTerm(typed)
  const begun = RHYTHMS.filter((rhythm) =>
    [rhythm.replace('weekly:', ''), nameRhythm(rhythm, language)].some((name) =>
      foldTerm(name).includes(key),
    ),
  )
  return [...new Set([...(exact === null ? [] : [exact]), ...begun])].map((rhythm) => ({
    label: nameRhythm(rhythm, language),
    value: rhythm,
  }))
}

function times(typed: string): Suggestion[] {
  const exact = readTime(typed)
  const hours = Array.from({ length: 24 }, (_, hour) => `${String((hour + 6) % 24).padStart(2, '0')}:00`)
  const found =
    typed === ''
      ? hours
      : [...(exact === null ? [] : [exact]), ...hours.filter((time) => time.startsWith(typed))]
  return asTyped(found)
}

const plain = (values: readonly string[], typed: string): Suggestion[] =>
  asTyped(values.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase())))

const asTyped = (values: Iterable<string>): Suggestion[] =>
  Array.from(values, (value) => ({ label: value, value }))
