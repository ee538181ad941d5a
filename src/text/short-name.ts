import { createHash } from 'node:crypto'

/** Small letters and digits without vowels and without look-alikes: no name spells a word or has to be spelled out. */
const SIGNS = 'bcdfghjkmnpqrstvwxz23456789'

/** 27^4, half a million: short enough for a thumb. */
const LENGTH = 4

const HANDLE = new RegExp(`^[${SIGNS}]{${LENGTH}}$`, 'iu')

/** A name of four signs. `random` gives numbers in [0, 1). */
export const shortName = (random: () => number): string =>
  Array.from({ length: LENGTH }, () => SIGNS[Math.floor(random() * SIGNS.length)] ?? 'b').join('')

/** Whether something typed may be a handle, in capitals or not: four signs with a letter and a digit among them, which no word and no number has. */
export const isHandle = (typed: string): boolean =>
  HANDLE.test(typed) && /\d/u.test(typed) && /\D/u.test(typed)

/** The handle of something with this id, of some 400,000; `attempt` counts on from 0 where one is taken. */
export function handleOf(id: string, attempt: number): string {
  for (let salt = 0; ; salt++) {
    const bytes = createHash('sha256').update(`${id} ${attempt} ${salt}`).digest()
    let at = 0
    const name = shortName(() => bytes.readUInt16BE((at += 2) - 2) / 65_536)
    if (isHandle(name)) return name
  }
}

/** Whether it is in the form of a story's name: its handle or its id, or the address of a report. */
export const namesStory = (typed: string): boolean =>
  isHandle(typed) || /^(?:s[\w-]{16}|<?https?:\/\/.*)$/iu.test(typed)
