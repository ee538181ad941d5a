import { composeFirstFollowUp, openRunning, readRunning } from '../briefings/follow-story.ts'
import { headlineOf } from '../briefings/write-story.ts'
import { followStory, listSubscriptions, unfollow } from '../chat/action.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import type { StoredStory } from '../records/story.ts'
import type { Subscription } from '../records/subscription.ts'
import { MOST_FOLLOWED, MOST_FOLLOWED_PER_OWNER } from '../subscriptions/limits.ts'
import { newId } from '../subscriptions/new-id.ts'
import { shorten } from '../text/shorten.ts'
import { askerFor, mayChange, maySubscribe, ownerOf, placeNamed, preferencesAt } from './asker.ts'
import { changeOne, changeStateCommand } from './change-state.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { visibleSubscriptions } from './find-subscription.ts'
import { info, quoted, refusal, warning } from './notice.ts'
import { idOf } from './show-story.ts'
import { addUnderFreeId } from './subscribe.ts'
import { keepChange } from './undo.ts'

/** In UTF-16 units, the same as in `options.ts`. */
const LONGEST_TITLE = 80

/**
 * `follow`: tells the running story of a story each time it moves, in a thread under a message that tells how
 * it stands. The thread is here if the asker may decide that, otherwise in their direct messages. A repeated
 * command tells how the story went so far.
 */
export function followCommand(context: CommandContext, random: () => number): Command {
  return defineCommand({
    name: 'follow',
    options: ['story', 'to'],
    required: ['story'],
    positionalOption: 'story',
    usage: 'follow {story} [to me, #channel]',
    examples: ['follow sts9wNz5DYOPlKypz to me'],
    async run({ story: named, to: said }, asker) {
      const { subscriptions, archive } = context
      const place = await placeNamed(said ?? (maySubscribe(asker) ? 'here' : 'me'), asker)
      if (place.status === 'mistake') return refusal(asker, place.mistake)
      const to = place.destination
      if (to === asker.channel && !maySubscribe(asker))
        return warning(asker, asker.isOutsider === true ? 'permission.outsider' : 'permission.manager')
      const id = await idOf(named ?? '', context)
      const [story] = await archive.stories([id])
      if (story === undefined) return warning(asker, 'story.unknown', { id: quoted(id, asker.language) })
      const twin = await followedAt(to, story, context)
      if (twin !== null) return tellFollowed(twin, context, asker)
      const made = await makeFollow(story, to, context, asker, newId(random))
      const begun = await begin(made, context)
      if (begun === null)
        return warning(asker, 'follow.over', { title: quoted(made.title ?? id, asker.language) })
      const { subscription, addition } = await addUnderFreeId(made, context, random)
      if (addition.status === 'channel-full')
        return {
          ...warning(asker, 'follow.placeFull', { most: MOST_FOLLOWED }),
          actions: [listSubscriptions],
        }
      if (addition.status === 'owner-full')
        return {
          ...warning(asker, 'follow.ownerFull', { most: MOST_FOLLOWED_PER_OWNER }),
          actions: [listSubscriptions],
        }
      if (addition.status === 'twin') return tellFollowed(addition.twin, context, asker)
      // Whoever asks for news there wants it to arrive; if it still cannot, they are told again.
      await subscriptions.resumeDestination(to)
      const actions = [unfollow(subscription.id)]
      await keepChange([{ kind: 'subscription', before: null, after: subscription }], context, asker)
      await subscriptions.decide({
        outboxId: `${subscription.id} first`,
        subscription: subscription.id,
        destination: to,
        slot: 'first',
        at: context.now(),
        message: { kind: 'briefing', briefing: begun.briefing, actions },
        told: begun.booked,
        inThread: true,
      })
      const title = quoted(made.title ?? id, asker.language)
      const isElsewhere = to !== asker.channel
      const key = to === asker.direct && isElsewhere ? 'follow.doneDirect' : 'follow.done'
      return { ...info(asker, key, { title }), actions }
    },
  })
}

/**
 * `unfollow`: ends the following of a story, named by the story, by any other story of its running story, or
 * by the id of the subscription.
 */
export function unfollowCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'unfollow',
    isForButtons: true,
    options: ['story'],
    required: ['story'],
    positionalOption: 'story',
    usage: 'unfollow {story} {or} {id}',
    examples: ['unfollow sts9wNz5DYOPlKypz', 'unfollow k4f2'],
    async run({ story: typed = '' }, asker) {
      const found = await findFollow(typed, context, asker)
      if (found === null) {
        const all = await visibleSubscriptions(context, asker)
        return all.some(({ id }) => id === typed.toLowerCase())
          ? changeStateCommand('unsubscribe', context).run({ filter: {}, subscription: typed }, asker)
          : info(asker, 'follow.none', { id: quoted(typed, asker.language) })
      }
      const { id, title, story = '' } = found
      if (!mayChange(found, asker)) return warning(asker, 'subscription.notYours', { id })
      const ended = await changeOne(found, context, (standing) => ({ ...standing, state: 'ended' }))
      if (ended.length > 0) await keepChange(ended, context, asker)
      const actions = [followStory(story)]
      return { ...info(asker, 'follow.undone', { title: quoted(title ?? story, asker.language) }), actions }
    },
  })
}

async function findFollow(
  typed: string,
  context: CommandContext,
  asker: Asker,
): Promise<Subscription | null> {
  const follows = (await visibleSubscriptions(context, asker)).filter(({ kind }) => kind === 'follow')
  const byId = follows.find(({ id }) => id === typed.toLowerCase())
  if (byId !== undefined) return byId
  const named = await idOf(typed, context)
  const [found] = await context.archive.stories([named])
  const story = found?.id ?? named
  const lines = await context.archive.storylines([story, ...follows.flatMap((one) => one.story ?? [])])
  const lineOf = (id = ''): string | undefined => lines.get(id)?.storylineId
  const meant = lineOf(story)
  return (meant !== undefined && follows.find((one) => lineOf(one.story) === meant)) || null
}

/**
 * Returns the subscription that already follows the running story of a story in a place; null where there is
 * none.
 */
async function followedAt(
  to: string,
  { storylineId }: Pick<StoredStory, 'storylineId'>,
  { subscriptions, archive }: CommandContext,
): Promise<Subscription | null> {
  const follows = (await subscriptions.subscriptions({ to })).filter(({ kind }) => kind === 'follow')
  const lines = await archive.storylines(follows.flatMap(({ story }) => story ?? []))
  return follows.find(({ story = '' }) => lines.get(story)?.storylineId === storylineId) ?? null
}

async function makeFollow(
  story: StoredStory,
  to: string,
  context: CommandContext,
  asker: Asker,
  id: string,
): Promise<Subscription> {
  const reader = askerFor(to, asker)
  const { zone, language } = await preferencesAt(to, asker, context.subscriptions)
  const spoken = language ?? reader.language
  return {
    id,
    title: shorten(headlineOf(story, spoken).title, LONGEST_TITLE),
    owner: ownerOf(asker),
    to,
    kind: 'follow',
    story: story.id,
    at: [],
    days: 'daily',
    zone: zone ?? reader.zone,
    language: spoken,
    stories: MOST_TOLD,
    perSection: MOST_TOLD,
    quiet: null,
    alert: null,
    state: 'active',
    createdAt: context.now(),
  }
}

/** Stories of a running story that one message tells. */
const MOST_TOLD = 4

/** Tells how a followed story stands; null where it has ended. */
async function begin(subscription: Subscription, context: CommandContext) {
  const { archive, settings } = context
  const now = context.now()
  const { story = '' } = subscription
  const storyline = (await archive.storylines([story])).get(story)?.storylineId
  if (storyline === undefined) return null
  const edition = await openRunning([storyline], now, archive, settings)
  const running = await readRunning(subscription, storyline, edition, now, new Map())
  return running.length === 0
    ? null
    : composeFirstFollowUp(subscription, running, { edition, archive, settings, now })
}

/** Answers with how the story went so far, for one that is followed already. */
export async function tellFollowed(
  subscription: Subscription,
  context: CommandContext,
  asker: Asker,
): Promise<Message> {
  const title = quoted(subscription.title ?? subscription.id, asker.language)
  const { language, zone } = asker
  const begun = await begin({ ...subscription, language, zone }, context)
  const actions = [unfollow(subscription.id)]
  if (begun === null) return { ...info(asker, 'follow.over', { title }), actions }
  return { kind: 'briefing', briefing: begun.briefing, actions }
}
