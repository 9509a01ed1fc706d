/** Made-up reports in the shape in which networks let people download them. */
export const GOOGLE_EN = [
  "Campaign report",
  '"November 1, 2026 - November 3, 2026"',
  "Campaign status,Campaign,Campaign ID,Day,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value",
  'Enabled,Lanterns - Search,31000000111,2026-11-01,GBP,"2,040.50","20,500",188,5.50,610.00',
  'Enabled,Lanterns - Search,31000000111,2026-11-02,GBP,24.34,"2,234",17,0.00,0.00',
  "Paused,Old Banner,31000000222,2026-11-01,GBP,0.00,0,0, --, --",
  'Total: Account, --, --, --,GBP,"2,064.84","22,734",205,5.50,610.00',
].join("\n")

export const GOOGLE_DE = [
  "Kampagnenbericht",
  '"1. November 2026 - 2. November 2026"',
  "Kampagnenstatus,Kampagne,Kampagnen-ID,Tag,Währungscode,Kosten,Impr.,Klicks,Conversions,Conv.-Wert",
  'Aktiviert,Laternen,31000000333,2026-11-01,EUR,"2.034,56","22.345",220,"3,00","450,00"',
  'Aktiviert,Laternen,31000000333,2026-11-02,EUR,"99,90",900,9,"0,50","75,00"',
  'Gesamt: Konto, --, --, --,EUR,"2.134,46","23.245",229,"3,50","525,00"',
].join("\n")

export const META = [
  "Reporting starts,Reporting ends,Campaign name,Campaign ID,Campaign delivery,Day,Results,Impressions,Amount spent (EUR),Link clicks,Purchases,Purchases conversion value",
  "2026-11-01,2026-11-03,,,,,,3400,112.7,48,3,310.5",
  '2026-11-01,2026-11-03,"Lanterns, Prospecting",120219000000000501,active,2026-11-01,4,1200,55.4,20,1,140.5',
  '2026-11-01,2026-11-03,"Lanterns, Prospecting",120219000000000501,active,2026-11-02,5,2200,57.3,28,2,170',
  "2026-11-01,2026-11-03,Quiet,120219000000000502,inactive,2026-11-03,,,0,,,",
].join("\r\n")

export const LINKEDIN = [
  "Campaign Performance Report (in UTC)",
  "Report Start: November 1, 2026, Report End: November 2, 2026",
  "Date Generated: November 30, 2026",
  "",
  "Start Date (in UTC),Account Name,Currency,Campaign Group Name,Campaign Name,Campaign ID,Total Spent,Impressions,Clicks",
  '11/1/2026,Shop,EUR,Default,"Hotels, trade",331100999,"2,234.50",10000,200',
  '11/2/2026,Shop,EUR,Default,"Hotels, trade",331100999,100.00,2000,40',
].join("\n")
