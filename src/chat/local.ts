import type { Asker } from './command.ts'

/**
 * The platform on which the program itself runs, and its only destination. A destination that names no place
 * goes there.
 */
export const LOCAL = 'terminal'

/**
 * The person at the terminal: there is one place and one person, who may do everything. `zone`: IANA;
 * `language`: BCP 47.
 */
export function localAsker(zone: string, language: string): Asker {
  return {
    platform: LOCAL,
    workspace: 'local',
    user: 'local',
    channel: LOCAL,
    direct: LOCAL,
    isDirect: true,
    isAdmin: true,
    managesChannel: true,
    zone,
    language,
  }
}
