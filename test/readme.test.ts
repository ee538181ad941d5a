import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allCommands } from '../src/commands/all-commands.ts'
import { runDragoman } from './cli/run-dragoman.ts'
import { aNewsroom } from './fakes/newsroom.ts'

const readme = readFileSync('README.md', 'utf8')

/** Lines of text that a window of usual height shows. */
const SCREEN_LINES = 30

/**
 * Returns the words in code marks in the first column of the table under a heading, without their arguments.
 */
function tableUnder(heading: string): string[] {
  const section = readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const cells = [...section.matchAll(/^\| (`.*?) \|/gmu)].map((row) => row[1] ?? '')
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map((code) => code[1] ?? ''))
}

const bare = (words: string): string => /^[a-z]+(?: [a-z]+)*/u.exec(words)?.[0] ?? ''

describe('README.md', () => {
  it('lists the words of /news, all and no others', async () => {
    const { view } = await aNewsroom()
    // A single word stands for its first form: 'sources' is 'sources list'.
    const names = allCommands(view).all.map(({ name }) => name.replace(' list', ''))
    expect(tableUnder('What you can ask').sort((a, b) => a.localeCompare(b))).toEqual(
      [...names].sort((a, b) => a.localeCompare(b)),
    )
  })

  it('lists the commands of the program, all and no others', async () => {
    const { out } = await runDragoman(['--help'])
    const programs = [...out.matchAll(/^ {2}([a-z]+)\b/gmu)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'help')
    const told = new Set(tableUnder('The program').map((words) => bare(words).split(' ')[0] ?? ''))
    expect([...told].sort((a, b) => a.localeCompare(b))).toEqual(programs.sort((a, b) => a.localeCompare(b)))
  })

  it.each(['Try it', 'Connect it', 'What it tells'])('says in one screen: %s', (heading) => {
    const [, section = ''] = readme.split(`## ${heading}\n`)
    const lines = section.split('\n## ')[0]?.trim().split('\n') ?? []
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.length).toBeLessThanOrEqual(SCREEN_LINES)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(170)
  })

  it('says what it is before anything else, and shows it', () => {
    const [opening = ''] = readme.split('\n## ')
    expect(opening.split('\n').length).toBeLessThanOrEqual(SCREEN_LINES / 2)
    expect(opening).toMatch(/!\[.+\]\(docs\/.+\.png\)/u)
  })

  it('leaves the variables of a platform to the page of the platform', () => {
    expect(readme.match(/\b(?:SLACK|DISCORD)_[A-Z_]+/gu)).toBeNull()
    for (const page of ['docs/slack.md', 'docs/discord.md']) expect(readme).toContain(`](${page})`)
  })

  it('names npm scripts that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
    const named = [...readme.matchAll(/npm (?:run (?:-s )?([a-z:-]+)|(start|test))/gu)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it.each([
    'README.md',
    'CHANGELOG.md',
    ...globSync('{src,adapters,config,config/sample,docs,.github}/*.md'),
  ])('%s links to files that exist', (file) => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+?)\)/gu)].map((match) => match[1] ?? '')
    const local = links.filter((link) => !/^[a-z]+:/u.test(link))
    expect(local.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })
})

describe('docs/decisions.md', () => {
  const decisions = readFileSync('docs/decisions.md', 'utf8')
  const named = [...decisions.matchAll(/`([^`\n]+)`/gu)].map((mark) => mark[1] ?? '')
  const code = globSync('{src,adapters}/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const isDeclared = (constant: string): boolean => {
    const line = constant.includes(' = ') ? `const ${constant}\n` : `const ${constant}`
    return code.some((text) => text.includes(line))
  }

  it('leads from its table of contents to every subject', () => {
    const contents = [...decisions.matchAll(/\]\(#([^)]+)\)/gu)].map((link) => link[1] ?? '')
    const subjects = [...decisions.matchAll(/^## (.+)$/gmu)].map((heading) => heading[1] ?? '')
    expect(subjects.length).toBeGreaterThan(0)
    expect(contents).toEqual(subjects.map((subject) => subject.toLowerCase().replaceAll(' ', '-')))
  })

  it('names files and folders that exist', () => {
    const paths = named.filter((text) => /^(?:src|adapters|config|test)\//u.test(text))
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  it('tells constants as the code has them', () => {
    const constants = named.filter((text) =>
      /^(?!DRAGOMAN_|SLACK_|DISCORD_)[A-Z][A-Z_]+(?: = .+)?$/u.test(text),
    )
    expect(constants.length).toBeGreaterThan(0)
    expect(constants.filter((constant) => !isDeclared(constant))).toEqual([])
  })
})
