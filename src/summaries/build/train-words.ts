// Writes ../expect-words.json: `npm run train:summaries -- FOLDER`. FOLDER has articles with summaries by
// people (../shared/data/summaries) and stays outside the repository. Only one weight per sign is kept, the
// same for all languages. The same texts give the same bytes. Single articles (cnndm) and groups of reports
// (multinews) are learned from together. Other sets are used for evaluation: weights of one set alone serve
// the other within half a point of ROUGE-1 (`docs/decisions.md`, Summaries).
import { readFileSync, writeFileSync } from 'node:fs'
import { readTerms } from '../../language/terms.ts'
import { expectedLength, readFeatures, FEATURES } from '../expect-words.ts'
import { readPassages } from '../read-passages.ts'
import { type Example, learnWeights } from './logistic-regression.ts'

interface Row {
  readonly article?: string
  readonly articles?: readonly { readonly text: string }[]
  readonly reference: string
}
/** The sets, each with the budget that its summaries are scored with. */
const SETS = [
  ['cnndm', { words: 60, sentences: 3 }],
  ['multinews', { words: 264, sentences: Infinity }],
] as const

const [folder = '../shared/data/summaries', ...only] = process.argv.slice(2)
const examples = SETS.filter(([name]) => only.length === 0 || only.includes(name)).flatMap(([name, budget]) =>
  readFileSync(`${folder}/${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => examplesOf(JSON.parse(line), expectedLength(budget))),
)
const weights = learnWeights(examples)
writeFileSync(
  new URL('../expect-words.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(FEATURES.map((sign, i) => [sign, Number((weights[i] ?? 0).toFixed(2))])), null, 2)}\n`,
)
process.stdout.write(`${examples.length} words\n`)

/** Returns the words of an article; the outcome is whether the person's summary contains them. */
function examplesOf({ article, articles = [], reference }: Row, length: number): Example[] {
  const texts = article === undefined ? articles.map(({ text }) => text) : [article]
  const reports = texts.map((text, index) => ({
    // Multi-News writes line breaks as NEWLINE_CHAR.
    passages: readPassages(index, text.replaceAll(/\s*NEWLINE_CHAR\s*/g, '\n'), 'en'),
    witness: index,
    title: new Set<string>(),
  }))
  const said = new Set(readTerms(reference, 'en').words)
  return Array.from(readFeatures(reports, length), ([word, signs]) => ({
    signs,
    outcome: said.has(word) ? 1 : 0,
    weight: 1,
  }))
}
