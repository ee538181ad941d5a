import { STOP_WORDS } from './stop-words.ts'
import { splitWords } from './split-words.ts'

/** Verbs and small words that headlines are made of, in the languages that the tagger reads in Latin letters. */
const HEADLINES: Readonly<Record<string, string>> = {
  en: `after ahead beat beats beating calls claims cuts dead deal denies dies draws faces hits holds hosts joins kills killed lands launches leaves
    loses makes meets new opens orders over plans rejects return returns says seeks sends set sets signs strike talks threatens toll urges visits
    vows votes warns why win wins won`,
  de: `beginnt droht fordert gegen gewinnt kommt kritisiert lehnt mehr nach neue neuer ruft sagt schlägt siegt sperrt stirbt stoppt tote tritt
    trifft über unter verletzte verliert verlässt warnt weist will`,
  fr: `accuse annonce appelle après avant bat bloque contre demande dénonce face gagne lance meurt morts nouveau nouvelle perd quitte reçoit
    refuse rejette remporte rencontre salue selon visite`,
  es: `abre acusa advierte anuncia ante busca cae cierra contra derrota dice empata exige firma gana gobierno llega mata muere muertos nuevo
    nueva pide pierde rechaza recibe según tras vence visita`,
  tr: `açıkladı artı başladı çağrı dedi diyor etti gitti göre istedi kabul karşı kazandı oldu öldü reddetti sonra üzerine uyardı yaptı yendi yeni yok var`,
}

/** The languages that the tagger reads in Latin letters. */
export const OWN_LANGUAGES: readonly string[] = Object.keys(HEADLINES)

/** Common words of each language that has a list of them, folded as `splitWords` does; some are in several. */
export function readCommonWords(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Array.from(STOP_WORDS, ([language, list]) => [
      language,
      new Set(splitWords(`${list} ${HEADLINES[language] ?? ''}`).folded),
    ]),
  )
}
