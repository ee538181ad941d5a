import type { Asker } from '../../src/chat/command.ts'

/** Somebody in a channel of a Slack workspace who may do what anyone may; override what matters. */
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
