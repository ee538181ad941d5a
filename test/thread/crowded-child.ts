import { createFeedParser } from '../../src/feeds/feed-parser.ts'
import { openAllFiles } from '../fakes/open-all-files.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'

/**
 * Run as a separate process in which no thread can be started. Prints how parsing a feed ends there twice,
 * and then when there is room again.
 */
const staying = setInterval(() => undefined, 1_000)
const closeAll = openAllFiles()
const parser = createFeedParser({ deadlineMs: 60_000 })
const parse = async () => (await parser.parse(Buffer.from(rssText({ items: someItems(2) })), {})).status
const crowded = [await parse(), await parse()]
closeAll()
console.log(JSON.stringify([...crowded, await parse()]))
await parser.close()
clearInterval(staying)
