import type { PlaceTexts } from './catalogues.ts'

export const dePlaces: PlaceTexts = {
  'place.news': 'Überblicke aus den Medien der Welt, mit einer Quelle hinter jedem Satz.',
  'place.lookUp': 'Was wissen wir darüber?',
  'place.what': 'Was verfolgt wird',
  'place.missing':
    'In {channel} darf ich noch nicht sprechen. Geben Sie mir dort (in den Einstellungen des Kanals) {permissions} und fragen Sie noch einmal.',
  'place.back':
    'Ich bin wieder da. Während ich weg war, {count, plural, one {wurde # Abo} other {wurden # Abos}} angehalten: „subscriptions“ zeigt, was es gibt, „resume“ lässt eines wieder sprechen.',
  'place.returned':
    'Ich bin wieder in diesem Arbeitsbereich: {count, plural, one {# Ihrer Abos läuft} other {# Ihrer Abos laufen}} weiter wie zuvor.',
  'place.late':
    'Ihre Frage kam zu spät bei mir an, um sie dort zu beantworten. Bitte fragen Sie noch einmal.',
  'place.partly':
    'Meine Antwort hat Sie vielleicht nicht ganz erreicht: Ein Teil davon kann fehlen. Bitte fragen Sie noch einmal, um alles zu sehen.',
  'place.rest':
    'Es ist mehr, als hier Platz hat ({count, plural, one {noch # Nachricht} other {noch # Nachrichten}}). Fragen Sie mich in einer Direktnachricht nach allem.',
  'refusal.noView':
    'Ich sehe diesen Kanal nicht. Geben Sie mir dort View Channel, oder laden Sie mich neu auf den Server ein.',
  'refusal.noPost':
    'Dort darf ich nicht schreiben. Geben Sie mir in diesem Kanal Send Messages und Embed Links, in einem Thread Send Messages in Threads.',
  'refusal.directClosed':
    'Dorthin kann ich keine Direktnachrichten schicken. Erlauben Sie in Ihren Privatsphäre-Einstellungen Nachrichten von Apps, auf einem Server, auf dem ich bin.',
  'refusal.threadClosed':
    'Der Thread ist gesperrt oder archiviert. Öffnen Sie ihn wieder, oder abonnieren Sie in seinem Kanal.',
  'refusal.tagWanted':
    'Das Forum verlangt ein Schlagwort an jedem Beitrag. Legen Sie eines an, das Mitglieder benutzen dürfen.',
}
