import { titleOf } from '../briefings/title-of.ts'
import { listSubscriptions, resume } from '../chat/action.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Action, Message } from '../records/message.ts'
import type { Subscription } from '../records/subscription.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import { findSubscription } from './find-subscription.ts'
import { inTheirPlaces } from './in-their-places.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { resumeEverything } from './resume-everything.ts'
import { untilKept } from './until-kept.ts'
import { cardOf } from './wording/card-of.ts'

const CHANGES = {
  unsubscribe: { state: 'ended', change: 'ended', help: 'command.unsubscribe' },
  pause: { state: 'paused', change: 'paused', help: 'command.pause' },
  resume: { state: 'active', change: 'resumed', help: 'command.resume' },
} as const

/** `unsubscribe`, `pause` and `resume`: the id may be left out where there is only one. Doing it twice is no mistake. `resume all` takes none. */
export function changeStateCommand(name: keyof typeof CHANGES, newsroom: NewsroomView): Command {
  const { help } = CHANGES[name]
  return defineCommand({
    name,
    options: name === 'resume' ? ['subscription', 'which'] : ['subscription'],
    bare: 'subscription',
    answer: 'public',
    help,
    usage: name === 'resume' ? 'resume [ID or all]' : `${name} [ID]`,
    examples: name === 'resume' ? ['resume k4f2', 'resume all'] : [`${name} k4f2`, name],
    run: (input, asker) =>
      input.all && name === 'resume'
        ? resumeEverything(newsroom, asker)
        : untilKept(() => change(name, input, asker, newsroom)),
  })
}

/** The answer; null where the subscription was changed by somebody else meanwhile. */
async function change(
  name: keyof typeof CHANGES,
  input: CommandInput,
  asker: Asker,
  newsroom: NewsroomView,
): Promise<Message | null> {
  const { state, change: done } = CHANGES[name]
  const ofFile = name === 'resume' && asker.isAdmin ? await briefingOfFile(input, asker, newsroom) : null
  if (ofFile !== null) {
    await newsroom.subscriptions.resumeDestination(ofFile.to)
    const title = titleOf(ofFile, newsroom.settings, asker.language)
    return notice('info', say('subscription.resumed', asker.language, { title }), asker)
  }
  const found = await findSubscription(input.subscription, 'change', newsroom, asker)
  if (found.status === 'mistake') return notice('warning', found.mistake(asker.language), asker)
  const isResumed = state === 'active' && found.subscription.state !== 'active'
  const subscription: Subscription = {
    ...found.subscription,
    state,
    ...(isResumed ? { changedAt: newsroom.now() } : {}),
  }
  if (!(await newsroom.subscriptions.changeSubscription(found.subscription, subscription))) return null
  if (state === 'active') await newsroom.subscriptions.resumeDestination(subscription.to)
  const [placed = subscription] = await inTheirPlaces([subscription], newsroom.subscriptions)
  return {
    kind: 'subscription',
    change: done,
    subscription: cardOf(placed, newsroom, asker),
    first: null,
    actions: nextActions(subscription),
    zone: asker.zone,
    language: asker.language,
  }
}

/** The file alone says whether a briefing of it stands, but its channel may have been given up. */
async function briefingOfFile(
  { subscription }: CommandInput,
  asker: Asker,
  newsroom: NewsroomView,
): Promise<Subscription | null> {
  const found = await findSubscription(subscription, 'look', newsroom, asker)
  return found.status === 'found' && found.subscription.owner === null ? found.subscription : null
}

function nextActions({ id, state }: Subscription): readonly Action[] {
  if (state === 'ended') return [listSubscriptions]
  return [
    state === 'paused' ? resume(id) : { label: 'action.pause', command: `pause ${id}` },
    { label: 'action.unsubscribe', command: `unsubscribe ${id}` },
  ]
}
