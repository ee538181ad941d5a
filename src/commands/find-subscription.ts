import { titleOf } from '../briefings/titles.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import type { Subscription } from '../records/subscription.ts'
import { subscriptionFromConfig } from '../subscriptions/subscription-from-config.ts'
import { filterOf, type NewsFilter } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { mayChange, maySee, ownerOf } from './asker.ts'
import { describeForm, describeWhen } from './describe-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { listOf, type Mistake, quoted, refusal } from './notice.ts'
import { buttonFor } from './write-command.ts'
import { foldTerm, type NameIndex } from './name-index.ts'
import { withTerm } from './reading/name-readers.ts'
import { readNames } from './reading/names.ts'

export type FoundSubscription =
  | { readonly status: 'found'; readonly subscription: Subscription }
  | {
      readonly status: 'mistake'
      readonly mistake: Mistake
      /** Subscriptions that may be meant, with their names. */
      readonly among: readonly { readonly id: string; readonly name: string }[]
    }

/**
 * Returns the subscriptions that somebody sees from here: those that post here or in channels that they
 * manage, including those of `config/briefings.yaml`, and their own.
 */
export async function visibleSubscriptions(
  context: Pick<CommandContext, 'settings'> & {
    readonly subscriptions: Pick<CommandContext['subscriptions'], 'subscriptions'>
  },
  asker: Asker,
): Promise<readonly Subscription[]> {
  const managed = (asker.manages ?? []).map(({ destination }) => destination)
  const places = [...new Set([asker.channel, ...managed])]
  const files = context.settings.briefings.filter(({ to }) => places.includes(to)).map(subscriptionFromConfig)
  const there: Subscription[] = []
  for (const to of places) there.push(...(await context.subscriptions.subscriptions({ to })))
  const own = await context.subscriptions.subscriptions({ owner: ownerOf(asker) })
  return [...files, ...there, ...own.filter(({ to }) => !places.includes(to))]
}

/**
 * Finds the subscription that somebody means by its id or title, or by saying nothing where there is only
 * one. The answer reveals nothing about one that they may not see, not even that it exists.
 */
export async function findSubscription(
  { subscription: typed, about }: Pick<CommandInput, 'subscription' | 'about'>,
  use: 'look' | 'change',
  context: Pick<CommandContext, 'settings' | 'subscriptions' | 'nameIndex'>,
  asker: Asker,
): Promise<FoundSubscription> {
  const visible = await visibleSubscriptions(context, asker)
  const titles = new Map(
    visible.map((subscription) => [subscription, titleOf(subscription, context.settings, asker.language)]),
  )
  const meant =
    about !== undefined
      ? visible.filter((one) => isAbout(one, about))
      : typed === undefined
        ? likely(visible, use, asker)
        : matchTyped(typed, titles, context.nameIndex)
  const [only, second] = meant
  if (second !== undefined)
    return notFound(undefined, typed === undefined && about === undefined ? visible : meant, titles, asker)
  const found =
    only ??
    (typed === undefined || about !== undefined ? undefined : await findElsewhere(typed, context, asker))
  if (found === undefined) return notFound(typed, visible, titles, asker)
  if (use === 'change' && !mayChange(found, asker))
    return { status: 'mistake', mistake: tellNotYours(found), among: [] }
  return { status: 'found', subscription: found }
}

/**
 * Returns the subscriptions that post here; for a change, those of them that the asker may change, if there
 * are any.
 */
function likely(visible: readonly Subscription[], use: 'look' | 'change', asker: Asker) {
  const here = visible.filter(({ to }) => to === asker.channel)
  const usable = use === 'look' ? here : here.filter((subscription) => mayChange(subscription, asker))
  return usable.length === 0 ? here : usable
}

/**
 * Returns whether a subscription tells everything that somebody names, and asks for nothing that they
 * exclude.
 */
export function isAbout(subscription: Subscription, about: NewsFilter): boolean {
  const { expression, ...lists } = filterOf(subscription)
  const { expression: said, ...wanted } = filterOf(about)
  const has = (list: keyof typeof wanted): boolean =>
    (wanted[list] ?? []).every((id) => lists[list]?.includes(id) === true)
  const isExcepted =
    lists.countries?.some((code) => wanted.withoutCountries?.includes(code)) === true ||
    lists.topics?.some((id) => wanted.withoutTopics?.includes(id)) === true
  const isSaid = said === undefined || foldTerm(expression ?? '').includes(foldTerm(said))
  if (isExcepted) return false
  return isSaid && has('regions') && has('countries') && has('topics') && has('sources') && has('people')
}

/** Subscriptions with their titles in the asker's language. */
type Titles = ReadonlyMap<Subscription, string>

function matchTyped(typed: string, titles: Titles, nameIndex: NameIndex): readonly Subscription[] {
  const byId = [...titles.keys()].find(({ id }) => id === typed.toLowerCase())
  if (byId !== undefined) return [byId]
  const key = foldTerm(typed)
  const titled = [...titles].flatMap(([one, title]) => (foldTerm(title) === key ? [one] : []))
  if (key === '' || titled.length > 0) return key === '' ? [] : titled
  const { terms, rest } = readNames(typed, nameIndex)
  const filter = terms.reduce(withTerm, {})
  return rest.length > 0 || terms.length === 0 ? [] : [...titles.keys()].filter((one) => isAbout(one, filter))
}

/** Finds a subscription by its id that is not visible from here: admins may name any of their workspace. */
async function findElsewhere(
  typed: string,
  { subscriptions }: Pick<CommandContext, 'subscriptions'>,
  asker: Asker,
): Promise<Subscription | undefined> {
  if (!asker.isAdmin) return undefined
  const named = await subscriptions.subscriptions({ id: typed.toLowerCase() })
  return named.find((one) => maySee(one, asker))
}

function notFound(
  typed: string | undefined,
  among: readonly Subscription[],
  titles: Titles,
  asker: Asker,
): FoundSubscription {
  const named = among.slice(0, MOST_NAMED).filter((one) => mayChange(one, asker))
  return {
    status: 'mistake',
    mistake: tellUnknown(typed, among, titles),
    among: named.map((one) => ({ id: one.id, name: tellApart(one, among, titles, asker.language) })),
  }
}

/**
 * Explains that no subscription was found and lists those that exist, with a button each where the command
 * fits into one.
 */
export function tellNotFound(
  { mistake, among }: Extract<FoundSubscription, { readonly status: 'mistake' }>,
  command: string,
  asked: CommandInput,
  asker: Asker,
): Message {
  const { about: _, ...input } = asked
  const actions = among.flatMap(({ id, name }) =>
    buttonFor({ label: 'action.choose', name }, command, { ...input, subscription: id }),
  )
  return { ...refusal(asker, mistake), actions }
}

function tellUnknown(typed: string | undefined, among: readonly Subscription[], titles: Titles): Mistake {
  return (language) => {
    if (among.length === 0)
      return typed === undefined
        ? say('subscription.none', language)
        : say('subscription.unknownNone', language, { typed: quoted(typed, language) })
    const named = among.slice(0, MOST_NAMED)
    const known = listOf(
      named.map((one) => `${one.id} (${tellApart(one, among, titles, language)})`),
      language,
    )
    const count = among.length - named.length
    const which =
      typed === undefined
        ? say('subscription.which', language, { known })
        : say('subscription.unknown', language, { typed: quoted(typed, language), known })
    return count === 0 ? which : `${which} ${say('subscription.others', language, { count })}`
  }
}

/** Names a subscription by its title; where another has the same title, also by when and how it posts. */
function tellApart(
  one: Subscription,
  among: readonly Subscription[],
  titles: Titles,
  language: string,
): string {
  const title = titles.get(one) ?? one.id
  if (!among.some((other) => other !== one && titles.get(other) === title)) return title
  return [title, describeWhen(one, language), ...describeForm(one, language)].join(
    say('list.semicolon', language),
  )
}

/** Nobody reads more ids in one sentence. */
const MOST_NAMED = 8

function tellNotYours({ id, owner }: Subscription): Mistake {
  return (language) =>
    owner === null
      ? say('subscription.fromFile', language, { id })
      : say('subscription.notYours', language, { id })
}
