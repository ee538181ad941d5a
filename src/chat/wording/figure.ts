import type { Figure } from '../../records/finding.ts'
import { say } from '../../words/say.ts'
import { writeAmount } from '../../words/write-numbers.ts'

/** Writes a number as an article qualifies it: "at least 19", "40–50". */
export function sayFigure(
  {
    value,
    low,
    high,
    qualifier,
    unit,
    what,
  }: Pick<Figure, 'value' | 'low' | 'high' | 'qualifier' | 'unit' | 'what'>,
  language: string,
): string {
  const written = [value ?? low, high]
    .flatMap((number) => (number === null ? [] : [writeAmount(number, language)]))
    .join('–')
  const whole =
    what === 'percent'
      ? `${written} %`
      : [written, what === 'money' ? unit : null].filter((part) => part !== null).join(' ')
  return qualifier === null ? whole : say(`figures.${qualifier}`, language, { number: whole })
}

/** Returns the place that a figure is counted for and who counted it, as the article names them. */
export const sayWhere = ({ place, countedBy }: Figure): readonly string[] =>
  [place, countedBy].filter((words) => words !== undefined)
