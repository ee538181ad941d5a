import { misbehaviour, startFeedServer, type ServedFeed } from '../fakes/feed-server.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'

/**
 * Simulated press sites in a separate process, so that they do not slow down what is measured. They publish
 * when they are told the time; one answer in five is a fault. Started with `pushed`, they also return what
 * they published, for a hub to deliver.
 */
const SITES = 30
const FEEDS_A_SITE = 10

/**
 * Report to the bench after each minute: requests so far, number of 304 answers, and what was published since
 * the last minute.
 */
export interface Told {
  readonly asked: number
  readonly notModified: number
  readonly published: readonly { readonly feed: string; readonly body: string }[]
}

const isPushed = process.argv[2] === 'pushed'

let now = 0
let asked = 0
let notModified = 0

const faults = [
  misbehaviour.fault,
  misbehaviour.notFound,
  misbehaviour.unavailable('600'),
  misbehaviour.tooMany('900'),
  misbehaviour.reset,
  misbehaviour.webPage,
  misbehaviour.challenge,
  misbehaviour.empty,
  misbehaviour.halfBody,
]

const numberOf = (minutes: number, at: number): number => Math.floor(at / (minutes * 60_000))

/**
 * Creates a feed that publishes every `minutes`, shows its 25 newest items and honours validators unless it
 * is careless.
 */
function press(minutes: number, isCareless: boolean): ServedFeed {
  const last = numberOf(minutes, now)
  const newest = new Date(last * minutes * 60_000).toISOString()
  const items = someItems(25, newest).map((item, index) => ({
    ...item,
    guid: `item-${last - index}`,
    link: `https://outlet.example/${last - index}`,
    date: new Date((last - index) * minutes * 60_000).toISOString(),
    html: `<p>${'A sentence of the news that says what happened today. '.repeat(12)}</p>`.repeat(3),
  }))
  return { body: rssText({ items }), ...(isCareless ? {} : { etag: `"${last}"` }) }
}

const paces = new Map<string, number>()
for (let site = 0; site < SITES; site += 1) {
  const server = await startFeedServer(`127.0.0.${site + 2}`)
  for (let feed = 0; feed < FEEDS_A_SITE; feed += 1) {
    const number = site * FEEDS_A_SITE + feed
    const minutes = [5, 10, 20, 30, 60, 120, 240][number % 7] ?? 60
    const url = server.serve(`/${feed}`, (request, response) => {
      asked += 1
      response.on('finish', () => {
        if (response.statusCode === 304) notModified += 1
      })
      const fault = asked % 5 === 0 ? faults[Math.floor(asked / 5) % faults.length] : undefined
      if (fault) fault(request, response)
      else server.give(press(minutes, number % 4 === 0), request, response)
    })
    paces.set(url, minutes)
  }
}

process.on('message', (time: number) => {
  const before = now
  now = time
  const published = isPushed
    ? [...paces]
        .filter(([, minutes]) => before > 0 && numberOf(minutes, before) < numberOf(minutes, now))
        .map(([feed, minutes]) => ({ feed, body: String(press(minutes, false).body) }))
    : []
  process.send?.({ asked, notModified, published } satisfies Told)
})
process.send?.([...paces.keys()])
