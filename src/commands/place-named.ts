import type { Asker } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import { say } from '../words/say.ts'
import type { Mistake } from './mistake.ts'
import { quoted } from './reading/list-of.ts'

/** A destination that somebody named with `to`, or why they may not. */
export type PlaceNamed =
  | {
      readonly status: 'found'
      readonly destination: string
      /** Of another channel, as people write it. */
      readonly channel: string | null
    }
  | { readonly status: 'mistake'; readonly mistake: Mistake }

/** Where `to` points: here, to the asker in person, or to another channel, which takes somebody who manages it or an admin. */
export async function placeNamed(to: NonNullable<CommandInput['to']>, asker: Asker): Promise<PlaceNamed> {
  if (to === 'here') return { status: 'found', destination: asker.channel, channel: null }
  if (to === 'me') return { status: 'found', destination: asker.direct, channel: null }
  const named = (await asker.findChannel?.(to.channel)) ?? null
  if (named === null)
    return {
      status: 'mistake',
      mistake: (language) => say('to.unknown', language, { channel: quoted(to.channel, language) }),
    }
  const { destination, name, manages } = named
  return manages || asker.isAdmin || destination === asker.channel
    ? { status: 'found', destination, channel: name }
    : { status: 'mistake', mistake: (language) => say('to.notYours', language, { channel: name }) }
}
