import { z } from 'zod'
import { EVERY_LANGUAGE, LANGUAGES } from '../language/languages.ts'
import { words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'

const list = words.optional()

/**
 * Lists of words that people's names consist of, or that stand beside names of people and places. All folded
 * as by `readText`.
 */
export const nameWords = languagePart(
  'names',
  z.strictObject({
    /** Offices, ranks and forms of address before a name, which are not part of it. */
    titles: list,
    /**
     * Other designations before a name: professions, kin. In languages that list them, a person without a
     * known first name needs a second sign (`names/witness.ts`).
     */
    roles: list,
    /**
     * Kinds of places and bodies, before their names ("the village of") and behind them: such a name is no
     * person's.
     */
    kindsBefore: list,
    kindsBehind: list,
    /** Things that have a title ("film"): a name in quotation marks beside one is its title. */
    works: list,
    /** Second parts of family names, written as a word of their own: "انصاری فر". */
    familyEnds: list,
    /** First parts of names, written as a word of their own: "عبد العال". */
    firstParts: list,
    /** The word for a house, before its name: "آل سعود". */
    houseParts: list,
    /** Second parts of first names, written as a word of their own: "نور الدین". */
    secondParts: list,
    /** Verbs of saying, beside which the name of the speaker stands. */
    says: list,
    /** Forms of address that stand before names of people only. */
    address: list,
    /**
     * First names. In `mul` those in Latin letters; in Arabic and Persian only those that are no other word.
     */
    given: list,
    /** First names of men and of women in the nominative, where languages decline them by sex. */
    men: list,
    women: list,
    /** Small words inside names: "bin", "van". */
    particles: list,
    /** Articles that a hyphen joins to a name: "al-Houthi". */
    joining: list,
    /** Capitalised words that are in no person's name: weekdays, months, parts of institutions. */
    never: list,
    /** Last words of offices held by one person at a time: "prime minister". */
    offices: list,
    /** Words before a nickname: "nicknamed". */
    nicknamed: list,
    /** Nationalities that are also family names: "Percy French". */
    familyNationalities: list,
    /**
     * Places that are also first names and are no place before a family name: "Jordan Peterson", "Paris
     * Hilton".
     */
    placesAsGiven: list,
    /** Words behind a place that show that it is one: "Jordan Valley", "Paris Olympics". */
    companions: list,
    /**
     * Words behind the name of a country or capital that make it a street or an airline: "Damascus Road",
     * "Qatar Airways".
     */
    streets: list,
    airlines: list,
    /** Institutions with branches in other places: "Cleveland Clinic Abu Dhabi". */
    houses: list,
    /**
     * Words before "of" and a place that is not meant itself: "Gulf of St. Lawrence", "Duke of Marlborough".
     */
    namedAfter: list,
    /** Words behind "County" that make it British: "Durham County Council". */
    noCounty: list,
    /** German articles, which stand before no town. */
    articles: list,
    /** Names of countries and peoples that mean something else in small letters: "turkey". */
    things: list,
    /** Places after which dog breeds are named, and words for dogs. */
    breeds: list,
    dogs: list,
    /** The word "language" behind and before the name of one: "русский язык", "langue française". */
    languageBehind: list,
    languageBefore: list,
    /** Words before the name of a language: "speak", "teach", "in". */
    learning: list,
    /** Words between a town and its country: "Tripoli im Libanon". */
    within: list,
    /** "and" and "or". */
    and: list,
    /** Currencies, behind a nationality: "Canadian dollars". */
    currencies: list,
    /** Prepositions that stand before a place. */
    prepositions: list,
  }),
)

type List = keyof NonNullable<ReturnType<typeof nameWords.of>>

/** One of the lists, joined over all languages: for rules that do not depend on the language of the text. */
export function nameWordsOfAll(name: List): ReadonlySet<string> {
  return new Set([...LANGUAGES, EVERY_LANGUAGE].flatMap((language) => nameWords.of(language)?.[name] ?? []))
}
