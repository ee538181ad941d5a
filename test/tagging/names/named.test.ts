import { expect, it } from 'vitest'
import { eachOnce, type Named } from '../../../src/tagging/names/named.ts'

const person = (first: number, name: string): Named => ({
  kind: 'person',
  first,
  last: first + name.split(' ').length - 1,
  name,
})

it('tells a name once, by its longest form', () => {
  const named = [person(0, 'Brenda Oakfield'), person(5, 'Ana Brenda Oakfield'), person(9, 'Brenda Oakfield')]
  expect(eachOnce(named).map(({ name }) => name)).toEqual(['Ana Brenda Oakfield'])
})

it('tells a Russian name once, whatever its case', () => {
  const named = [person(0, 'Кита Далтона'), person(5, 'Кит Далтон')]
  expect(eachOnce(named).map(({ name }) => name)).toEqual(['Кит Далтон'])
})

it('keeps an organisation that a person is called like', () => {
  const named = [person(0, 'Edgar Vik'), { ...person(4, 'Edgar Vik'), kind: 'organisation' as const }]
  expect(eachOnce(named)).toHaveLength(2)
})
