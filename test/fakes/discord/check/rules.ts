import { webAddress } from '../../../../src/words/web-address.ts'

/** Checks the length of a text in UTF-16 units, which are never fewer than Discord's characters. */
export function tooLong(name: string, text: string | undefined, most: number): readonly string[] {
  return text !== undefined && text.length > most
    ? [`${name} has ${text.length} characters; ${most} are the most`]
    : []
}

/** The same for a required text. */
export function absentOrTooLong(name: string, text: string | undefined, most: number): readonly string[] {
  return text === undefined || text.trim() === '' ? [`${name} is empty`] : tooLong(name, text, most)
}

/** Checks the number of items. */
export function tooMany(name: string, count: number, most: number): readonly string[] {
  return count > most ? [`${name}: ${count}; ${most} are the most`] : []
}

/** Checks an address: only http(s) may lead out of a message. */
export function badAddress(name: string, url: string | undefined): readonly string[] {
  return url !== undefined && webAddress(url) === null
    ? [`${name} is no http(s) address: ${url.slice(0, 60)}`]
    : []
}
