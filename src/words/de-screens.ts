import type { ScreenTexts } from './catalogues.ts'

export const deScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'Im Kanal zeigen',
  'thread.begins': 'Im Thread:',
  'thread.more': '{count, plural, one {und # weitere Meldung} other {und # weitere Meldungen}}',
  'sources.more':
    '{count, plural, one {# weitere Quelle ist} other {# weitere Quellen sind}} nicht gezeigt. Nennen Sie eine Region oder ein Land, um deren Quellen zu sehen: /news sources libanon',
  'story.column.outlet': 'Medium',
  'story.column.time': 'Zeit',
  'story.column.report': 'Was es meldet',

  // The Home tab, and the form for a subscription
  'action.subscribe': 'Abonnieren',
  'action.edit': 'Ändern',
  'home.own': 'Was Sie verfolgen',
  'home.channel': 'Was ein Kanal verfolgt',
  'home.pick': 'Kanal wählen',
  'home.more':
    '{count, plural, one {# weiteres Abo} other {# weitere Abos}}: „/news subscriptions“ zeigt alle.',
  'form.subscribe': 'Etwas verfolgen',
  'form.edit': 'Abo ändern',
  'form.save': 'Speichern',
  'form.cancel': 'Abbrechen',
  'form.keep': 'Was Sie leer lassen, bleibt, wie es ist.',
  'form.region': 'Regionen',
  'form.country': 'Länder',
  'form.topic': 'Themen',
  'form.keywords': 'Stichwörter',
  'form.when': 'Wie oft',
  'form.at': 'Um',
  'form.zone': 'Zeitzone dieser Zeiten',
  'form.to': 'Wohin',
  'form.here': 'In diesen Kanal',
  'form.me': 'An mich, als Direktnachricht',
  'form.choose': 'Erste Buchstaben eingeben',
  'form.end': '„{title}“ beenden?',
  'form.endText': 'Das Abo meldet sich dann nicht mehr. Für eine Ruhezeit genügt es, das Abo zu pausieren.',
}
