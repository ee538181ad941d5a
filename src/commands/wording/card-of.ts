import { titleOf } from '../../briefings/title-of.ts'
import type { Asker } from '../../chat/command.ts'
import type { SubscriptionCard } from '../../records/message.ts'
import type { Subscription } from '../../records/subscription.ts'
import { nextServing } from '../../subscriptions/timetable.ts'
import { wishesOf } from '../../subscriptions/wishes.ts'
import type { NewsroomView } from '../newsroom-view.ts'
import { describeForm } from './describe-form.ts'
import { describeWhen } from './describe-when.ts'
import { describeWish } from './describe-wish.ts'
import { madeOf } from './made-of.ts'

/** A subscription in words, for the one who asks. */
export function cardOf(
  subscription: Subscription,
  newsroom: Pick<NewsroomView, 'settings' | 'now'>,
  asker: Asker,
  channel: string | null = null,
): SubscriptionCard {
  const { id, to, state, zone } = subscription
  const form = describeForm(subscription, asker.language)
  return {
    id,
    title: titleOf(subscription, newsroom.settings, asker.language),
    wish: describeWish(wishesOf(subscription), newsroom.settings, asker.language),
    when: describeWhen(subscription, asker.language),
    ...(form.length > 0 && { form }),
    to: to === asker.channel ? 'here' : to === asker.direct ? 'direct' : 'elsewhere',
    ...(channel !== null && { channel }),
    state,
    made: madeOf(subscription, newsroom.settings, asker.language),
    zone,
    nextAt: nextServing(subscription, newsroom.now()),
  }
}
