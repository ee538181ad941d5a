import type { FeedEntry } from './entry.ts'
import { baseIn, firstDate, firstHtml, firstLink, firstText, guidOf } from './fields.ts'
import { plainLine } from './plain-line.ts'
import { attributeOf, childrenOf, fieldOf, textOf, type XmlNode } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'
import { ITEM_MEANINGS } from './feed-terms.ts'

/**
 * Returns the element names for a meaning, limited to those that occur in the feed. Most do not, and
 * searching each item for them takes time.
 */
export type PresentFields = (meaning: keyof typeof ITEM_MEANINGS) => readonly string[]

/** Creates the lookup from all element names of a feed. */
export function presentFields(names: ReadonlySet<string>): PresentFields {
  const present = new Map(
    Object.entries(ITEM_MEANINGS).map(([meaning, fields]) => [meaning, fields.filter((f) => names.has(f))]),
  )
  return (meaning) => present.get(meaning) ?? []
}

/** Maps the fields of one item, in any format, to one meaning. */
export function normaliseItem(item: XmlNode, outerBase: string | null, fields: PresentFields): FeedEntry {
  const base = baseIn(item, outerBase)
  const guid = guidOf(firstText(item, fields('guid')) ?? attributeOf(item, 'rdf:about'))
  return {
    guid,
    link: linkOf(item, guid, base, fields),
    title: plainLine(firstHtml(item, fields('title')) ?? mediaChild(item, 'media:title', fields)),
    ...bodies(item, fields),
    author: authorOf(item, fields),
    publishedAt: firstDate(item, fields('published')),
    updatedAt: firstDate(item, fields('updated')),
  }
}

function linkOf(
  item: XmlNode,
  guid: string | null,
  base: string | null,
  fields: PresentFields,
): string | null {
  const original = firstText(item, fields('original'))
  const found = (original && resolveUrl(original, base)) ?? firstLink(item, fields('link'), base)
  if (found) return found
  const outOfLine = fieldOf(item, 'content')
    .map((content) => attributeOf(content, 'src'))
    .find((src) => src !== null)
  if (outOfLine) return resolveUrl(outOfLine, base)
  return guid && fieldOf(item, 'guid').every(isPermaLink)
    ? resolveUrl(guid, guid.includes('/') ? base : null)
    : null
}

/** Whether a `guid` may be used as a link. Feeds write the attribute in any case. */
const isPermaLink = (guid: XmlNode): boolean =>
  !['isPermaLink', 'isPermalink', 'ispermalink', 'ISPERMALINK'].some(
    (name) => attributeOf(guid, name)?.trim().toLowerCase() === 'false',
  )

/** Returns the bodies of an item. `content` is the full text if the feed offers one beside a summary. */
function bodies(item: XmlNode, fields: PresentFields): Pick<FeedEntry, 'summary' | 'content'> {
  const content = firstHtml(item, fields('content'))
  const description = firstHtml(item, fields('description'))
  const summary = firstHtml(item, fields('summary'))
  if (content === null && description !== null && summary !== null) return { summary, content: description }
  const told = description ?? summary ?? firstHtml(item, fields('spare'))
  return { summary: told ?? (mediaChild(item, 'media:description', fields) || null), content }
}

/** Returns a title or description of Media RSS, which puts them into a group or into the media element. */
function mediaChild(item: XmlNode, name: string, fields: PresentFields): string {
  if (fields('media').length === 0) return ''
  const containers = fields('media').flatMap((field) => fieldOf(item, field))
  const nested = containers.flatMap((container) => [container, ...childrenOf(container, 'media:content')])
  const texts = nested.flatMap((container) => childrenOf(container, name)).map(textOf)
  return texts.find((text) => text.trim() !== '') ?? ''
}

/** Returns the people in the first field that names any. */
function authorOf(item: XmlNode, fields: PresentFields): string | null {
  for (const field of fields('author')) {
    const people = fieldOf(item, field)
      .slice(0, MAX_PEOPLE)
      .map(personOf)
      .filter((person) => person !== '')
    if (people.length > 0) return [...new Set(people)].join(', ').slice(0, 300)
  }
  return null
}

/**
 * Returns a person's name without the mail address: `jane@example.org (Jane Doe)`,
 * `Jane Doe <jane@example.org>`. Returns the address only if there is no name. (feedparser's reference,
 * entries[i].author_detail.name)
 */
function personOf(person: XmlNode): string {
  if (typeof person === 'string' && !person.includes('@')) return plainLine(person.slice(0, 300))
  const child = (name: string): string => plainLine(textOf(childrenOf(person, name)[0]))
  const written = child('name') || textOf(person).trim().slice(0, 300) || child('email')
  const named = written.replace(MAIL, '').trim()
  return plainLine(/^\(.*\)$/.test(named) ? named.slice(1, -1) : named) || plainLine(written)
}

const MAIL = /[(<]?(?:mailto:)?[^\s@()<>]{1,100}@[^\s@()<>]{1,100}[)>]?/

/** Upper bound on people kept per entry. */
const MAX_PEOPLE = 50
