import type { Asker, Command } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Change, KeptChange } from '../records/change.ts'
import type { Action, Message } from '../records/message.ts'
import { NO_PREFERENCES } from '../records/preferences.ts'
import type { Subscription } from '../records/subscription.ts'
import { titleOf } from '../briefings/titles.ts'
import { judgeChange } from '../subscriptions/judge-addition.ts'
import { MOST_PER_CHANNEL, MOST_PER_OWNER } from '../subscriptions/limits.ts'
import { inItsPlace } from '../subscriptions/place-quiet.ts'
import { makerOf, mayChange, mayDecide, mayManage, maySubscribe, ownerOf } from './asker.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { tellRuleUndone } from './corrections.ts'
import { cardOf, tellCard } from './describe-subscription.ts'
import { isAbout } from './find-subscription.ts'
import { info, listOf, warning } from './notice.ts'

type Shelf = Pick<CommandContext, 'subscriptions' | 'now'>

/** Stores what somebody just changed; returns the button that undoes it. */
export async function keepChange(changes: readonly Change[], context: Shelf, asker: Asker): Promise<Action> {
  const { channel: place } = asker
  const at = context.now()
  const id = await context.subscriptions.keepChange({ by: ownerOf(asker), place, at, changes })
  return { label: 'action.undo', command: `undo ${id}` }
}

/**
 * `undo`: undoes the last change that the asker made here within a day. What was made ends, what ended is
 * restored, and what was changed is as it was before.
 */
export function undoCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'undo',
    options: ['change'],
    positionalOption: 'change',
    answer: 'public',
    usage: 'undo',
    examples: ['undo'],
    async run(input, asker) {
      const kept = await context.subscriptions.keptChanges(ownerOf(asker), asker.channel, context.now())
      const meant = kept.find((one) => isMeant(one, input))
      // Who may no longer make a change may not undo it either.
      if (meant === undefined || !meant.changes.every((one) => mayStill(one, asker)))
        return info(asker, 'undo.nothing')
      await context.subscriptions.forgetChange(meant.id)
      return takeBack(meant.changes, context, asker)
    },
  })
}

/**
 * Returns whether a change is meant: by its number, or by what its subscription is about; without either, any
 * is.
 */
function isMeant({ id, changes }: KeptChange, { change, about }: CommandInput): boolean {
  if (change !== undefined) return id === change
  return (
    about === undefined || changes.some((one) => one.kind === 'subscription' && isAbout(one.after, about))
  )
}

function mayStill(change: Change, asker: Asker): boolean {
  if (change.kind === 'subscription') return mayChange(change.after, asker)
  if (change.kind === 'mute') return maySubscribe(asker)
  if (change.kind === 'rule') return mayDecide(asker) || change.rule.by.person === makerOf(asker).person
  return change.of === ownerOf(asker) || mayManage(asker)
}

async function takeBack(changes: readonly Change[], context: CommandContext, asker: Asker): Promise<Message> {
  const { subscriptions } = context
  const outcomes: Outcome[] = []
  for (const change of changes) {
    if (change.kind === 'subscription') outcomes.push(await bringBack(change, context))
    else if (change.kind === 'preferences')
      await subscriptions.keepPreferences(change.of, change.before ?? NO_PREFERENCES)
    else if (change.kind === 'rule')
      await subscriptions.removeReaderRule(change.rule.workspace, change.rule.id)
    else if (change.isMuted) await subscriptions.unmuteStory(change.destination, change.storyId)
    else await subscriptions.muteStory(change.destination, change.storyId, context.now())
  }
  const [only] = outcomes
  const rule = changes.find(({ kind }) => kind === 'rule')
  if (rule?.kind === 'rule') return tellRuleUndone(rule.rule, context, asker)
  if (only === undefined)
    return info(asker, changes.some(({ kind }) => kind === 'mute') ? 'undo.mute' : 'undo.settings')
  const refused = outcomes.find(({ status }) => status !== 'back')
  if (refused !== undefined) return tellRefused(refused, context, asker)
  if (outcomes.length > 1) return info(asker, 'undo.several', { title: namesOf(outcomes, context, asker) })
  const placed = await inItsPlace(only.subscription, subscriptions)
  return tellCard(only.change, cardOf(placed, context, asker), asker)
}

interface Outcome {
  readonly status: 'back' | 'changed' | 'channel-full' | 'owner-full' | 'twin'
  readonly subscription: Subscription
  /** What the undo did to the subscription. */
  readonly change: 'changed' | 'ended' | 'resumed'
}

async function bringBack(
  { before, after }: Extract<Change, { readonly kind: 'subscription' }>,
  context: CommandContext,
): Promise<Outcome> {
  const isBack = after.state !== 'active' && before?.state === 'active'
  const change = before === null ? 'ended' : isBack ? 'resumed' : 'changed'
  // No slot of the time in between is served.
  const was: Subscription =
    before === null
      ? { ...after, state: 'ended' }
      : { ...before, ...(isBack && { changedAt: context.now() }) }
  const { subscriptions } = context
  const { status } = await judgeChange(after, was, subscriptions)
  if (status !== 'kept') return { status, subscription: was, change }
  const isRestored = await subscriptions.changeSubscription(after, was)
  return { status: isRestored ? 'back' : 'changed', subscription: was, change }
}

function tellRefused({ status, subscription }: Outcome, context: CommandContext, asker: Asker): Message {
  const title = titleOf(subscription, context.settings, asker.language)
  if (status === 'channel-full') return warning(asker, 'subscribe.channelFull', { most: MOST_PER_CHANNEL })
  if (status === 'owner-full') return warning(asker, 'subscribe.ownerFull', { most: MOST_PER_OWNER })
  return warning(asker, 'undo.changed', { title })
}

const namesOf = (outcomes: readonly Outcome[], { settings }: CommandContext, { language }: Asker): string =>
  listOf(
    outcomes.map(({ subscription }) => titleOf(subscription, settings, language)),
    language,
  )
