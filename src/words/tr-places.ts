import type { PlaceTexts } from './catalogues.ts'

export const trPlaces: PlaceTexts = {
  'place.news': 'Dünya basınından özetler: her cümlenin arkasında bir kaynak.',
  'place.lookUp': 'Bu konuda ne biliyoruz?',
  'place.what': 'Neyi izleyeceksiniz?',
  'place.missing':
    '{channel} kanalında henüz konuşamıyorum. Kanal ayarlarından bana şu izinleri verin: {permissions}. Sonra yeniden sorun.',
  'place.back':
    'Geri döndüm. Ben yokken {count, plural, one {# abonelik} other {# abonelik}} duraklatıldı: “subscriptions” hepsini listeler, “resume” birini yeniden konuşturur.',
  'place.late': 'Sorunuz bana orada yanıtlayamayacağım kadar geç ulaştı. Lütfen yeniden sorun.',
  'place.rest':
    'Buraya sığandan fazlası var ({count, plural, one {# ileti} other {# ileti}} daha). Tamamı için bana doğrudan mesajla sorun.',
}
