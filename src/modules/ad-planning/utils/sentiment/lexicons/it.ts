import type { WordList } from "./word-list"

export const it: WordList = {
  great:
    "ottim* eccellent* perfett* fantastic* meraviglios* splendid* stupend* eccezional* magnific* favolos* incredibil* superlativ* bellissim* buonissim* adoro amo migliore migliori impeccabil* straordinari* top spettacolar* entusiast* velocissim* gentilissim* consigliatissim* soddisfattissim* strepitos* contentissim* super",
  good: "buon simpatic* veloce buono buona buoni buone bene bello bella belli belle bel soddisfatt* consiglio consigliato consigliata consigliabil* veloc* rapido rapida rapidi gentil* cortes* grazie content* felic* comod* util* pratic* economic* facil* piace piaciut* piacevol* morbid* resistent* robust* puntual* efficient* affidabil* disponibil* funziona elegant* carin* graziosa grazioso conveniente corrett* professional* solido solida delizios* curat* in_tempo senza_problemi nessun_problema niente_male ben_imballato come_descritto ne_vale_la_pena",
  bad: "a_pezzi in_pezzi nessuno_risponde non_rispondono molto_più_piccolo brutt* si_scolla si_è_rotto non_risponde male cattiv* delus* deludent* delusione difett* rott* danneggiat* lento lenta lenti car_o caro cara cari care costoso costosa troppo_caro problem* ritardo* errore* errori sbagliat* manca mancava mancano mancante purtroppo peccato fragil* inutil* insoddisfatt* sgradevol* scomod* mediocr* complicat* difficile sporc* graffi* graffiat* scortes* maleducat* troppo_piccolo troppo_grande troppo_stretto mai_arrivato non_è_arrivato sto_ancora_aspettando nessuna_risposta restituit* reso lament* reclam* scadent* scars* peggio rovinat* ruvid* rumoros* si_blocca rimborso smesso_di_funzionare strappat* economicissim* debol* perso",
  awful:
    "pessim* orribil* terribil* schifo schifos* disastr* vergogn* truff* truffatori spazzatura odio inaccettabil* mai_più peggiore peggiori ladri imbroglio fregatura disgustos* spaventos* indecent* ridicol* soldi_buttati buttare merda incubo",
  negations:
    "non mai senza né nessun nessuna nessuno niente nulla neanche nemmeno",
  intensifiers:
    "molto tanto davvero veramente assolutamente estremamente troppo così totalmente super proprio",
  diminishers: "poco abbastanza piuttosto leggermente quasi relativamente",
  contrasts: "ma però tuttavia invece eppure purtroppo tranne anche_se",
  stop: "il lo la i gli le un uno una di del della dei delle da dal in nel nella con su per tra e o che è sono era ho hai ha abbiamo hanno mi ti si ci vi mio mia questo questa quello come più anche già tutto tutti quando perché se essere stato stata molto ma non al alla ai",
  aspects: {
    delivery:
      "consegn* spedizion* pacco imball* arrivat* corriere* spedit* ricevut*",
    price:
      "prezz* caro cara cari costos* costo soldi euro economic* conveniente sconto*",
    quality:
      "qualità* material* tessut* finitur* resistent* rott* difett* fragil* robust*",
    size: "tagli* misur* piccol* grande grandi corto corta strett* larg* dimension* vestibilità",
    service:
      "servizio* client* assistenza venditor* personale rispost* rimborso staff supporto",
    product:
      "prodott* articol* oggett* color* design regalo tazza tazze lampada cuscin* candel* modello",
    website: "sito* pagina pagament* app navigazione carrello negozio_online",
  },
}
