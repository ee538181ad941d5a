import type { Asker } from '../chat/command.ts'

/** Who sits at the terminal: there is one place and one person, and everything is theirs. */
export function terminalAsker(zone: string, language: string): Asker {
  return {
    platform: 'terminal',
    workspace: 'local',
    user: 'local',
    channel: 'terminal',
    direct: 'terminal',
    isDirect: true,
    isAdmin: true,
    managesChannel: true,
    maySubscribe: true,
    zone,
    language,
  }
}
