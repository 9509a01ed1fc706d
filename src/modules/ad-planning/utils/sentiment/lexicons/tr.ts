import type { WordList } from "./word-list"

export const tr: WordList = {
  great:
    "mükemmel* harika* muhteşem* süper şahane* bayıldım bayıldık kusursuz* olağanüstü* efsane* en_iyi* aşık fevkalade* müthiş* enfes* çok_beğendim çok_memnun çok_sevdim nefis*",
  good: "iyi güzel* beğendim beğendik beğenildi memnun* tavsiye_ederim tavsiye_ederiz öneririm öneriyorum hızlı* kibar* nazik* teşekkür* yardımsever* ilgili kaliteli* kullanışlı* rahat* ucuz* uygun* kolay* sağlam* sevdim başarılı* şık* yumuşak* lezzetli* zamanında çalışıyor özenli* güvenilir* pratik* hoş* keyifli fena_değil sorunsuz* problemsiz* eksiksiz* tam_zamanında zevkli memnunum beklediğim_gibi",
  bad: "bozul* paramparça kimse_cevap dağıldı soldu soluk çirkin* yanıt_yok kötü* bozuk* kırık* kırıl* hasarlı* hatalı* arızalı* yavaş* pahalı* sorun* problem* geç_geldi gecik* hata* eksik* maalesef yazık* kalitesiz* kullanışsız* rahatsız* kaba* ilgisiz* pişman* beğenmedim beğenmedik memnun_kalmadım memnun_değil* tavsiye_etmem tavsiye_etmiyorum önermem önermiyorum hayal_kırıklığı iade* şikayet* çizik* çok_küçük küçük_geldi büyük_geldi dar_geldi gelmedi ulaşmadı hala_bekliyorum cevap_yok cevap_vermiyor çalışmıyor çalışmadı yanlış* zor* kirli* yırtıl* soldu ince* zayıf* kopt* söküld* leke* donuyor beklet*",
  awful:
    "berbat* rezalet* felaket* iğrenç* korkunç* dolandırıcı* dolandır* çöp* sakın asla nefret* kepaze* skandal* rezil* sahtekar* kandır* en_kötü* paranıza_yazık para_israfı utanç* vasat_altı",
  negations: "değil yok hiç hiçbir ne olmadı",
  intensifiers:
    "çok gerçekten aşırı son_derece kesinlikle oldukça fazla inanılmaz",
  diminishers: "biraz az kısmen",
  contrasts: "ama fakat ancak lakin yine_de rağmen yalnız",
  stop: "ve bir bu şu o de da ile için gibi ben sen biz siz onlar mi mı mu ki daha en her şey var olan olarak kadar sonra önce ürün aldım geldi benim bana ama çok",
  aspects: {
    delivery: "kargo* teslim* paket* geldi gönder* ulaştı ambalaj*",
    price: "fiyat* pahalı* ucuz* para* lira* tl indirim* uygun*",
    quality:
      "kalite* malzeme* kumaş* sağlam* bozuk* kırık* dayanıklı* kaliteli*",
    size: "beden* boyut* küçük* büyük* dar* uzun* kısa* ölçü*",
    service: "hizmet* müşteri* satıcı* destek* iade* cevap* ilgi* personel*",
    product: "ürün* renk* tasarım* hediye* kupa* lamba* yastık* mum*",
    website: "site* sayfa* ödeme* uygulama* sepet* internet*",
  },
  negates_after: true,
}
