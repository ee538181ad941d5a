import { setTimeout as wait } from 'node:timers/promises'
import { titleOf } from '../../briefings/titles.ts'
import type { Asker, Command, CommandOption, Suggestion } from '../../chat/command.ts'
import type { FirstSuggestions } from '../../chat/commands.ts'
import type { SubscriptionFilter } from '../../records/ports/subscriptions.ts'
import type { Subscription } from '../../records/subscription.ts'
import { shorten } from '../../text/shorten.ts'
import { withPreferences } from '../asker.ts'
import { visibleSubscriptions } from '../find-subscription.ts'
import type { CommandContext } from '../command-context.ts'
import { readerOf } from '../options.ts'
import { suggestionsFrom, MOST_SUGGESTIONS } from '../reading/reader.ts'
import { foldTerm } from '../name-index.ts'
import { createCachedRead } from './cached-read.ts'
import { createRecentStories, suggestStories } from './suggest-stories.ts'
import { suggestFirst } from './suggest-first.ts'

/** Most characters in a label or value of a suggestion. */
const LONGEST = 100

/** How many ms somebody who types waits for the store; platforms want an answer within 100 ms. */
const PATIENCE_MS = 60

/** How many ms somebody waits who has opened a conversation and typed nothing yet. */
const FIRST_PATIENCE_MS = 500

/** How many ms the data of a person or channel stays fresh: every keystroke asks for it. */
const FRESH_MS = 3_000

/** People and channels kept in memory. */
const MOST_ASKERS = 500

interface Suggesting {
  readonly suggest: (
    command: Pick<Command, 'name'>,
    option: CommandOption,
    typed: string,
    asker: Asker,
  ) => Promise<readonly Suggestion[]>
  readonly suggestFirst: (asker: Asker) => Promise<FirstSuggestions>
}

/**
 * Suggests values for what is being typed into an option, and what to begin with. Answers from memory: where
 * the store does not answer within `PATIENCE_MS`, its previous answer is used. `commands` are the names of
 * all commands. `losePatience` settles after a number of ms, when nobody waits longer.
 */
export function createSuggest(
  context: CommandContext,
  commands: readonly string[],
  losePatience: (ms: number) => Promise<unknown> = (ms) => wait(ms, undefined, { ref: false }),
): Suggesting {
  const stories = createRecentStories(context)
  const limits = { freshMs: FRESH_MS, most: MOST_ASKERS, now: () => context.now() }
  const preferencesOf = createCachedRead((of: string) => context.subscriptions.preferences(of), limits)
  const subscriptionsOf = createCachedRead(
    (filter: SubscriptionFilter) => context.subscriptions.subscriptions(filter),
    limits,
  )
  const { settings } = context

  const known = (stranger: Asker, patience: Promise<unknown>): Promise<Asker> =>
    withPreferences(stranger, { preferences: async (of) => (await preferencesOf(of, patience)) ?? null })

  const suggest: Suggesting['suggest'] = async (command, option, typed, stranger) => {
    const patience = losePatience(PATIENCE_MS)
    const asker = await known(stranger, patience)
    const { language, zone } = asker
    if (option.kind === 'story') {
      const meant = await stories[command.name === 'unmute' ? 'muted' : 'likely'](asker, patience)
      return suggestStories(meant, typed, { language, most: MOST_SUGGESTIONS, longest: LONGEST })
    }
    const all =
      option.kind === 'subscription'
        ? suggestSubscriptions(await visible(asker, patience), typed, settings, language)
        : (readerOf(option).suggest?.(typed, { nameIndex: context.nameIndex, zone, language, commands }) ??
          suggestionsFrom(option.choices, typed))
    return all
      .filter(({ value }) => value.length <= LONGEST)
      .slice(0, MOST_SUGGESTIONS)
      .map(({ label, value }) => ({ label: shorten(label, LONGEST), value }))
  }

  return {
    suggest,
    async suggestFirst(stranger) {
      const patience = losePatience(FIRST_PATIENCE_MS)
      const asker = await known(stranger, patience)
      const [seen, strongest] = await Promise.all([
        visible(asker, patience),
        stories.strongest(asker, patience),
      ])
      const { language } = asker
      const [story = null] = suggestStories(strongest, '', { language, most: 1, longest: LONGEST })
      return suggestFirst({ visible: seen, story }, settings, asker)
    },
  }

  function visible(asker: Asker, patience: Promise<unknown>): Promise<readonly Subscription[]> {
    const subscriptions = async (filter = {}) => (await subscriptionsOf(filter, patience)) ?? []
    return visibleSubscriptions({ settings, subscriptions: { subscriptions } }, asker)
  }
}

const suggestSubscriptions = (
  visible: readonly Subscription[],
  typed: string,
  settings: CommandContext['settings'],
  language: string,
): readonly Suggestion[] =>
  visible
    .map((one) => ({ id: one.id, title: titleOf(one, settings, language) }))
    .filter(({ id, title }) => id.startsWith(typed) || foldTerm(title).includes(foldTerm(typed)))
    .map(({ id, title }) => ({ label: `${title} (${id})`, value: id }))
