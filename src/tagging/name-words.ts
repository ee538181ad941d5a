import { z } from 'zod'
import { EVERY_LANGUAGE, LANGUAGES } from '../language/languages.ts'
import { words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'

const list = words.optional()

/** Words of names of people, and what stands round names of people and places; all folded, as `readText` does. */
export const nameWords = languagePart(
  'names',
  z.strictObject({
    /** Offices, ranks and forms of address that stand before somebody's name without being part of it. */
    titles: list,
    /** What else people are called before their names, besides `titles`: professions, kin. Where a language lists them, whoever has no known first name needs a second sign. */
    roles: list,
    /** What stands before the name of a place or body, so that it is nobody's ("the village of"), and what stands behind one. */
    kindsBefore: list,
    kindsBehind: list,
    /** What has a title ("film"): beside it a name in quotation marks is that. */
    works: list,
    /** Second parts of family names that stand apart: "انصاری فر". */
    familyEnds: list,
    /** Second parts of first names that stand apart: "نور الدین". */
    secondParts: list,
    /** Verbs that stand beside a name of whoever speaks. */
    says: list,
    /** Forms of address that only people's names follow. */
    address: list,
    /** First names; in `mul` those in Latin letters, in Arabic and Persian only those that are no other word. */
    given: list,
    /** Where first names are declined by sex: those of men and of women, in the nominative. */
    men: list,
    women: list,
    /** Small words inside names: "bin", "van". */
    particles: list,
    /** Articles that a hyphen joins to a name: "al-Houthi". */
    joining: list,
    /** Capital words that no person is called by: weekdays, months, parts of institutions. */
    never: list,
    /** Last words of offices which one person holds: "prime minister". */
    offices: list,
    /** What leads to a name that is not somebody's own: "nicknamed". */
    nicknamed: list,
    /** Nationalities that are family names too: "Percy French". */
    familyNationalities: list,
    /** Places that are also first names: before a family name they are no place ("Jordan Peterson", "Paris Hilton"). */
    placesAsGiven: list,
    /** A word behind a place that shows it is one after all: "Jordan Valley", "Paris Olympics". */
    companions: list,
    /** Behind the name of a country or capital: "Damascus Road", "Qatar Airways". */
    streets: list,
    airlines: list,
    /** Houses that have branches elsewhere: "Cleveland Clinic Abu Dhabi". */
    houses: list,
    /** What is called after a place by "of": "Gulf of St. Lawrence", "Duke of Marlborough". */
    namedAfter: list,
    /** Behind "County": British, "Durham County Council". */
    noCounty: list,
    /** What no town has before it in German: articles. */
    articles: list,
    /** Names of countries and their people that mean something else where they are written small: "turkey". */
    things: list,
    /** Places that dogs are called after, and words for dogs. */
    breeds: list,
    dogs: list,
    /** "language" where it stands behind its name, and before it: "русский язык", "langue française". */
    languageBehind: list,
    languageBefore: list,
    /** What is done with languages: "speak", "teach". */
    learning: list,
    /** Between a town and its country: "Tripoli im Libanon". */
    within: list,
    /** "and" and "or". */
    and: list,
    /** Behind a nationality: "Canadian dollars". */
    currencies: list,
    /** Before a place. */
    prepositions: list,
  }),
)

type List = keyof NonNullable<ReturnType<typeof nameWords.of>>

/** One of the lists in all languages, for what the language of a text does not decide. */
export function nameWordsOfAll(name: List): ReadonlySet<string> {
  return new Set([...LANGUAGES, EVERY_LANGUAGE].flatMap((language) => nameWords.of(language)?.[name] ?? []))
}
