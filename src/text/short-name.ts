import { createHash } from 'node:crypto'

/**
 * Small letters and digits without vowels and look-alikes, so that a name forms no word and need not be
 * spelled out.
 */
const HANDLE_CHARACTERS = 'bcdfghjkmnpqrstvwxz23456789'

/** 27^4, half a million: short enough to type with a thumb. */
const HANDLE_LENGTH = 4

const HANDLE = new RegExp(`^[${HANDLE_CHARACTERS}]{${HANDLE_LENGTH}}$`, 'iu')

/** A random name of four characters. `random` returns numbers in [0, 1). */
export const shortName = (random: () => number): string =>
  Array.from(
    { length: HANDLE_LENGTH },
    () => HANDLE_CHARACTERS[Math.floor(random() * HANDLE_CHARACTERS.length)] ?? 'b',
  ).join('')

/**
 * Whether typed text may be a handle, in any case: four characters with at least one letter and one digit, as
 * no word or number has.
 */
export const isHandle = (typed: string): boolean =>
  HANDLE.test(typed) && /\d/u.test(typed) && /\D/u.test(typed)

/** The handle for an id, one of some 400,000. `attempt` counts up from 0 while handles are taken. */
export function handleOf(id: string, attempt: number): string {
  for (let salt = 0; ; salt++) {
    const bytes = createHash('sha256').update(`${id} ${attempt} ${salt}`).digest()
    let at = 0
    const name = shortName(() => bytes.readUInt16BE((at += 2) - 2) / 65_536)
    if (isHandle(name)) return name
  }
}

/** Whether typed text has the form of a story's handle or id, or of a report's URL. */
export const namesStory = (typed: string): boolean =>
  isHandle(typed) || /^(?:s[\w-]{16}|<?https?:\/\/.*)$/iu.test(typed)
