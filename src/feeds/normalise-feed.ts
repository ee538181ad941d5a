import type { FeedEntry, ParsedFeed } from './entry.ts'
import { attributeOf, childrenOf, textOf, type XmlNode } from './nodes.ts'
import { parseDate } from './parse-date.ts'
import { plainLine } from './plain-line.ts'
import { fieldOf, ownAttributes, type RawFeed } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'
import { htmlOf } from './text-construct.ts'
import type { FeedField, ItemField } from './vocabulary.ts'

/** Entries kept of one feed; the longest news feeds carry a few hundred. */
export const MAX_ENTRIES = 2000

/**
 * Gives the fields of all formats one meaning. `base` is the address relative links are relative to, unless the feed
 * says otherwise. An entry with nothing in it that we can read is counted as lost.
 */
export function normaliseFeed(
  raw: RawFeed,
  format: ParsedFeed['format'],
  base: string | null,
): ParsedFeed<FeedEntry> {
  const { feed } = raw
  const feedBase = baseOf(feed, base ?? selfLink(feed))
  const link = linkOf(feed, ['link', 'atom:link', 'atom10:link'], feedBase)
  const entryBase = feedBase ?? link
  const entries = raw.items.slice(0, MAX_ENTRIES).map((item) => normaliseItem(item, entryBase))
  const kept = entries.filter(saysAnything)
  return {
    format,
    title: plainLine(firstHtml(feed, ['title', 'dc:title']) ?? ''),
    link,
    description: plainLine(
      firstHtml(feed, [
        'description',
        'subtitle',
        'tagline',
        'dc:description',
        'abstract',
        'itunes:summary',
        'itunes:subtitle',
      ]) ?? '',
    ),
    language: languageOf(feed),
    entries: kept,
    lost: entries.length - kept.length,
    truncated: raw.items.length > MAX_ENTRIES,
    ttlMinutes: ttlOf(feed),
    skips: skipsOf(feed),
  }
}

/** An item with nothing in it is not an entry. */
const saysAnything = ({ categories, ...fields }: FeedEntry): boolean =>
  categories.length > 0 || Object.values(fields).some((value) => value !== null && value !== '')

/** What `xml:base` on the element makes of the base around it. */
function baseOf(node: XmlNode, outer: string | null): string | null {
  const written = attributeOf(ownAttributes(node), 'xml:base')
  return written === null ? outer : (resolveUrl(written, outer) ?? outer)
}

function normaliseItem(item: XmlNode, outerBase: string | null): FeedEntry {
  const base = baseOf(item, outerBase)
  const guid = firstText(item, ['guid', 'id', 'atom:id']) ?? attributeOf(ownAttributes(item), 'rdf:about')
  return {
    guid,
    link: itemLink(item, guid, base),
    title: plainLine(firstHtml(item, ['title', 'dc:title', 'media:title', 'atom:title']) ?? mediaTitle(item)),
    ...bodies(item),
    author: authorOf(item),
    publishedAt: firstDate(item, PUBLISHED),
    updatedAt: firstDate(item, UPDATED),
    language: languageOf(item),
    categories: categoriesOf(item),
    image: imageOf(item, base),
  }
}

const PUBLISHED = [
  'pubDate',
  'published',
  'dcterms:issued',
  'issued',
  'atom:published',
  'dcterms:created',
  'created',
  'dc:date',
  'dcterms:date',
] as const
const UPDATED = ['updated', 'dcterms:modified', 'modified', 'atom:updated', 'lastmod'] as const

type Field = FeedField | ItemField

function firstOf<T>(node: XmlNode, names: readonly Field[], read: (element: XmlNode) => T | null): T | null {
  for (const name of names) {
    for (const element of fieldOf(node, name)) {
      const found = read(element)
      if (found !== null) return found
    }
  }
  return null
}

const nonEmpty = (text: string): string | null => text.trim() || null

const firstText = (node: XmlNode, names: readonly Field[]): string | null =>
  firstOf(node, names, (element) => nonEmpty(textOf(element)))

const firstHtml = (node: XmlNode, names: readonly Field[]): string | null =>
  firstOf(node, names, (element) => nonEmpty(htmlOf(element)))

const firstDate = (node: XmlNode, names: readonly Field[]): number | null =>
  firstOf(node, names, (element) => parseDate(textOf(element)))

/** RSS writes the address as text, Atom as `href`; both occur in both. */
function linkOf(node: XmlNode, names: readonly Field[], base: string | null): string | null {
  let second: string | null = null
  for (const element of names.flatMap((name) => fieldOf(node, name))) {
    const rel = attributeOf(element, 'rel')?.toLowerCase() ?? 'alternate'
    if (rel !== 'alternate') continue
    const written = attributeOf(element, 'href') ?? textOf(element)
    const url = resolveUrl(written, resolveUrl(attributeOf(element, 'xml:base') ?? '', base) ?? base)
    const type = attributeOf(element, 'type')
    if (url && (type === null || type.includes('html'))) return url
    second ??= url
  }
  return second
}

/** Where a feed says that it lies itself. */
function selfLink(feed: XmlNode): string | null {
  const links = (['link', 'atom:link', 'atom10:link'] as const).flatMap((name) => fieldOf(feed, name))
  const self = links.find((element) => attributeOf(element, 'rel') === 'self')
  return resolveUrl(attributeOf(self, 'href') ?? '', null)
}

function itemLink(item: XmlNode, guid: string | null, base: string | null): string | null {
  const original = firstText(item, ['feedburner:origLink', 'pheedo:origLink'])
  const found = (original && resolveUrl(original, base)) ?? linkOf(item, ['link', 'atom:link'], base)
  if (found) return found
  const outOfLine = fieldOf(item, 'content')
    .map((content) => attributeOf(content, 'src'))
    .find((src) => src !== null)
  if (outOfLine) return resolveUrl(outOfLine, base)
  const isPermaLink = fieldOf(item, 'guid').every(
    (element) => attributeOf(element, 'isPermaLink')?.toLowerCase() !== 'false',
  )
  return guid && isPermaLink ? resolveUrl(guid, null) : null
}

/** `content` is the whole text where a feed offers one beside a summary. */
function bodies(item: XmlNode): Pick<FeedEntry, 'summary' | 'content'> {
  const content = firstHtml(item, [
    'content:encoded',
    'content',
    'xhtml:body',
    'body',
    'xhtml:div',
    'fullitem',
    'atom:content',
  ])
  const description = firstHtml(item, ['description', 'dc:description', 'abstract'])
  const summary = firstHtml(item, ['summary', 'atom:summary'])
  const spare =
    firstHtml(item, ['itunes:summary', 'media:description', 'itunes:subtitle']) ?? mediaDescription(item)
  if (content === null && description !== null && summary !== null) return { summary, content: description }
  return { summary: description ?? summary ?? spare, content }
}

/** Media RSS puts titles and descriptions into a group or into the media element. */
function mediaChild(item: XmlNode, name: string): string {
  const containers = [...fieldOf(item, 'media:group'), ...fieldOf(item, 'media:content')]
  const nested = containers.flatMap((container) => [container, ...childrenOf(container, 'media:content')])
  return (
    nested
      .flatMap((container) => childrenOf(container, name))
      .map(textOf)
      .find((text) => text.trim() !== '') ?? ''
  )
}

const mediaTitle = (item: XmlNode): string => mediaChild(item, 'media:title')
const mediaDescription = (item: XmlNode): string | null => nonEmpty(mediaChild(item, 'media:description'))

function authorOf(item: XmlNode): string | null {
  for (const field of [
    'author',
    'dc:creator',
    'dc:author',
    'itunes:author',
    'atom:author',
    'creator',
  ] as const) {
    const people = fieldOf(item, field)
      .map(personOf)
      .filter((person) => person !== '')
    if (people.length > 0) return [...new Set(people)].join(', ').slice(0, 300)
  }
  return null
}

/** The name alone: `Jane Doe`, `jane@example.org (Jane Doe)`, `Jane Doe <jane@example.org>`. An address only where there is no name. */
function personOf(person: XmlNode): string {
  const child = (name: string): string => plainLine(textOf(childrenOf(person, name)[0]))
  const written = child('name') || textOf(person).trim().slice(0, 300) || child('email')
  const [, named] = /^[^\s@()<>]{1,100}@[^\s@()<>]{1,100}\s{0,5}\(([^()]{1,200})\)$/.exec(written) ?? []
  return plainLine(named ?? written.replace(/\s{0,5}[(<][^\s@()<>]{1,100}@[^\s@()<>]{1,100}[)>]$/, ''))
}

function languageOf(node: XmlNode): string | null {
  const written = firstText(node, ['language', 'dc:language']) ?? attributeOf(ownAttributes(node), 'xml:lang')
  return written && /^[a-z]{2,3}(?:[-_]\w{1,12})*$/i.test(written.trim()) ? written.trim() : null
}

function categoriesOf(item: XmlNode): string[] {
  const direct = [...fieldOf(item, 'category'), ...fieldOf(item, 'dc:subject')].map(
    (element) => textOf(element) || (attributeOf(element, 'label') ?? attributeOf(element, 'term') ?? ''),
  )
  const lists = (['keywords', 'media:keywords', 'itunes:keywords'] as const).flatMap((name) =>
    fieldOf(item, name).flatMap((element) => textOf(element).split(',')),
  )
  const labels = [...direct, ...lists].slice(0, 50).map(plainLine)
  return [...new Set(labels.filter((label) => label !== ''))]
}

function imageOf(item: XmlNode, base: string | null): string | null {
  const groups = fieldOf(item, 'media:group')
  const media = [
    ...fieldOf(item, 'media:content'),
    ...groups.flatMap((group) => childrenOf(group, 'media:content')),
  ]
  const pictures = media.filter((element) => isPicture(element))
  const thumbnails = [
    ...fieldOf(item, 'media:thumbnail'),
    ...[...groups, ...media].flatMap((element) => childrenOf(element, 'media:thumbnail')),
  ]
  const enclosures = fieldOf(item, 'enclosure').filter((element) => isPicture(element))
  const attached = fieldOf(item, 'link').filter(
    (element) => attributeOf(element, 'rel') === 'enclosure' && isPicture(element),
  )
  const addresses = [
    ...[...pictures, ...thumbnails, ...enclosures].map((element) => attributeOf(element, 'url')),
    ...[...attached, ...fieldOf(item, 'itunes:image')].map((element) => attributeOf(element, 'href')),
    ...fieldOf(item, 'image').map((element) => textOf(childrenOf(element, 'url')[0]) || textOf(element)),
  ]
  for (const address of addresses) {
    const url = address ? resolveUrl(address, base) : null
    if (url) return url
  }
  return null
}

const isPicture = (element: XmlNode): boolean =>
  attributeOf(element, 'medium') === 'image' || (attributeOf(element, 'type') ?? '').startsWith('image/')

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

function ttlOf(feed: XmlNode): number | null {
  const ttl = Number(firstText(feed, ['ttl']) ?? Number.NaN)
  if (ttl > 0 && Number.isFinite(ttl)) return ttl
  const period = PERIOD_MINUTES[firstText(feed, ['sy:updatePeriod', 'syn:updatePeriod'])?.toLowerCase() ?? '']
  const frequency = Number(firstText(feed, ['sy:updateFrequency', 'syn:updateFrequency']) ?? 1)
  // WordPress says "hourly, once" for every site, which tells nothing.
  return period && frequency >= 1 && period / frequency > 60 ? period / frequency : null
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function skipsOf(feed: XmlNode): ParsedFeed['skips'] {
  const texts = (field: 'skipHours' | 'skipDays', child: string): string[] =>
    fieldOf(feed, field).flatMap((list) =>
      childrenOf(list, child)
        .slice(0, 24)
        .map((element) => textOf(element).trim().toLowerCase()),
    )
  return {
    hours: texts('skipHours', 'hour')
      .filter((hour) => /^\d{1,2}$/.test(hour))
      .map((hour) => Number(hour) % 24),
    days: texts('skipDays', 'day')
      .map((day) => DAYS.indexOf(day))
      .filter((day) => day >= 0),
  }
}
