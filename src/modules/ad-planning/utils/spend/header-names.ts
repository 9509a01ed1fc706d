import type { HeaderLanguage, SpendField } from "../../types"

/** The reports that are known by their columns; `own` is this plugin's template. */
export const REPORT_PLATFORMS = [
  "own",
  "google",
  "meta",
  "tiktok",
  "linkedin",
  "microsoft",
  "pinterest",
  "snapchat",
  "reddit",
  "x",
] as const
export type ReportPlatform = (typeof REPORT_PLATFORMS)[number]

/** Names of one field, separated by `|`; where a file has several, the first counts. */
type Names = Partial<Record<SpendField, string>>
type Report = Partial<Record<HeaderLanguage, Names>>

// Words that the reports of one network and no other have: which one a file is of.
export const SIGNATURES: Record<ReportPlatform, string> = {
  own: "external id",
  google:
    "impr|conv value|campaign status|kampagnenstatus|conv.-wert|conv-wert|etat de la campagne|estado de la campana|stato campagna|status da campanha|campagnestatus|cost / conv|avg cpc|interaction rate|wahrungscode|code de devise|codigo de moneda|codice valuta|codigo da moeda|valutacode|currency code|network (with search partners)",
  meta: "amount spent|reporting starts|reporting ends|attribution setting|result indicator|campaign delivery|ausgegebener betrag|montant depense|importe gastado|importo speso|valor usado|montante gasto|valor gasto|besteed bedrag|berichtsbeginn|auslieferung der kampagne|debut des rapports|inicio del informe|inizio dei report|inicio dos relatorios|start rapportage|begin rapportage|diffusion de la campagne|entrega de la campana",
  tiktok:
    "by day|clicks (destination)|clicks (all)|cpc (destination)|ctr (destination)|stat time day|primary status|total complete payment|total purchase value|cost per conversion|tiktok",
  linkedin:
    "total spent|campaign group name|campaign group id|total social actions|start date (in utc)|total engagements|lead form opens|gesamtausgaben|kampagnengruppenname|total depense|total gastado|nom du groupe de campagnes",
  microsoft:
    "gregorian date|gregorianisches datum|campaignname|campaignid|currencycode|timeperiod|top impr share|delivered match type|bid match type|avg cpm|top vs other|spend/conv",
  pinterest:
    "spend in account currency|pin clicks|paid impressions|outbound clicks|saves|total order value (checkout)|pin-klicks|ad group spend",
  snapchat:
    "swipe ups|swipe up rate|paid impressions|ecpsu|paid ecpm|screen time|story opens|swipes|purchases value|ecpsv",
  reddit:
    "ecpm|upvotes|downvotes|subreddit|community|viewable impressions|amount spent|purchase (conversions)|total value of purchase conversions",
  x: "time period|funding source name|funding source id|objective|billed engagements|tweet engagements|post engagements|cost per engagement|media views|link clicks rate|ad group url|results type",
}

/**
 * Names of columns in the reports that networks let people download, in the
 * languages of their interfaces; compared by `fold`, so without case and accents.
 * Names of amounts without their currency in brackets.
 *
 * Sources: support.google.com/google-ads/answer/2454072 (reports) and
 * developers.google.com/google-ads/api/docs/reporting/uireports (columns by name);
 * facebook.com/business/help/264160060861852 (exports of Ads Manager);
 * ads.tiktok.com/help/article/all-metrics; linkedin.com/help/lms/answer/a425689;
 * learn.microsoft.com/advertising/guides/report-attributes-performance-statistics;
 * help.pinterest.com/business/article/metrics-glossary;
 * businesshelp.snapchat.com (Ads Manager metrics); business.reddithelp.com (Metric
 * definitions); business.x.com/help/campaign-measurement-and-analytics. Each in the
 * language named, by the language switch of the page; and files of users in public
 * repositories for Meta's German, French, Spanish, Italian and Dutch.
 */
export const HEADER_NAMES: Record<ReportPlatform, Report> = {
  own: {
    en: {
      platform: "platform|network|source",
      external_id: "external id|campaign id",
      campaign: "campaign|campaign name",
      date: "date|day",
      currency: "currency|currency code",
      spend: "spend|cost|amount",
      impressions: "impressions",
      clicks: "clicks",
      conversions: "conversions",
      value: "value|conversion value",
      account: "account|account name",
    },
  },
  google: {
    en: {
      campaign: "campaign|campaign name",
      external_id: "campaign id",
      currency: "currency code|currency",
      spend: "cost",
      impressions: "impr|impressions",
      clicks: "clicks|interactions",
      conversions: "conversions|conv",
      value: "conv value|conversion value|all conv value|total conv value",
      account: "account name|account|customer name",
    },
    de: {
      campaign: "kampagne|kampagnenname",
      external_id: "kampagnen-id",
      currency: "wahrungscode|wahrung",
      spend: "kosten",
      impressions: "impr|impressionen",
      clicks: "klicks",
      conversions: "conversions|conv",
      value: "conv.-wert|conv-wert|conversion-wert|wert der conv",
      account: "kontoname|konto",
    },
    fr: {
      campaign: "campagne|nom de la campagne",
      external_id:
        "id de la campagne|id de campagne|identifiant de la campagne|numero de la campagne",
      currency: "code de devise|code de la devise|devise",
      spend: "cout|couts",
      impressions: "impr|impressions",
      clicks: "clics",
      conversions: "conversions|conv",
      value: "valeur de conv|valeur conv|valeur de conversion|val. conv",
      account: "nom du compte|compte",
    },
    es: {
      campaign: "campana|nombre de la campana",
      external_id:
        "id de la campana|id de campana|identificador de la campana|id. de campana",
      currency: "codigo de moneda|codigo de divisa|moneda|divisa",
      spend: "coste|costo|costes",
      impressions: "impr|impresiones",
      clicks: "clics",
      conversions: "conversiones|conv",
      value:
        "valor de conv|valor conv|valor de conversion|valor de la conversion",
      account: "nombre de la cuenta|cuenta",
    },
    it: {
      campaign: "campagna|nome campagna|nome della campagna",
      external_id: "id campagna|id della campagna",
      currency: "codice valuta|codice della valuta|valuta",
      spend: "costo|costi",
      impressions: "impr|impressioni",
      clicks: "clic",
      conversions: "conversioni|conv",
      value: "valore conv|valore di conversione|valore conversione",
      account: "nome account|account",
    },
    pt: {
      campaign: "campanha|nome da campanha",
      external_id: "id da campanha|codigo da campanha|id de campanha",
      currency: "codigo da moeda|codigo de moeda|moeda",
      spend: "custo|custos",
      impressions: "impr|impressoes",
      clicks: "cliques",
      conversions: "conversoes|conv",
      value: "valor da conv|valor conv|valor de conversao|valor de conv",
      account: "nome da conta|conta",
    },
    nl: {
      campaign: "campagne|campagnenaam",
      external_id: "campagne-id|id van campagne",
      currency: "valutacode|valuta",
      spend: "kosten",
      impressions: "vert|vertoningen|weerg|weergaven|impr",
      clicks: "klikken|klik",
      conversions: "conversies|conv",
      value: "conv.waarde|conv waarde|conv.-waarde|conversiewaarde",
      account: "accountnaam|account",
    },
  },
  meta: {
    en: {
      campaign: "campaign name|campaign",
      external_id: "campaign id",
      start: "reporting starts",
      end: "reporting ends",
      currency: "currency",
      spend: "amount spent",
      impressions: "impressions",
      clicks: "clicks (all)|link clicks|clicks",
      conversions: "purchases|website purchases",
      value: "purchases conversion value|website purchases conversion value",
      account: "account name|ad account name",
    },
    de: {
      campaign: "kampagnenname|name der kampagne",
      external_id: "kampagnen-id|campaign id",
      start:
        "berichtsbeginn|beginn des berichts|anfang des berichts|auswertungsstart|beginn der berichterstellung",
      end: "berichtsende|ende des berichts|auswertungsende|ende der berichterstellung",
      currency: "wahrung",
      spend: "ausgegebener betrag",
      impressions: "impressionen",
      clicks: "klicks (alle)|link-klicks|linkklicks|klicks",
      conversions: "kaufe|website-kaufe",
      value:
        "conversion-wert fur kaufe|conversion-wert von kaufen|conversion-wert der kaufe|kauf-conversion-wert",
      account: "kontoname|name des werbekontos",
    },
    fr: {
      campaign: "nom de la campagne",
      external_id:
        "id de la campagne|identifiant de campagne|identifiant de la campagne",
      start: "debut des rapports|debut du rapport",
      end: "fin des rapports|fin du rapport",
      currency: "devise",
      spend: "montant depense",
      impressions: "impressions",
      clicks: "clics (tous)|clics sur un lien|clics sur le lien",
      conversions: "achats|achats sur le site web",
      value: "valeur de conversion des achats|valeur de conversion de l'achat",
      account: "nom du compte",
    },
    es: {
      campaign: "nombre de la campana",
      external_id:
        "identificador de la campana|id de la campana|identificador de campana",
      start: "inicio del informe|inicio de los informes",
      end: "fin del informe|fin de los informes|finalizacion del informe",
      currency: "divisa|moneda",
      spend: "importe gastado|cantidad gastada",
      impressions: "impresiones",
      clicks: "clics (todos)|clics en el enlace",
      conversions: "compras|compras en el sitio web",
      value:
        "valor de conversion de compras|valor de conversion de las compras",
      account: "nombre de la cuenta",
    },
    it: {
      campaign: "nome della campagna|nome campagna",
      external_id:
        "id campagna|id della campagna|identificativo della campagna",
      start:
        "inizio dei report|inizio del report|inizio report|inizio resoconto",
      end: "fine dei report|fine del report|fine report|fine resoconto",
      currency: "valuta",
      spend: "importo speso",
      impressions: "impression|impressioni|visualizzazioni",
      clicks: "clic (tutti)|clic sul link",
      conversions: "acquisti|acquisti sul sito web",
      value:
        "valore di conversione degli acquisti|valore di conversione dell'acquisto",
      account: "nome dell'account|nome account",
    },
    pt: {
      campaign: "nome da campanha",
      external_id: "identificacao da campanha|id da campanha",
      start: "inicio dos relatorios|inicio do relatorio",
      end: "termino dos relatorios|fim dos relatorios|encerramento dos relatorios|fim do relatorio",
      currency: "moeda",
      spend: "valor usado|montante gasto|valor gasto",
      impressions: "impressoes",
      clicks: "cliques (todos)|cliques no link|cliques na ligacao",
      conversions: "compras|compras no site",
      value:
        "valor de conversao da compra|valor de conversao de compras|valor de conversao das compras",
      account: "nome da conta",
    },
    nl: {
      campaign: "campagnenaam|naam campagne|naam van campagne",
      external_id: "campagne-id",
      start: "start rapportage|begin rapportage|begin van rapportage",
      end: "einde rapportage|einde van rapportage",
      currency: "valuta",
      spend: "besteed bedrag",
      impressions: "weergaven|vertoningen",
      clicks:
        "klikken (alle)|klikken op links|klikken op link|linkklikken|linkkliks",
      conversions: "aankopen|websiteaankopen",
      value: "conversiewaarde van aankopen|conversiewaarde aankopen",
      account: "accountnaam",
    },
  },
  tiktok: {
    en: {
      campaign: "campaign name|campaign",
      external_id: "campaign id",
      date: "by day|stat time day",
      currency: "currency|primary currency|account currency",
      spend: "cost|total cost|spend",
      impressions: "impressions|impression",
      clicks:
        "clicks (destination)|clicks (all)|clicks|click|destination clicks",
      conversions: "conversions|conversion|total conversions|complete payment",
      value:
        "total purchase value|total complete payment value|conversion value",
      account: "account name|advertiser name",
    },
    de: { date: "nach tag", spend: "kosten|gesamtkosten" },
    fr: { date: "par jour", spend: "cout|cout total" },
    es: { date: "por dia", spend: "coste|costo|coste total" },
    it: { date: "per giorno", spend: "costo|costo totale" },
    pt: { date: "por dia", spend: "custo|custo total" },
    nl: { date: "per dag|op dag", spend: "kosten|totale kosten" },
  },
  linkedin: {
    en: {
      campaign: "campaign name",
      external_id: "campaign id",
      start: "start date",
      end: "end date",
      currency: "currency",
      spend: "total spent",
      impressions: "impressions",
      clicks: "clicks|total clicks",
      conversions: "conversions|total conversions",
      value: "total conversion value|conversion value",
      account: "account name",
    },
    de: {
      start: "startdatum",
      end: "enddatum",
      spend: "gesamtausgaben|ausgaben insgesamt|gesamtbetrag",
    },
    fr: {
      start: "date de debut",
      end: "date de fin",
      spend: "total depense|depenses totales|montant total depense",
    },
    es: {
      start: "fecha de inicio",
      end: "fecha de finalizacion|fecha de fin",
      spend: "total gastado|gasto total|importe total gastado",
    },
    it: {
      start: "data di inizio",
      end: "data di fine",
      spend: "totale speso|spesa totale|importo totale speso",
    },
    pt: {
      start: "data de inicio",
      end: "data de termino|data de fim",
      spend: "total gasto|gasto total|valor total gasto",
    },
    nl: {
      start: "startdatum",
      end: "einddatum",
      spend: "totaal besteed|totale uitgaven",
    },
  },
  microsoft: {
    en: {
      campaign: "campaign|campaign name|campaignname",
      external_id: "campaign id|campaignid",
      date: "gregorian date|timeperiod|time period",
      currency: "currency code|currencycode|currency",
      spend: "spend|cost",
      impressions: "impressions|impr",
      clicks: "clicks",
      conversions: "conversions|conv|all conversions",
      value: "revenue|all revenue|conv value",
      account: "account name|accountname|account",
    },
    de: {
      date: "gregorianisches datum",
      spend: "ausgaben",
      value: "umsatz|ertrag",
    },
    fr: {
      date: "date gregorienne",
      spend: "depenses|depense",
      value: "revenus|chiffre d'affaires|revenu",
    },
    es: {
      date: "fecha gregoriana",
      spend: "gasto|gastos|inversion",
      value: "ingresos",
    },
    it: {
      date: "data gregoriana",
      spend: "spesa|spese",
      value: "ricavi|entrate",
    },
    pt: {
      date: "data gregoriana",
      spend: "gasto|gastos|despesa",
      value: "receita",
    },
    nl: {
      date: "gregoriaanse datum",
      spend: "uitgaven|besteding",
      value: "omzet|opbrengst",
    },
  },
  pinterest: {
    en: {
      campaign: "campaign name|campaign",
      external_id: "campaign id",
      currency: "currency|account currency",
      spend: "spend in account currency|spend",
      impressions: "impressions|paid impressions",
      clicks: "pin clicks|outbound clicks|clicks",
      conversions:
        "total conversions (checkout)|checkouts|total conversions|conversions",
      value: "total order value (checkout)|total order value|conversion value",
      account: "account name|advertiser name",
    },
    de: { spend: "ausgaben in kontowahrung|ausgaben", clicks: "pin-klicks" },
    fr: {
      spend: "depenses dans la devise du compte|depenses",
      clicks: "clics sur l'epingle|clics sur epingle",
    },
    es: {
      spend: "gasto en la moneda de la cuenta|gasto",
      clicks: "clics en el pin",
    },
    it: {
      spend: "spesa nella valuta dell'account|spesa",
      clicks: "clic sul pin",
    },
    pt: {
      spend: "gasto na moeda da conta|gastos",
      clicks: "cliques no pin",
    },
    nl: {
      spend: "uitgaven in accountvaluta|uitgaven",
      clicks: "pinklikken|klikken op pin",
    },
  },
  snapchat: {
    en: {
      campaign: "campaign name|campaign",
      external_id: "campaign id",
      start: "start time|start date",
      end: "end time|end date",
      currency: "currency",
      spend: "amount spent|spend|spent",
      impressions: "paid impressions|impressions",
      clicks: "swipe ups|swipes|clicks|swipe-ups",
      conversions: "purchases|conversions",
      value: "purchases value|purchase value|conversion value",
      account: "ad account name|account name",
    },
  },
  reddit: {
    en: {
      campaign: "campaign name|campaign",
      external_id: "campaign id",
      currency: "currency",
      spend: "amount spent|spend",
      impressions: "impressions",
      clicks: "clicks",
      conversions: "purchase (conversions)|conversions|purchases",
      value: "total value of purchase conversions|conversion value",
      account: "account name|ad account",
    },
  },
  x: {
    en: {
      campaign: "campaign name|campaign",
      external_id: "campaign id",
      date: "time period",
      currency: "currency",
      spend: "spend|total spend",
      impressions: "impressions",
      clicks: "clicks|link clicks|url clicks",
      conversions: "purchases|site purchases|conversions",
      value: "purchases - sale amount|sale amount|conversion value",
      account: "account name|funding source name",
    },
  },
}
