import type { PlaceTexts } from './catalogues.ts'

export const trPlaces: PlaceTexts = {
  'place.news': 'Dünya basınından özetler: her cümlenin arkasında bir kaynak.',
  'place.lookUp': 'Bu konuda ne biliyoruz?',
  'place.what': 'Neyi izleyeceksiniz?',
  'place.missing':
    '{channel} kanalında henüz konuşamıyorum. Kanal ayarlarından bana şu izinleri verin: {permissions}. Sonra yeniden sorun.',
  'place.back':
    'Geri döndüm. Ben yokken {count, plural, one {# abonelik} other {# abonelik}} duraklatıldı: “subscriptions” hepsini listeler, “resume” birini yeniden konuşturur.',
  'place.returned':
    'Bu çalışma alanına geri döndüm: {count, plural, one {# aboneliğiniz} other {# aboneliğiniz}} eskisi gibi sürüyor.',
  'place.late': 'Sorunuz bana orada yanıtlayamayacağım kadar geç ulaştı. Lütfen yeniden sorun.',
  'place.partly':
    'Yanıtımın tamamı size ulaşmamış olabilir: bir bölümü eksik kalmış olabilir. Hepsini görmek için lütfen yeniden sorun.',
  'place.rest':
    'Buraya sığandan fazlası var ({count, plural, one {# ileti} other {# ileti}} daha). Tamamı için bana doğrudan mesajla sorun.',
  'refusal.noView':
    'O kanalı göremiyorum. Orada bana View Channel iznini verin ya da beni sunucuya yeniden davet edin.',
  'refusal.noPost':
    'Orada yazamıyorum. O kanalda bana Send Messages ve Embed Links izinlerini, ileti dizisinde Send Messages in Threads iznini verin.',
  'refusal.directClosed':
    'Oraya doğrudan mesaj gönderemiyorum. Benim de bulunduğum bir sunucuda, gizlilik ayarlarınızdan uygulamaların mesajlarına izin verin.',
  'refusal.threadClosed': 'İleti dizisi kilitli ya da arşivlenmiş. Yeniden açın ya da kanalında abone olun.',
  'refusal.tagWanted': 'Forum her gönderide bir etiket istiyor. Üyelerin kullanabileceği bir etiket ekleyin.',
}
