import { escapeUTF8 } from 'entities'
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { html } from 'hono/html'
import type { BriefedStory } from '../../records/briefing.ts'
import { harmless } from '../../words/harmless.ts'
import { inLanguage, linkOut, toDocument } from '../html.ts'
import { nameOf } from '../pages/draw-story.ts'
import { storyPath } from '../view.ts'

/** Stories for feed readers. */
export interface StoryFeed {
  readonly title: string
  /** BCP 47 language of our own words in the feed. */
  readonly language: string
  /** Address of the feed itself, and below of the page that shows the same. */
  readonly address: string
  readonly page: string
  readonly stories: readonly BriefedStory[]
  /** Address of the WebSub hub for notifications; null if there is none. */
  readonly hub: string | null
}

export const FORMATS = ['atom', 'rss', 'json'] as const
export type FeedFormat = (typeof FORMATS)[number]

export const TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

/**
 * When any story of the feed last changed, in milliseconds since 1970; the feed stays the same until then.
 */
export const changedAt = ({ stories }: Pick<StoryFeed, 'stories'>): number =>
  Math.max(0, ...stories.map(({ lastAt }) => lastAt))

/**
 * Writes a feed of stories with their sentences and sources. Each has a permanent id and is updated when it
 * changes. `root` is the address of the pages.
 */
export async function writeFeed(feed: StoryFeed, format: FeedFormat, root: string): Promise<string> {
  const entries = await Promise.all(feed.stories.map((story) => toEntry(story, feed.language, root)))
  switch (format) {
    case 'atom':
      return writeAtom(feed, entries)
    case 'rss':
      return writeRss(feed, entries)
    case 'json':
      return writeJson(feed, entries)
    default:
      return format satisfies never
  }
}

type Entry = Awaited<ReturnType<typeof toEntry>>

async function toEntry(story: BriefedStory, language: string, root: string) {
  const { sentences, outlets } = story
  const told = sentences.map(({ text, outlet, language: own }) => {
    const { name, url } = outlets[outlet] ?? { name: '', url: null }
    return html`<p${inLanguage(own)}>${text.trim()} (${linkOut(url, name)})</p>`
  })
  const others = outlets.map(
    ({ name, url, title, language: own }) =>
      html`<li>${name}: <span${inLanguage(own)}>${linkOut(url, title)}</span></li>`,
  )
  return {
    // The story's page has the id in its address, and redirects if stories were merged.
    id: root + storyPath(story.id),
    title: harmless(nameOf(story, { language })),
    language: story.language,
    content: await toDocument(
      html`${told}
        <ul>
          ${others}
        </ul>`,
    ),
    date: new Date(story.lastAt),
    outlets: [...new Set(outlets.map(({ name }) => harmless(name)))],
  }
}

const hubLinks = ({ hub }: Pick<StoryFeed, 'hub'>) => (hub === null ? [] : [{ href: hub, rel: 'hub' }])

const writeAtom = (feed: StoryFeed, entries: readonly Entry[]): string =>
  generateAtomFeed({
    id: feed.address,
    title: { value: escapeUTF8(harmless(feed.title)), type: 'html' },
    updated: new Date(changedAt(feed)),
    links: [
      { href: feed.page, rel: 'alternate', type: 'text/html' },
      { href: feed.address, rel: 'self', type: 'application/atom+xml' },
      ...hubLinks(feed),
    ],
    generator: { text: 'Dragoman' },
    xml: { lang: feed.language },
    entries: entries.map(({ id, title, language, content, date, outlets }) => ({
      id,
      title: { value: escapeUTF8(title), type: 'html' },
      links: [{ href: id, rel: 'alternate', type: 'text/html' }],
      updated: date,
      content: { value: content, type: 'html' },
      authors: outlets.map((name) => ({ name })),
      ...(language !== 'und' && { xml: { lang: language } }),
    })),
  })

const writeRss = (feed: StoryFeed, entries: readonly Entry[]): string =>
  generateRssFeed({
    title: titleOfRss(harmless(feed.title)),
    link: feed.page,
    description: titleOfRss(harmless(feed.title)),
    language: feed.language,
    lastBuildDate: new Date(changedAt(feed)),
    generator: 'Dragoman',
    atom: {
      links: [{ href: feed.address, rel: 'self', type: 'application/rss+xml' }, ...hubLinks(feed)],
    },
    items: entries.map(({ id, title, content, date, outlets }) => ({
      title: titleOfRss(title),
      link: id,
      guid: { value: id, isPermaLink: true },
      description: content,
      pubDate: date,
      dc: { creators: outlets },
    })),
  })

/**
 * RSS does not specify whether a title is text or HTML. A title with `<` is escaped, so that it is no element
 * in either.
 */
const titleOfRss = (title: string): string => (title.includes('<') ? escapeUTF8(title) : title)

const writeJson = (feed: StoryFeed, entries: readonly Entry[]): string =>
  JSON.stringify(
    generateJsonFeed({
      title: harmless(feed.title),
      home_page_url: feed.page,
      feed_url: feed.address,
      language: feed.language,
      ...(feed.hub !== null && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
      items: entries.map(({ id, title, language, content, date, outlets }) => ({
        id,
        url: id,
        title,
        content_html: content,
        date_modified: date,
        authors: outlets.map((name) => ({ name })),
        ...(language !== 'und' && { language }),
      })),
    }),
  )
