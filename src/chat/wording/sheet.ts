import type { Message } from '../message.ts'
import { settingsSheet } from './sheets/settings.ts'
import { subscriptionSheet, subscriptionsSheet } from './sheets/subscription.ts'
import { traceSheet } from './sheets/trace.ts'
import { trialSheet } from './sheets/trial.ts'
import type { Span } from './span.ts'

/** A document of facts: a title, lines, and parts with lines of their own. Every platform draws it alike. */
export interface Sheet {
  readonly title: readonly Span[]
  readonly lines: readonly (readonly Span[])[]
  readonly parts: readonly {
    readonly heading: readonly Span[]
    readonly lines: readonly (readonly Span[])[]
  }[]
}

/** Messages that are facts about what somebody follows, set or asked after. */
export type SheetMessage = Extract<
  Message,
  { readonly kind: 'subscription' | 'subscriptions' | 'trial' | 'trace' | 'settings' }
>

/** A message of facts as its title and lines, in the reader's language. */
export function sheetOf(message: SheetMessage): Sheet {
  switch (message.kind) {
    case 'subscription':
      return subscriptionSheet(message)
    case 'subscriptions':
      return subscriptionsSheet(message)
    case 'trial':
      return trialSheet(message)
    case 'trace':
      return traceSheet(message)
    case 'settings':
      return settingsSheet(message)
    default:
      return message satisfies never
  }
}
