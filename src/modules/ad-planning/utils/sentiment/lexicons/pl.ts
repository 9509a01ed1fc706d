import type { WordList } from "./word-list"

export const pl: WordList = {
  great:
    "świetn* doskonał* wspaniał* fantastyczn* idealn* rewelacyjn* rewelacja super cudown* znakomit* genialn* perfekcyjn* przepiękn* najleps* uwielbiam kocham zachwyc* ekstra wyśmienit* wybitn* rewelka bardzo_zadowolon* mistrzostwo wzorow*",
  good: "dobr* dobrze ładn* ładnie pięk* zadowol* polecam poleca szybk* szybko miły miła miłe miło uprzejm* pomocn* dziękuję przydatn* wygodn* praktyczn* łatw* solidn* trwałe trwały tani tania tanie przyjemn* profesjonaln* niezawodn* działa podoba pasuje elegancki* smaczn* rzeteln* sprawn* staranni* starann* bezproblemow* zgodn* terminow* na_czas bez_problemu bez_problemów bez_zastrzeżeń nie_ma_problemu nie_mam_zastrzeżeń nie_najgorsz* warto cieszę fajn* miękk* lubię porządn*",
  bad: "potłuczon* nikt_nie rozbit* rozpad* brzydk* urwał* nie_odpowiad* zły zła złe źle słab* rozczarow* zawiod* wad* uszkodz* zepsut* zepsuł* pęknięt* pękł* wolno powoln* drog* problem* opóźni* błąd błęd* brak brakuje brakowało niestety szkoda krucha kruchy niewygodn* niemił* nieuprzejm* przeciętn* skomplikowan* trudn* brudn* porysowan* reklamacj* zwrot zwróciłem zwróciłam odesłał* skarg* za_mał* za_duż* za_późno za_krótk* nigdy_nie_dotarł* nie_dotarł* nie_doszł* nadal_czekam wciąż_czekam żadnej_odpowiedzi brak_kontaktu przestał* niezadowol* gorsz* zgubi* podart* nie_działa nie_polecam śmierdzi zacina",
  awful:
    "okropn* strasz* fataln* beznadziej* tragedi* tragiczn* koszmar* oszust* oszuka* żenad* żenuj* dno masakra skandal* nigdy_więcej najgorsz* tandet* badziew* złodziej* porażka wstyd śmieć śmieci obrzydliw* niedopuszczaln* wyrzucone_pieniądze szmelc",
  negations: "nie bez nigdy żaden żadna żadnych nic ani",
  intensifiers:
    "bardzo naprawdę niezwykle całkowicie absolutnie tak niesamowicie strasznie mega zdecydowanie zbyt",
  diminishers: "trochę dość nieco raczej w_miarę",
  contrasts: "ale jednak lecz natomiast niestety mimo chociaż choć",
  stop: "i w z na do się jest są był była było to ten ta te tego tej że jak dla po od za o u przez przy oraz lub albo mam mi mnie ja ty on ona my co już też tylko tak a nie ale bardzo czy gdy jego jej ich sobie być zamówienie",
  aspects: {
    delivery:
      "dostaw* przesyłk* paczk* wysyłk* kurier* opakowa* zapakowan* dotarł* dosz* przysz*",
    price: "cen* drog* tani* koszt* pieniąd* złot* rabat* promocj*",
    quality:
      "jakoś* materiał* wykonan* solidn* trwałe trwały wad* zepsut* tkanin*",
    size: "rozmiar* mał* duż* krótk* ciasn* wymiar* pasuje",
    service:
      "obsług* klient* sprzedaw* kontakt* odpowied* zwrot* reklamacj* serwis*",
    product: "produkt* towar* kolor* wzór prezent* kubek* lamp* podusz* świec*",
    website: "stron* sklep_internetowy płatnoś* aplikacj* koszyk* zakup_online",
  },
}
