import { expect, it } from 'vitest'
import type { ReaderRule } from '../../src/records/reader-rule.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { NOON } from '../storage/a-read.ts'

const ada = { person: 'slack:T1/ada', name: 'Ada' }

const aRule = (own: Partial<ReaderRule> = {}): ReaderRule => ({
  id: 'k4f2',
  workspace: 'slack:T1',
  correction: { kind: 'wrong-name', name: 'Van Province' },
  about: ['Quake'],
  state: 'proposed',
  by: ada,
  at: NOON,
  ...own,
})

export function ruleCases(store: () => Store): void {
  it('keeps rules by workspace, in the order in which they were made', async () => {
    const other = { kind: 'wrong-name', name: 'Prime Minister' } as const
    expect(await store().addReaderRule(aRule({ id: 'z' }), 10)).toBe('kept')
    expect(await store().addReaderRule(aRule({ id: 'a', correction: other }), 10)).toBe('kept')
    expect(await store().addReaderRule(aRule({ id: 'm', workspace: 'slack:T2' }), 10)).toBe('kept')
    expect((await store().readerRules('slack:T1')).map(({ id }) => id)).toEqual(['z', 'a'])
    expect(await store().readerRules()).toHaveLength(3)
    expect((await store().readerRules('slack:T1'))[0]).toEqual(aRule({ id: 'z' }))
  })

  it('keeps none twice, none under an id that is taken, and no more than may be', async () => {
    await store().addReaderRule(aRule(), 1)
    expect(await store().addReaderRule(aRule({ workspace: 'slack:T2' }), 1)).toBe('taken')
    expect(await store().addReaderRule(aRule({ id: 'b' }), 1)).toBe('twin')
    const correction = { kind: 'wrong-name', name: 'Prime Minister' } as const
    expect(await store().addReaderRule(aRule({ id: 'b', correction }), 1)).toBe('full')
    expect(await store().readerRules()).toHaveLength(1)
  })

  it('accepts what was proposed once, and takes back what is of the workspace', async () => {
    await store().addReaderRule(aRule(), 10)
    const bob = { person: 'slack:T1/bob', name: 'Bob' }
    expect(await store().acceptReaderRule('slack:T2', 'k4f2', bob)).toBe(false)
    expect(await store().acceptReaderRule('slack:T1', 'k4f2', bob)).toBe(true)
    expect(await store().acceptReaderRule('slack:T1', 'k4f2', bob)).toBe(false)
    expect(await store().readerRules()).toEqual([aRule({ state: 'standing', acceptedBy: bob })])
    expect(await store().removeReaderRule('slack:T2', 'k4f2')).toBe(false)
    expect(await store().removeReaderRule('slack:T1', 'k4f2')).toBe(true)
    expect(await store().readerRules()).toEqual([])
  })

  it('forgets them with their workspace, and no others', async () => {
    await store().addReaderRule(aRule(), 10)
    await store().addReaderRule(aRule({ id: 'b', workspace: 'slack:T12' }), 10)
    expect(await store().forgetWorkspace({ platform: 'slack', workspace: 'T1' })).toMatchObject({ others: 1 })
    expect((await store().readerRules()).map(({ id }) => id)).toEqual(['b'])
  })
}
