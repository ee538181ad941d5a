import { titleOf } from '../briefings/titles.ts'
import { listSubscriptions, resume, resumeAll } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Change } from '../records/change.ts'
import type { Action, Message } from '../records/message.ts'
import { present } from '../records/present.ts'
import type { Subscription } from '../records/subscription.ts'
import { filterOf, isEverything, type NewsFilter } from '../subscriptions/news-filter.ts'
import { inItsPlace } from '../subscriptions/place-quiet.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { mayChange, mayResume, maySee } from './asker.ts'
import { defineCommand } from './define-command.ts'
import { cardOf, tellCard, unreachableSince } from './describe-subscription.ts'
import { findSubscription, tellNotFound, visibleSubscriptions } from './find-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { info, listOf, notice, quoted } from './notice.ts'
import { keepChange } from './undo.ts'
import { buttonFor } from './write-command.ts'

const CHANGES = {
  unsubscribe: { state: 'ended', change: 'ended' },
  pause: { state: 'paused', change: 'paused' },
  resume: { state: 'active', change: 'resumed' },
} as const

const OWN_OPTIONS = { unsubscribe: ['confirm'], pause: ['ends'], resume: [] } as const

/**
 * `unsubscribe`, `pause` and `resume`. The id may be left out where there is only one subscription, and with
 * `all`. Repeating a command is no mistake.
 */
export function changeStateCommand(name: keyof typeof CHANGES, context: CommandContext): Command {
  return defineCommand({
    name,
    options: ['subscription', 'which', ...OWN_OPTIONS[name]],
    positionalOption: 'subscription',
    answer: 'public',
    usage: `${name} [{id} {or} all]`,
    examples: name === 'resume' ? ['resume k4f2', 'resume all'] : [`${name} k4f2`, name],
    run: (input, asker) =>
      input.all === true && input.about === undefined
        ? EVERYTHING[name](context, asker, input)
        : retryOnConflict(() => change(name, input, asker, context)),
  })
}

/** Returns the answer; null where somebody else changed the subscription meanwhile. */
async function change(
  name: keyof typeof CHANGES,
  input: CommandInput,
  asker: Asker,
  context: CommandContext,
): Promise<Message | null> {
  const { state, change: done } = CHANGES[name]
  const configured =
    name === 'resume' && asker.isAdmin ? await configuredBriefing(input, asker, context) : null
  if (configured !== null) {
    await context.subscriptions.resumeDestination(configured.to)
    const title = titleOf(configured, context.settings, asker.language)
    return info(asker, 'subscription.resumed', { title })
  }
  const found = await findSubscription(input, 'change', context, asker)
  if (found.status === 'mistake') return tellNotFound(found, name, input, asker)
  const isResumed = state === 'active' && found.subscription.state !== 'active'
  if (name === 'unsubscribe' && input.about !== undefined && tellsMore(found.subscription, input.about))
    return askHowMuch(found.subscription, input.about, context, asker)
  const { resumesAt: _, ...standing } = found.subscription
  const subscription: Subscription = {
    ...standing,
    state,
    ...(isResumed ? { changedAt: context.now() } : {}),
    ...(state === 'paused' && input.endsAt !== undefined && { resumesAt: input.endsAt }),
  }
  if (!(await context.subscriptions.changeSubscription(found.subscription, subscription))) return null
  if (state === 'active') await context.subscriptions.resumeDestination(subscription.to)
  const undo = await keepChange(
    [{ kind: 'subscription', before: found.subscription, after: subscription }],
    context,
    asker,
  )
  if (subscription.resumesAt !== undefined) {
    const title = quoted(titleOf(subscription, context.settings, asker.language), asker.language)
    const rests = restUntil(title, subscription.resumesAt, context, asker)
    return { ...rests, actions: [resume(subscription.id), undo] }
  }
  const placed = await inItsPlace(subscription, context.subscriptions)
  const actions = [...nextActions(subscription), undo]
  return tellCard(done, cardOf(placed, context, asker), asker, { actions })
}

function restUntil(title: string, until: number, context: CommandContext, asker: Asker): Message {
  const time = timesIn(asker.zone, asker.language).moment(until, context.now())
  return info(asker, 'pause.until', { title, time })
}

const NAMED_LISTS = ['countries', 'topics', 'sources', 'people'] as const

/**
 * Returns whether a subscription has more of a kind than was named: "drop Syria" may mean only a part of it.
 */
const tellsMore = (subscription: Subscription, about: NewsFilter): boolean =>
  NAMED_LISTS.some(
    (list) =>
      about[list] !== undefined && subscription[list]?.some((id) => about[list]?.includes(id) !== true),
  )

/** Offers a button for each of two readings that have different effects. */
function askHowMuch(
  subscription: Subscription,
  { topics = [], countries = [], sources = [] }: NewsFilter,
  context: CommandContext,
  asker: Asker,
): Message {
  const { id } = subscription
  const filter = filterOf({ withoutTopics: topics, withoutCountries: countries, withoutSources: sources })
  const takeOut = { filter, subscription: id }
  const title = quoted(titleOf(subscription, context.settings, asker.language), asker.language)
  return {
    ...info(asker, 'unsubscribe.part', { title }),
    actions: [
      ...(isEverything(filter) ? [] : buttonFor({ label: 'action.takeOut' }, 'edit', takeOut)),
      { label: 'action.endAll', command: `unsubscribe ${id}` },
    ],
  }
}

/**
 * Whether a briefing of the configuration is active is set in its file alone, but its channel may have been
 * given up.
 */
async function configuredBriefing(
  input: CommandInput,
  asker: Asker,
  context: CommandContext,
): Promise<Subscription | null> {
  const found = await findSubscription(input, 'look', context, asker)
  return found.status === 'found' && found.subscription.owner === null ? found.subscription : null
}

function nextActions({ id, state }: Subscription): readonly Action[] {
  if (state === 'ended') return [listSubscriptions]
  return [
    state === 'paused' ? resume(id) : { label: 'action.pause', command: `pause ${id}` },
    { label: 'action.unsubscribe', command: `unsubscribe ${id}` },
  ]
}

/** Each failed try means that somebody else's change was kept; nobody presses that often. */
const MOST_TRIES = 10

/**
 * Makes a change that others may make at the same time. `attempt` reads anew each time and returns null if
 * what it read had changed before its change was kept. So no change undoes one that came in between.
 * @throws Error after `MOST_TRIES` conflicts
 */
export async function retryOnConflict<Answer>(attempt: () => Promise<Answer | null>): Promise<Answer> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const answer = await attempt()
    if (answer !== null) return answer
  }
  throw new Error(`It was changed by others ${MOST_TRIES} times while it was being changed.`)
}

/**
 * `resume all`: resumes what posts here and what the asker follows elsewhere, and retries those of their
 * destinations that were given up; for an admin, all such destinations of the workspace. What others there
 * paused for themselves stays paused.
 */
async function resumeEverything(context: CommandContext, asker: Asker): Promise<Message> {
  const { subscriptions } = context
  const health = await subscriptions.destinations()
  const own = await visibleSubscriptions(context, asker)
  const known = new Set(own.map(({ id }) => id))
  const others = asker.isAdmin
    ? (await subscriptions.subscriptions()).filter(
        (one) => !known.has(one.id) && maySee(one, asker) && unreachableSince(one, health) !== null,
      )
    : []
  const resumed: Subscription[] = []
  const changes: Changed[] = []
  for (const subscription of [...own.filter((one) => mayResume(one, asker)), ...others]) {
    const isUnreachable = unreachableSince(subscription, health) !== null
    if (isUnreachable) await subscriptions.resumeDestination(subscription.to)
    // What others paused for themselves stays paused.
    const isOwn = known.has(subscription.id) && subscription.owner !== null
    const woken = !isOwn
      ? []
      : await changeOne(subscription, context, (standing) => {
          const { resumesAt: _, ...rest } = standing
          return rest.state === 'paused' ? { ...rest, state: 'active', changedAt: context.now() } : null
        })
    changes.push(...woken)
    if (woken.length > 0 || isUnreachable) resumed.push(subscription)
  }
  if (changes.length > 0) await keepChange(changes, context, asker)
  if (resumed.length === 0) return info(asker, 'resume.none')
  const named = namesOf(resumed, context, asker)
  const count = resumed.length - named.length
  const lines = [
    say('subscription.resumed', asker.language, { title: listOf(named, asker.language) }),
    ...(count > 0 ? [say('resume.more', asker.language, { count })] : []),
  ]
  return { ...notice('info', lines.join('\n'), asker), actions: [listSubscriptions] }
}

/** `pause all`: pauses what posts here and what the asker follows elsewhere, as far as they may change it. */
async function pauseEverything(
  context: CommandContext,
  asker: Asker,
  { endsAt }: CommandInput,
): Promise<Message> {
  const done = await changeEach('paused', context, asker, endsAt)
  if (done === null) return info(asker, 'subscription.none')
  const { title, undo } = done
  if (endsAt !== undefined) return { ...restUntil(title, endsAt, context, asker), actions: [resumeAll, undo] }
  return { ...info(asker, 'subscription.paused', { title }), actions: [resumeAll, undo, listSubscriptions] }
}

/** `unsubscribe all`: ends the same subscriptions, after a confirmation. */
async function endEverything(
  context: CommandContext,
  asker: Asker,
  { confirmed }: CommandInput,
): Promise<Message> {
  const { language } = asker
  if (confirmed === true) {
    const done = await changeEach('ended', context, asker)
    if (done === null) return info(asker, 'subscription.none')
    return { ...info(asker, 'subscription.ended', { title: done.title }), actions: [done.undo] }
  }
  const own = (await visibleSubscriptions(context, asker)).filter((one) => mayChange(one, asker))
  if (own.length === 0) return info(asker, 'subscription.none')
  const names = listOf(namesOf(own, context, asker), language)
  const end: Action = { label: 'action.confirm', command: 'unsubscribe which:all confirm:everything' }
  return { ...info(asker, 'chat.endAll', { count: own.length, names }), actions: [end, listSubscriptions] }
}

/** Nobody reads more names in one sentence. */
const MOST_NAMED = 10

const namesOf = (
  some: readonly Subscription[],
  { settings }: CommandContext,
  { language }: Asker,
): readonly string[] =>
  some.slice(0, MOST_NAMED).map((one) => `${titleOf(one, settings, language)} (${one.id})`)

type Changed = Extract<Change, { readonly kind: 'subscription' }> & { readonly before: Subscription }

/**
 * Changes the state of all subscriptions that the asker may change. Names those changed; null if there are
 * none. `resumesAt`: when they resume by themselves.
 */
async function changeEach(
  state: 'paused' | 'ended',
  context: CommandContext,
  asker: Asker,
  resumesAt?: number,
): Promise<{ readonly title: string; readonly undo: Action } | null> {
  const changed: Changed[] = []
  for (const one of await visibleSubscriptions(context, asker)) {
    if (!mayChange(one, asker)) continue
    const change = await changeOne(one, context, (standing) =>
      standing.state === state ? null : { ...standing, state, ...present({ resumesAt }) },
    )
    changed.push(...change)
  }
  if (changed.length === 0) return null
  const before = changed.map((one) => one.before)
  const title = listOf(namesOf(before, context, asker), asker.language)
  return { title, undo: await keepChange(changed, context, asker) }
}

/** Changes a subscription as it stands by now. Returns the change, if there is anything to change. */
export const changeOne = (
  { id }: Subscription,
  { subscriptions }: CommandContext,
  change: (standing: Subscription) => Subscription | null,
): Promise<readonly Changed[]> =>
  retryOnConflict(async () => {
    const [before] = await subscriptions.subscriptions({ id })
    const after = before === undefined ? null : change(before)
    if (before === undefined || after === null) return []
    const isKept = await subscriptions.changeSubscription(before, after)
    return isKept ? [{ kind: 'subscription', before, after }] : null
  })

const EVERYTHING = { unsubscribe: endEverything, pause: pauseEverything, resume: resumeEverything } as const
