import type { Asker } from './command.ts'

/** The platform on which the program itself runs, and its only destination: what names no place goes there. */
export const LOCAL = 'terminal'

/** Who sits there: one place and one person, and everything is theirs. `zone`: IANA; `language`: BCP 47. */
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
