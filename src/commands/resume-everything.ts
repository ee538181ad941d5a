import { titleOf } from '../briefings/title-of.ts'
import { listSubscriptions } from '../chat/action.ts'
import type { Asker } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import type { Subscription } from '../records/subscription.ts'
import { say } from '../words/say.ts'
import { visibleSubscriptions } from './find-subscription.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { listOf } from './reading/list-of.ts'
import { mayResume, maySee } from './rights.ts'
import { unreachableSince, type Health } from './wording/with-reach.ts'

/** More names in one sentence are not read. */
const MOST_NAMED = 10

/**
 * `resume all`: what speaks here and what the asker follows elsewhere speaks again, and every place is tried again that nothing reaches; for an admin the
 * places of the whole workspace too. What others there paused for themselves stays paused.
 */
export async function resumeEverything(newsroom: NewsroomView, asker: Asker): Promise<Message> {
  const { subscriptions } = newsroom
  const health = await subscriptions.destinations()
  const own = await visibleSubscriptions(newsroom, asker)
  const known = new Set(own.map(({ id }) => id))
  const others = asker.isAdmin
    ? (await subscriptions.subscriptions()).filter(
        (one) => !known.has(one.id) && maySee(one, asker) && unreachableSince(one, health) !== null,
      )
    : []
  const resumed: Subscription[] = []
  for (const subscription of own.filter((one) => mayResume(one, asker)))
    if (await letSpeak(subscription, health, subscriptions, newsroom.now())) resumed.push(subscription)
  for (const subscription of others) {
    await subscriptions.resumeDestination(subscription.to)
    resumed.push(subscription)
  }
  return tell(resumed, newsroom, asker)
}

/** False where it spoke all the time. */
async function letSpeak(
  subscription: Subscription,
  health: Health,
  subscriptions: NewsroomView['subscriptions'],
  at: number,
): Promise<boolean> {
  const isUnreachable = unreachableSince(subscription, health) !== null
  if (isUnreachable) await subscriptions.resumeDestination(subscription.to)
  const isWoken = subscription.owner !== null && (await wake(subscription, subscriptions, at))
  return isWoken || isUnreachable
}

/** Each try that fails means that somebody else's change was kept: nobody presses so often. */
const MOST_TRIES = 10

async function wake(
  { id }: Subscription,
  subscriptions: NewsroomView['subscriptions'],
  at: number,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [standing] = await subscriptions.subscriptions({ id })
    if (standing?.state !== 'paused') return false
    const active = { ...standing, state: 'active', changedAt: at } as const
    if (await subscriptions.changeSubscription(standing, active)) return true
  }
  return false
}

function tell(resumed: readonly Subscription[], { settings }: NewsroomView, asker: Asker): Message {
  const { language } = asker
  if (resumed.length === 0) return notice('info', say('resume.none', language), asker)
  const named = resumed.slice(0, MOST_NAMED).map((one) => `${titleOf(one, settings, language)} (${one.id})`)
  const count = resumed.length - named.length
  const lines = [
    say('subscription.resumed', language, { title: listOf(named, language) }),
    ...(count > 0 ? [say('resume.more', language, { count })] : []),
  ]
  return { ...notice('info', lines.join('\n'), asker), actions: [listSubscriptions] }
}
