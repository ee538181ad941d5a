import { describe, expect, it } from 'vitest'
import { BRIEFINGS, REGIONS, SOURCES, TOPICS } from './a-config-directory.ts'
import { mistakesIn } from './mistakes-in.ts'

describe('loadSettings, given a mistake', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'an alias in place of a region',
      { 'sources.yaml': SOURCES.replace('region: middle-east', 'region: mideast') },
      "sources.yaml:9 unknown region 'mideast'; did you mean 'middle-east'?",
    ],
    [
      'a mistyped region',
      { 'sources.yaml': SOURCES.replace('region: middle-east', 'region: midle-east') },
      "sources.yaml:9 unknown region 'midle-east'; did you mean 'middle-east'?",
    ],
    [
      'a region like no other',
      { 'sources.yaml': SOURCES.replace('region: middle-east', 'region: atlantis') },
      "sources.yaml:9 unknown region 'atlantis'; see config/regions.yaml",
    ],
    [
      'a missing key',
      { 'sources.yaml': SOURCES.replace(/ {4}feed:.*\n/u, '') },
      "sources.yaml:2 'feed' is missing: the address of the feed itself",
    ],
    [
      'a key without a value',
      { 'sources.yaml': SOURCES.replace(/feed:.*/u, 'feed:') },
      "sources.yaml:5 'feed' is missing: the address of the feed itself",
    ],
    [
      'an unknown key',
      { 'sources.yaml': SOURCES.replace('language: en', 'language: en\n    agnecy: true') },
      "sources.yaml:8 unknown key 'agnecy'; did you mean 'agency'?",
    ],
    [
      'a value of the wrong type',
      { 'sources.yaml': SOURCES.replace('language: en', 'language: en\n    agency: "yes"') },
      "sources.yaml:8 'agency' must be true or false",
    ],
    [
      'a feed that is no address',
      { 'sources.yaml': SOURCES.replace('https://example.org/rss', 'file:///etc/passwd') },
      "sources.yaml:5 'file:///etc/passwd' is no web address; it starts with https:// and holds no spaces or passwords",
    ],
    [
      'a country by name',
      { 'sources.yaml': SOURCES.replace('country: TR', 'country: Iran') },
      "sources.yaml:6 unknown country 'Iran'; did you mean 'IR'?",
    ],
    [
      'UK for the United Kingdom',
      { 'sources.yaml': SOURCES.replace('country: TR', 'country: UK') },
      "sources.yaml:6 unknown country 'UK'; did you mean 'GB'?",
    ],
    [
      'a language by name',
      { 'sources.yaml': SOURCES.replace('language: en', 'language: Persian') },
      "sources.yaml:7 unknown language 'Persian'; did you mean 'fa'?",
    ],
    [
      'an ownership of one’s own',
      { 'sources.yaml': SOURCES.replace('private', 'privat') },
      "sources.yaml:8 unknown ownership 'privat'; did you mean 'private'?",
    ],
    [
      'a channel without its platform',
      { 'briefings.yaml': `${BRIEFINGS}    to: C012AB3CD\n` },
      "briefings.yaml:5 'C012AB3CD' is no place to send to; use terminal, slack:C012AB3CD or discord:SERVER/CHANNEL with their ids",
    ],
    [
      'an id with capitals',
      { 'sources.yaml': SOURCES.replace('example-en', 'Example EN') },
      "sources.yaml:2 'Example EN' is not an id; use small letters, digits and hyphens, such as 'example-en'",
    ],
    [
      'an id twice',
      { 'sources.yaml': SOURCES + SOURCES.replace('sources:\n', '').replace('/rss', '/atom') },
      "sources.yaml:10 id 'example-en' stands on line 2 already; remove one of the two",
    ],
    [
      'a feed twice, spelled differently',
      {
        'sources.yaml':
          SOURCES +
          SOURCES.replace('sources:\n', '')
            .replace('example-en', 'example-tr')
            .replace('https://example.org/rss', 'http://www.EXAMPLE.org/rss/'),
      },
      "sources.yaml:13 feed 'http://www.EXAMPLE.org/rss/' stands on line 5 already; remove one of the two",
    ],
    [
      'a file without its list',
      { 'sources.yaml': 'source: []\n' },
      "sources.yaml:1 a list 'sources:' is missing; start the file with 'sources:' and put each entry after a '- '",
    ],
    [
      'an entry that is only a word',
      { 'sources.yaml': 'sources:\n  - bbc\n' },
      'sources.yaml:2 this entry must be keys',
    ],
    [
      'YAML that does not end',
      { 'sources.yaml': 'sources:\n  - { id: a, name: "b }\n  - { id: c }\n' },
      'sources.yaml:2 Missing closing "quote; check the indentation, brackets and quotes here',
    ],
    [
      'an open bracket',
      { 'sources.yaml': 'sources:\n  - { id: a\n  - { id: b }\n' },
      'sources.yaml:3 Flow map in block collection must be sufficiently indented and end with a }; check the',
    ],
    [
      'a country in two sections',
      {
        'regions.yaml': REGIONS.replace('section: false', 'section: true').replace(
          '[TR, IR, GB]',
          '[GB, TR]',
        ),
      },
      "regions.yaml:11 TR is in the section 'middle-east' already (line 6); a country has one section",
    ],
    [
      'an alias of two regions',
      { 'regions.yaml': REGIONS.replace('aliases: []', 'aliases: [Mid-East, orta dogu]') },
      "regions.yaml:10 'orta dogu' already stands for 'middle-east' (line 4); remove it here or there",
    ],
    [
      'a region without an English name',
      { 'regions.yaml': REGIONS.replace('{ en: World }', '{ tr: Dünya }') },
      "regions.yaml:9 an English name is missing; add 'en: …'",
    ],
    [
      'a topic with a code of its own',
      { 'topics.yaml': TOPICS.replace('medtop:16000000', 'war') },
      'topics.yaml:2 \'code\' must be an IPTC Media Topic code, such as "medtop:16000000"',
    ],
    [
      'a region id twice',
      { 'regions.yaml': REGIONS.replace('id: world', 'id: middle-east'), 'sources.yaml': 'sources: []\n' },
      "regions.yaml:7 id 'middle-east' stands on line 2 already; remove one of the two",
    ],
    [
      'a topic code twice',
      {
        'topics.yaml':
          TOPICS +
          TOPICS.replace('topics:\n', '')
            .replace('conflict', 'peace')
            .replace('Conflict', 'Peace')
            .replace('war', 'truce'),
      },
      "topics.yaml:3 code 'medtop:16000000' stands on line 2 already; remove one of the two",
    ],
    [
      'a topic name twice',
      {
        'topics.yaml':
          TOPICS +
          TOPICS.replace('topics:\n', '')
            .replace('conflict', 'peace')
            .replace('16000000', '14000000')
            .replace('Conflict', 'Peace'),
      },
      "topics.yaml:3 'war' already stands for 'conflict' (line 2); remove it here or there",
    ],
    [
      'keywords that cannot be read',
      { 'briefings.yaml': `${BRIEFINGS}    expression: grain AND\n` },
      'briefings.yaml:5 \'grain AND\' are no keywords; write words with AND, OR, NOT, "phrases" and brackets, as in grain AND (corridor OR deal)',
    ],
    [
      'a briefing id twice',
      { 'briefings.yaml': BRIEFINGS + BRIEFINGS.replace('briefings:\n', '') },
      "briefings.yaml:5 id 'morning' stands on line 2 already; remove one of the two",
    ],
    [
      'a time of day in another form',
      { 'briefings.yaml': BRIEFINGS.replace('08:00', '8 am') },
      'briefings.yaml:4 \'8 am\' is no time of day; write hours and minutes as in "08:00" or "17:30"',
    ],
    [
      'a time that is no list',
      { 'briefings.yaml': BRIEFINGS.replace('["08:00"]', '"08:00"') },
      'briefings.yaml:4 \'at\' must be a list of local times, such as ["08:00"]',
    ],
    [
      'a zone that is no zone',
      { 'briefings.yaml': `${BRIEFINGS}    zone: Istanbul\n` },
      "briefings.yaml:5 unknown time zone 'Istanbul'; did you mean 'Europe/Istanbul'?",
    ],
    [
      'a zone as an offset',
      { 'briefings.yaml': `${BRIEFINGS}    zone: "+03:00"\n` },
      "briefings.yaml:5 unknown time zone '+03:00'; use one as in Europe/Istanbul",
    ],
    [
      'days in other words',
      { 'briefings.yaml': `${BRIEFINGS}    days: weekday\n` },
      "briefings.yaml:5 unknown days 'weekday'; did you mean 'weekdays'?",
    ],
    [
      'a day that is none among days',
      { 'briefings.yaml': `${BRIEFINGS}    days: [mon, friday]\n` },
      'briefings.yaml:5 unknown days \'["mon","friday"]\'; use daily, weekdays, weekends, or days as in [mon, tue, wed, thu, fri, sat, sun]',
    ],
    [
      'a topic by its alias',
      { 'briefings.yaml': `${BRIEFINGS}    topics: [conflict,\n      war]\n` },
      "briefings.yaml:6 unknown topic 'war'; did you mean 'conflict'?",
    ],
    [
      'an unknown source',
      { 'briefings.yaml': `${BRIEFINGS}    sources: [example-tr]\n` },
      "briefings.yaml:5 unknown source 'example-tr'; did you mean 'example-en'?",
    ],
    [
      'more stories than anyone reads',
      { 'briefings.yaml': `${BRIEFINGS}    stories: 1000\n` },
      "briefings.yaml:5 'stories' must be the most stories in all, a whole number from 1 to 100",
    ],
  ])('explains %s', (_, files, expected) => {
    const mistakes = mistakesIn(files)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(expected)
  })
})
