import type { WordList } from "./word-list"

export const de: WordList = {
  great:
    "super toll* klasse hervorragend* ausgezeichnet* perfekt* fantastisch* großartig* genial* traumhaft* exzellent* spitze* spitzenmäßig* begeistert* begeistern* überragend* wunderbar* wunderschön* liebe lieben top erstklassig* hammer mega einwandfrei* tadellos* bestens vorbildlich* sensationell* rundum_zufrieden immer_wieder_gern* jederzeit_wieder gerne_wieder beste bester bestes besten absolut_empfehlenswert phänomenal* hochzufrieden fehlerfrei makellos* traum",
  good: "gut gute guter gutes guten gutem schön* zufrieden* empfehle empfehlen empfehlenswert* empfehlung freundlich* hilfsbereit* nett* schnell* pünktlich* zuverlässig* hochwertig* bequem* gemütlich* angenehm* praktisch* preiswert* günstig* stabil* freue freut freude danke gefällt gefallen hübsch* leicht unkompliziert* problemlos* reibungslos* sauber* lecker* kuschelig* robust* weich* fair* kompetent* liebevoll* sorgfältig* passt funktioniert gerne gern lohnt lohnenswert wertig* kulant* elegant* stylisch* einfach_zu übersichtlich* dekorativ* edel* besser prima ordentlich* geliebt süß* gelungen* keine_probleme kein_problem nichts_auszusetzen nichts_zu_meckern kann_nicht_klagen nicht_schlecht ohne_probleme wie_beschrieben wie_abgebildet gut_verpackt",
  bad: "gerissen riss zerrissen* zerstört* kleiner_als größer_als niemand_antwortet meldet_sich_nicht meldet_sich_niemand antwortet_nicht reagiert_nicht in_scherben kaum_haltbar dauert_ewig dauerte_ewig unbefriedigend* verwaschen* abgelöst ausgefallen löst_sich durchgefallen hässlich* schlecht* mangelhaft* enttäuscht enttäuschend* enttäuschung* defekt* kaputt* beschädigt* zerbrochen* langsam* unfreundlich* teuer* überteuert* billig* minderwertig* unbequem* verspätet* verspätung* problem* fehler* fehlt fehlte fehlen fehlend* reklam* leider schade ärger* ärgerlich* kratzer* riss risse verkratzt* falsch* unzuverlässig* unangenehm* stinkt stank gestank instabil* wackel* umständlich* kompliziert* unübersichtlich* mühsam* kritik zurückgeschickt zurückgesendet zurückgegeben retourniert* beschwer* wartezeit* warte_immer_noch gewartet unverschämt* schwach* dünn* zu_klein zu_groß zu_eng zu_kurz zu_lang zu_spät geht_nicht verblasst abgebrochen verrostet rost schmutzig* dreckig* ungenügend* unbrauchbar* unpassend* unprofessionell* inkompetent* ignoriert* nie_angekommen nicht_angekommen keine_antwort keine_rückmeldung lässt_zu_wünschen gebrochen hakt abstürzt stürzt absturz zerkratzt verloren schwer_zu fadenscheinig* lieblos*",
  awful:
    "schrecklich* furchtbar* katastroph* grauenhaft* miserabel* unterirdisch* frechheit* betrug* betrüger* schrott* müll mies* horror unmöglich* nie_wieder niemals_wieder finger_weg geldverschwendung rausgeschmissenes abzocke* wertlos* inakzeptabel* unzumutbar* ungenießbar* hasse grottenschlecht* schlimm* schlechteste* schlechtester wutend* wütend* abscheulich* eklig* ekelhaft* saftladen zumutung lüge* scheiße* scheiß*",
  negations:
    "nicht kein keine keinen keiner keinem keines nie niemals ohne weder kaum nichts",
  intensifiers:
    "sehr total absolut extrem wirklich besonders äußerst so richtig echt unglaublich völlig komplett viel überaus ausgesprochen",
  diminishers:
    "etwas bisschen ziemlich eher relativ einigermaßen leicht teilweise manchmal",
  contrasts: "aber jedoch allerdings doch dennoch trotzdem sondern nur",
  stop: "der die das den dem des ein eine einen einem einer und oder ist sind war waren ich du er sie es wir ihr mir mich mein meine meinen zu zum zur im in am an auf aus bei mit nach von vor für um über unter als wie wenn dass auch noch schon sich hat habe haben wird werden wurde kann hier diese dieser dieses bin nur mal da so man was nicht aber sehr alles alle ganz wieder dann sein seine ihre uns bestellung bestellt",
  aspects: {
    delivery:
      "liefer* versand* paket* zustell* verpack* angekommen ankam bestellung_kam dhl hermes post versandt geliefert* sendung* lieferzeit*",
    price: "preis* teuer* günstig* preiswert* kosten geld euro wert rabatt*",
    quality:
      "qualität* verarbeit* material* stoff hochwertig* minderwertig* stabil* haltbar* defekt* kaputt* robust* wertig* kratzer*",
    size: "größe* passform* passt klein groß eng weit lang kurz maße* schnitt",
    service:
      "service* kundenservice* kundendienst* support* mitarbeiter* hotline* antwort* beratung* rückerstatt* reklam* erstattung* kulant* personal verkäufer*",
    product:
      "produkt* artikel* ware tasse* lampe* kissen* farbe* design* geschenk* dekoration* kerze* muster*",
    website:
      "webseite* website* homepage* seite shop onlineshop bestellvorgang* bezahl* kasse app login checkout navigation",
  },
  negates_after: true,
}
