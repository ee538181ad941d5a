// Writes ../news-words.tsv.gz: `npm run train:news-words -- FOLDER`, with FOLDER the labelled data
// (../shared/data). Counts in how many texts of Wikipedia's current events (before 2026-05-21, what may be
// learned from) and in how many English sentences of the bridge each stem stands. Translated news among these
// sentences is left out: it is what the others are held against. Only stems are kept of the texts. The same
// texts give the same bytes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readTerms, TermKind } from '../../language/terms.ts'

/** A stem that fewer texts have says nothing. */
const RAREST = 3
/** Log-odds beyond which a stem is as good as any; it stands in one kind of text alone. */
const MOST = 4
const LAST_DAY = '2026-05-21'
const NEWS_SENTENCES = 'ntrex'

const folder = process.argv[2] ?? '../shared/data'
const news = countStems(
  linesOf('tags/wceptopics.jsonl')
    .map((line): { text: string; date?: string } => JSON.parse(line))
    .flatMap(({ text, date }) => ((date ?? '9') < LAST_DAY ? [text] : [])),
)
const others = countStems(
  new Set(
    readdirSync(`${folder}/bridge/sentences`)
      .toSorted()
      .flatMap((file) => linesOf(`bridge/sentences/${file}`))
      .flatMap((line) => {
        const [english = '', , source] = line.split('\t')
        return source === NEWS_SENTENCES ? [] : [english]
      }),
  ),
)
const lines = [...new Set([...news.counts.keys(), ...others.counts.keys()])].toSorted().flatMap((stem) => {
  const [inNews, inOthers] = [news.counts.get(stem) ?? 0, others.counts.get(stem) ?? 0]
  if (inNews + inOthers < RAREST) return []
  const odds = Math.log((inNews + 0.5) / (news.texts + 1)) - Math.log((inOthers + 0.5) / (others.texts + 1))
  return [`${stem}\t${Math.round(10 * Math.max(-MOST, Math.min(MOST, odds)))}`]
})
writeFileSync(new URL('../news-words.tsv.gz', import.meta.url), gzipSync(lines.join('\n'), { level: 9 }))
process.stdout.write(`${news.texts} news, ${others.texts} other texts, ${lines.length} stems\n`)

function linesOf(path: string): readonly string[] {
  const file = `${folder}/${path}`
  if (!existsSync(file)) throw new Error(`${file} is missing: name the folder of the labelled data`)
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
}

/** Returns in how many of these texts each stem stands. */
function countStems(texts: Iterable<string>) {
  const counts = new Map<string, number>()
  let count = 0
  for (const text of texts) {
    count++
    const { words, kinds } = readTerms(text, 'en')
    const telling = words.filter((_, at) => ((kinds[at] ?? 0) & (TermKind.stop | TermKind.single)) === 0)
    for (const stem of new Set(telling)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return { counts, texts: count }
}
