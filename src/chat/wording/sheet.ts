import { timesIn } from '../../words/times.ts'
import type { Message } from '../../records/message.ts'
import { settingsSheet } from './sheets/settings.ts'
import { subscriptionSheet, subscriptionsSheet } from './sheets/subscription.ts'
import { traceSheet } from './sheets/trace.ts'
import { trialSheet } from './sheets/trial.ts'
import type { Sheet, TellInstant } from './sheets/sheet.ts'

/** Messages that are facts about what somebody follows, set or asked after. */
export type SheetMessage = Extract<
  Message,
  { readonly kind: 'subscription' | 'subscriptions' | 'trial' | 'trace' | 'settings' }
>

/** A message of facts as its title and lines, in the reader's language. A platform that knows the reader's clock may tell instants by it. */
export function sheetOf(
  message: SheetMessage,
  instant: TellInstant = (at, zone) => timesIn(zone, message.language).instant(at),
): Sheet {
  switch (message.kind) {
    case 'subscription':
      return subscriptionSheet(message, instant)
    case 'subscriptions':
      return subscriptionsSheet(message, instant)
    case 'trial':
      return trialSheet(message, instant)
    case 'trace':
      return traceSheet(message)
    case 'settings':
      return settingsSheet(message)
    default:
      return message satisfies never
  }
}
