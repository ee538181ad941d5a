import type { Asker } from '../../src/chat/command.ts'

/** Creates an asker in a channel of a Slack workspace with the rights that everybody has; `own` overrides. */
export function anAsker(own: Partial<Asker> = {}): Asker {
  return {
    platform: 'slack',
    workspace: 'T1',
    user: 'ada',
    channel: 'slack:desk',
    direct: 'slack:@T1/ada',
    isDirect: false,
    isAdmin: false,
    managesChannel: false,
    subscribers: 'everyone',
    zone: 'Europe/Istanbul',
    language: 'en',
    ...own,
  }
}
