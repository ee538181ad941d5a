import type { WishTexts } from './catalogues.ts'

/** What is wished for and how it is written; a part of `de`. */
export const deWishes: WishTexts = {
  'keywords.empty': 'Es fehlen die Stichwörter. Schreiben Sie etwa: Getreide AND (Korridor OR Abkommen).',
  'keywords.quote': 'Schreiben Sie mehrere Stichwörter in Anführungszeichen: {example}',
  'keywords.tooLong':
    'Diese Stichwörter haben {count, number} Zeichen; möglich sind höchstens {most, number}.',
  'keywords.tooMany': 'Das sind mehr als {most, number} Stichwörter. Behalten Sie die wichtigsten.',
  'keywords.tooDeep': 'Zu viele Klammern stehen in Klammern. Schreiben Sie es einfacher.',
  'keywords.noLetters': '{near} hat keine Buchstaben oder Ziffern, nach denen sich suchen ließe.',
  'keywords.bracket':
    'In den Stichwörtern fehlt eine Klammer oder steht allein. Zu jeder „(“ gehört eine „)“.',
  'keywords.operator':
    'Vor {near} fehlt in den Stichwörtern ein Wort. AND, OR und NOT stehen zwischen Wörtern; um danach zu suchen, setzen Sie sie in Anführungszeichen.',
  'keywords.operatorAtEnd':
    'Die Stichwörter enden mit AND, OR oder NOT. Schreiben Sie ein Wort dahinter, oder setzen Sie es in Anführungszeichen, um danach zu suchen.',
  'sample.title': 'Die Welt in der Beispielausgabe',
  'wish.everything': 'alles',
  'wish.all': 'Alle Nachrichten',
  'wish.sources': 'berichtet von {names}',
  'wish.people': 'mit Namen {names}',
  'wish.languages': 'auf {names}',
  'wish.and': '; und ',
  'wish.keywords': 'mit den Wörtern {keywords}',
  'form.short': 'kurz',
  'form.long': 'lang',
  'form.stories': '{count, plural, one {höchstens # Meldung} other {höchstens # Meldungen}}',
  'form.language': 'Texte auf {name}',
  'form.model': 'ein Modell darf Sätze auswählen und kürzen',
}
