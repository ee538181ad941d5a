import type { Cut } from '../look-at-cut.ts'
import { isAside } from './is-aside.ts'
import type { Form } from './form.ts'
import { followsName } from './follows-name.ts'

/** "Dana Whitlock, 47, took over": an age and nothing else. Where no capital tells a name, the number needs its years. */
export const age: Form = {
  fits(cut) {
    const { inside, words } = cut
    const numbers = inside.filter(({ kind }) => kind === 'number').length
    return (
      isAside(cut) &&
      followsName(cut) &&
      numbers === 1 &&
      (inside.length > 1 || hasCapital(cut)) &&
      inside.every((token, i) => token.kind === 'number' || isOfAge(cut, i)) &&
      !words.and.has(cut.after[0])
    )
  },
  bears: ['time'],
}

const hasCapital = ({ before }: Cut): boolean => before.at(-1)?.capital === true

/** A word of an age, alone or as one of several ("years old"). */
const isOfAge = ({ inside, words }: Cut, index: number): boolean =>
  inside.some((_, from) => from <= index && index < from + words.age.lengthAt(inside, from))
