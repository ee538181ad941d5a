import { expect, it } from 'vitest'
import { runDragoman } from './run-dragoman.ts'

const wheat =
  'The first ship with wheat left the port of Odesa on Monday morning, bound for Lebanon with 26,000 tonnes on board, the port authority said.'
const rows = [
  { id: 'en-1', lang: 'en', outlet: 'one', title: 'First wheat ship leaves Odesa', text: wheat },
  {
    id: 'en-2',
    lang: 'en',
    outlet: 'two',
    title: 'Odesa sends its first ship with wheat',
    text: 'A ship with wheat for Lebanon sailed from Odesa on Monday, the first since the port was opened again.',
  },
  { id: 'copy', lang: 'en', outlet: 'three', title: 'Ship sails', text: wheat },
  {
    id: 'pl,1',
    lang: 'pl',
    outlet: 'four',
    title: 'Pierwszy statek z pszenicą opuścił port w Odessie',
    text: 'Statek z pszenicą dla Libanu wypłynął w poniedziałek z portu w Odessie.',
  },
  {
    id: 'quake',
    lang: 'en',
    outlet: 'one',
    title: 'Earthquake kills twelve in Van',
    text: 'Twelve people died in Van.',
  },
].map((row, hour) => ({ ...row, time: new Date(Date.UTC(2026, 2, 9, 6 + hour)).toISOString() }))
const input = rows.map((row) => JSON.stringify(row)).join('\n')

const explain = (...args: string[]) => runDragoman(['group', '--explain', ...args], { input })

it('says how each article came into a story, what it shares with the others, and what was missing for the next one', async () => {
  const { code, out } = await explain('en-2')
  expect(code).toBe(0)
  // The thresholds of likeness are tuned elsewhere.
  await expect(out.replace(/\d\.\d\d/gu, '0.00')).toMatchFileSnapshot('expected/group-explain.txt')
})

it('says of a story of one what parted it', async () => {
  const { out } = await explain('quake')
  expect(out).toContain('alone in story squake: began the story')
  expect(out).toMatch(/nearest other story|no other story shares a word/u)
})

it('says what joined or parted two, whatever their ids hold', async () => {
  expect((await explain('en-1,copy')).out).toContain('copy repeats the text of en-1')
  expect((await explain('en-2,pl,1')).out).toMatch(/shares .*wheat = pszenicą/u)
  expect((await explain('en-1,quake')).out).toContain(
    'parted: two stories, sen-1 and squake, of different running stories',
  )
})

it('gives the same as JSON', async () => {
  const { out } = await explain('en-2', '--json')
  const told: { id: string; members: { id: string; came: string; from: string | null }[] } = JSON.parse(out)
  expect(told.id).toBe('en-2')
  expect(told.members.find(({ id }) => id === 'copy')).toMatchObject({ came: 'copy', from: 'en-1' })
})

it.each([
  [['nobody'], "no article has the id 'nobody'; give one id or two with a comma between"],
  [['en-1,nobody'], "no article has the id 'nobody'"],
  [['en-1,en-1'], 'expected two different ids'],
])('names the remedy for %s', async (args, remedy) => {
  const { code, err } = await explain(...args)
  expect(code).toBe(2)
  expect(err).toContain(remedy)
})

it('does not take --json for what it is not', async () => {
  const { code, err } = await runDragoman(['group', '--json'], { input })
  expect(code).toBe(2)
  expect(err).toContain('--json goes with --explain')
})
