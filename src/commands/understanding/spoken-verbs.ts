import type { Ask } from '../../language/asked.ts'
import type { Word } from './sentence.ts'

/**
 * The plain imperatives that a word may stand for which tells nobody what to do: "paused", "moving", "приостановить", "auszusetzen", "durdurulmasını",
 * "añadieran", "شود". Folded; may be no words at all. They say a wish only where `settleSpoken` finds that we are asked.
 */
export function spokenVerbs({ key }: Word, language: string): readonly string[] {
  if (key.length < SHORTEST) return []
  return (RULES[language] ?? []).flatMap(([ending, ...instead]) =>
    ending.test(key)
      ? instead.map((one) => key.replace(ending, one)).filter((one) => one.length >= SHORTEST_PLAIN)
      : [],
  )
}

const SHORTEST = 3
const SHORTEST_PLAIN = 2

/** An ending, and what stands in its place in an imperative. */
const RULES: Readonly<Record<string, readonly (readonly [RegExp, ...string[]])[]>> = {
  // "Stopped", "cancelled", "removed", "taken", "moving", "dropping".
  en: [
    [/([^aeious])\1(?:ed|ing)$/u, '$1', '$1$1'],
    [/ied$/u, 'y'],
    [/(?<=.[^e])(?:ed|ing)$/u, '', 'e'],
    [/(?<=[aeiou].)en$/u, 'e'],
  ],
  // "Gelöscht", "ausgesetzt", "auszusetzen", "pausiert".
  de: [
    [/^(.*?)ge(.+)t$/u, '$1$2en', '$1$2e'],
    [/^(.+?)zu(.+en)$/u, '$1$2'],
    [/iert$/u, 'ieren', 'iere'],
    [/(?:en|n)$/u, 'e', ''],
  ],
  // "Résilier", "suspendre", "retiriez", "supprimées", "suspendus", "mis".
  fr: [
    [/i?er$/u, 'e', 'ie'],
    [/iez$/u, 'e', 's'],
    [/ees?$|es$/u, 'e'],
    [/re$|ues?$|us?$/u, 's'],
    [/(?<=^(?:re)?m)(?:ettre|ises?|is)$/u, 'ets'],
  ],
  // "Cancelada", "añadido", "añadieran", "cambiaran", "moviendo".
  es: [
    [/(?:ad[oa]s?|ara[ns]?|aran|ase[ns]?|ando)$/u, 'a'],
    [/(?:id[oa]s?|iera[ns]?|iese[ns]?|iendo)$/u, 'e'],
  ],
  // "Добавить", "убрать", "отправлять", "перенести", "добавили", "отменена".
  ru: [
    [/(?:ить|или|ены?|ена|ено|лен[аоы]?)$/u, 'и', 'ь'],
    [/(?:ать|али)$/u, 'ай', 'и'],
    [/(?:ять|яли)$/u, 'яй'],
    [/сти$/u, 'си'],
  ],
  // "Durdurulmasını", "eklenmesini", "çıkarmanızı", "durdurmak", "eklerseniz".
  tr: [
    [/m[ae](?:s[ıi](?:n[ıi])?|n[ıi]z[ıi]?|n[ıi]|k)$/u, ''],
    [/(?:[ıiuü]?[ln])m[ae]s[ıi](?:n[ıi])?$/u, ''],
    [/(?:[ae]?r|[ıiuü]r)s[ae]n[ıi]z$/u, ''],
    [/^e[dt](?:il)?(?:mesi(?:ni)?|meniz[ıi]?|mek|erseniz)$/u, 'et'],
  ],
  // "لغو شود", "لغو کردن", "حذف کنم".
  fa: [
    [/^(?:ب?شود|ب?شوند|بشه|بشن|گردد|گردند|كردن|كنم|كنيم)$/u, 'كن'],
    [/^(?:دادن|بدهم|بدم|دهم)$/u, 'بده'],
  ],
}

/** What a verb in such a form may wish for: a change of what stands. */
export const SPOKEN_OF = [
  'unsubscribe',
  'stop',
  'pause',
  'resume',
  'edit',
  'move',
  'add',
  'remove',
  'replace',
  'mute',
  'undo',
] as const satisfies readonly Ask[]
