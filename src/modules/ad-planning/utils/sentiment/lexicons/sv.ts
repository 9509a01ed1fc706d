import type { WordList } from "./word-list"

export const sv: WordList = {
  great:
    "fantastisk* utmärkt* perfekt* underbar* super toppen suverän* strålande älskar jättebra jättenöjd jättefin* supernöjd superbra bäst bästa grym* enastående lysande kanon magisk* otrolig* härlig* överträffade",
  good: "bra fin fint fina nöjd nöjda rekommenderar rekommenderas snabb* snabbt trevlig* hjälpsam* vänlig* tack vacker* vackra snygg* bekväm* praktisk* prisvärd* billig* smidig* enkel* enkelt lätt stabil* pålitlig* fungerar passar gillar glad glada skön* mysig* mjuk* god goda gott proffsig* tydlig* hållbar* inga_problem utan_problem inte_dålig* inget_att_klaga i_tid som_förväntat som_beskrivet",
  bad: "i_bitar ingen_svarar svarar_inte ful fula mycket_mindre spruckit dålig* besviken besvikna besvikelse trasig* skadad* defekt* långsam* dyr* problem fel försenad* försening saknas saknades tyvärr synd obekväm* otrevlig* krånglig* svår* smutsig* repad* repor för_liten för_stor för_kort för_sent för_dyr aldrig_kommit aldrig_fått väntar_fortfarande inget_svar inga_svar returnera* skickade_tillbaka klag* missnöjd* sämre tråkig* gick_sönder sönder kass* sprucken svag* ostadig* lossnade luktar slut_efter",
  awful:
    "hemsk* fruktansvärd* värdelös* katastrof* skräp bedrägeri bedragare lurad* usel* uselt oacceptabel* aldrig_mer hatar värst värsta sämsta skandal skam äcklig* vidrig* slöseri pengarna_i_sjön bluff",
  negations: "inte ej aldrig ingen inget inga utan knappt icke",
  intensifiers:
    "mycket väldigt jätte verkligen otroligt extremt så helt riktigt superduper",
  diminishers: "lite ganska något rätt hyfsat",
  contrasts: "men dock däremot fast trots tyvärr",
  stop: "och i på en ett den det de är var som att av för med till från om har hade jag du han hon vi ni mig min mitt mina sig så kan ska skulle vid efter också nu när eller denna detta inte men mycket bara alla allt",
  aspects: {
    delivery:
      "leverans* levere* paket* frakt* förpack* skickad* kom_fram postnord",
    price: "pris* dyr* billig* kostnad* pengar kronor prisvärd* rabatt*",
    quality: "kvalit* material* tyg* hållbar* trasig* defekt* stabil*",
    size: "storlek* passform passar liten stor kort lång mått",
    service:
      "service kundtjänst kundservice support svar* personal bemöt* återbetal*",
    product:
      "produkt* vara varan varor* färg* design present* mugg* lampa lampan kudd* ljus*",
    website: "hemsid* webbplats* sajt* sida betalning* app webbshop kassan",
  },
  negates_after: true,
}
