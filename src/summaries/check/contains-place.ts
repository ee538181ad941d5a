import { openPlaceBook, type PlaceBook } from '../../tagging/places/place-book.ts'
import type { Sense } from '../../tagging/places/sense.ts'
import continents from './continents.json' with { type: 'json' }
import { isSameName } from './names.ts'

/**
 * Do the other names, in small letters, tell of the first: is it the country or province in which a known city or province of them lies ("Kansas" for
 * Wichita), the country of a people among them ("Belgium" for a Belgian), such a people, or the continent of a country ("African" for Guinea)?
 */
export function containsPlace(name: string, others: Iterable<string>): boolean {
  const book = (opened ??= openPlaceBook())
  const countries = countriesOn(name)
  const senses = (book.find(name)?.senses ?? []).filter(({ kind }) => 'nra'.includes(kind))
  if (senses.length === 0 && countries === undefined) return false
  for (const other of others) {
    if (countries !== undefined && countryOf(other, book).some((code) => countries.includes(code)))
      return true
    const city = largestCity(other, book)
    if (senses.some((whole) => (city !== undefined && lies(city, whole)) || isOfPeople(whole, other, book)))
      return true
  }
  return false
}

/** ISO codes of the countries of a continent, or of what is of it. */
const countriesOn = (name: string): readonly string[] | undefined =>
  Object.entries(continents)
    .find(([continent]) => isSameName(continent, name))?.[1]
    .split(' ')

/** Of a country's name that has no other meaning, or a capital's. */
function countryOf(name: string, book: PlaceBook): readonly string[] {
  const senses = book.find(name)?.senses ?? []
  return senses.some(({ common }) => common)
    ? []
    : senses.filter(({ kind }) => 'nc'.includes(kind)).map(({ country }) => country)
}

/** Some 40 ms and 14 MB, only for who checks sentences. */
let opened: PlaceBook | undefined

/** Thousands of inhabitants from which a name alone says which city is meant. */
const KNOWN_CITY = 100

/** A city, or a province that is called like it. */
function largestCity(name: string, book: PlaceBook): Sense | undefined {
  const cities = (book.find(name)?.senses ?? []).filter(
    ({ kind, thousands, common }) => 'cpr'.includes(kind) && thousands >= KNOWN_CITY && !common,
  )
  return cities.sort((a, b) => b.thousands - a.thousands)[0]
}

function lies(city: Sense, whole: Sense): boolean {
  if (whole.kind === 'a' || city.country !== whole.country) return false
  return whole.kind === 'n' ? whole.division === '' : city.division === whole.division && city.division !== ''
}

/** A country and its people, either way round. */
const isOfPeople = (one: Sense, other: string, book: PlaceBook): boolean =>
  'na'.includes(one.kind) &&
  (book.find(other)?.senses ?? []).some(
    ({ kind, country, common }) =>
      !common && country === one.country && kind === (one.kind === 'n' ? 'a' : 'n'),
  )
