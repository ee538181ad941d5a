import type { PlaceTexts } from './catalogues.ts'

export const dePlaces: PlaceTexts = {
  'place.news': 'Überblicke aus den Medien der Welt, mit einer Quelle hinter jedem Satz.',
  'place.lookUp': 'Was wissen wir darüber?',
  'place.what': 'Was verfolgt wird',
  'place.missing':
    'In {channel} darf ich noch nicht sprechen. Geben Sie mir dort (in den Einstellungen des Kanals) {permissions} und fragen Sie noch einmal.',
  'place.back':
    'Ich bin wieder da. Während ich weg war, {count, plural, one {wurde # Abo} other {wurden # Abos}} angehalten: „subscriptions“ zeigt, was es gibt, „resume“ lässt eines wieder sprechen.',
  'place.late':
    'Ihre Frage kam zu spät bei mir an, um sie dort zu beantworten. Bitte fragen Sie noch einmal.',
  'place.rest':
    'Es ist mehr, als hier Platz hat ({count, plural, one {noch # Nachricht} other {noch # Nachrichten}}). Fragen Sie mich in einer Direktnachricht nach allem.',
}
