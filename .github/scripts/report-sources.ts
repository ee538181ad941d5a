// `node .github/scripts/report-sources.ts FIRST.json SECOND.json…`: opens, writes anew or closes the one
// issue about the source pack, by what `doctor --json` printed, the latest last. The GitHub CLI does it, with
// the token and the repository of its environment.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isCutOff } from '../../src/cli/examine.ts'
import { readFindings } from './read-findings.ts'
import { sourcesIssue } from './sources-issue.ts'

const LABEL = 'source-pack'

function gh(args: readonly string[], input = ''): string {
  return execFileSync('gh', args, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'inherit'] }).trim()
}

const examinations = process.argv.slice(2).map((file) => readFindings(readFileSync(file, 'utf8')))
const last = examinations.at(-1) ?? []
if (last.length === 0) throw new Error('Name the files in which doctor --json told of some source.')
// That says something of the machine and nothing of the sources: what the issue says stays.
if (isCutOff(last.map(({ finding }) => (finding?.kind === 'failing' ? finding.failure : null))))
  throw new Error('No source can be reached: the machine is cut off.')

const issue = sourcesIssue(examinations)
gh(['label', 'create', LABEL, '--force', '--description', 'Sources that do not answer as they should'])
const open = gh([
  'issue',
  'list',
  '--label',
  LABEL,
  '--state',
  'open',
  '--json',
  'number',
  '--jq',
  '.[0].number // empty',
])
const text = ['--title', issue?.title ?? '', '--body-file', '-']
if (issue === null) {
  if (open !== '') gh(['issue', 'close', open, '--comment', 'Every source answers as it should again.'])
} else if (open === '') gh(['issue', 'create', '--label', LABEL, ...text], issue.body)
else gh(['issue', 'edit', open, ...text], issue.body)
