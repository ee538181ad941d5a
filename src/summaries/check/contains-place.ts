import { openPlaceBook, type PlaceBook } from '../../tagging/places/place-book.ts'
import type { Sense } from '../../tagging/places/sense.ts'

/** Is the first name, in small letters, the country or province in which a known city of the others lies ("Kansas" for Wichita)? */
export function containsPlace(name: string, others: Iterable<string>): boolean {
  const book = (opened ??= openPlaceBook())
  const wholes = (book.find(name)?.senses ?? []).filter(({ kind }) => 'nr'.includes(kind))
  if (wholes.length === 0) return false
  for (const other of others) {
    const city = largestCity(other, book)
    if (city && wholes.some((whole) => lies(city, whole))) return true
  }
  return false
}

/** Some 40 ms and 14 MB, only for who checks sentences with names that the text does not have. */
let opened: PlaceBook | undefined

/** Thousands of inhabitants from which a name alone says which city is meant. */
const KNOWN_CITY = 100

function largestCity(name: string, book: PlaceBook): Sense | undefined {
  const cities = (book.find(name)?.senses ?? []).filter(
    ({ kind, thousands, common }) => 'cp'.includes(kind) && thousands >= KNOWN_CITY && !common,
  )
  return cities.sort((a, b) => b.thousands - a.thousands)[0]
}

const lies = (city: Sense, whole: Sense): boolean =>
  city.country === whole.country &&
  (whole.kind === 'n' ? whole.division === '' : city.division === whole.division && city.division !== '')
