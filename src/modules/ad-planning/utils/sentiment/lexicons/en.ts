import type { WordList } from "./word-list"

/** Tells English, its clauses and aspects; what words are worth, the analysers say. */
export const ENGLISH: WordList = {
  great:
    "excellent amazing awesome perfect* love loved loves fantastic wonderful superb brilliant outstanding best incredible gorgeous stunning",
  good: "good great nice happy pleased satisfied recommend* quality fast quick quickly lovely beautiful* helpful friendly comfortable sturdy thanks thank works easy soft cute fine decent",
  bad: "bad poor poorly slow broken broke disappointed disappointing late damaged cheap expensive rude missing wrong faulty flimsy problem problems issue issues unfortunately defective returned refund",
  awful:
    "terrible awful horrible worst garbage junk scam useless rubbish hate hated waste disgusting",
  negations:
    "not no never don't doesn't didn't won't wasn't isn't can't cannot nothing without",
  intensifiers: "very really so extremely absolutely totally too super",
  diminishers: "slightly somewhat little bit fairly",
  contrasts: "but however although yet except unfortunately",
  stop: "the a an and or is are was were i you he she it we they me my your his her our their this that these those to of in on at for with from by as be been being have has had do does did will would can could should just also all some any one out up down about when which who what there here than then if so because after before only very not but more much got get it's i'm i've order ordered bought item product",
  aspects: {
    delivery:
      "deliver* shipp* ship shipment arriv* parcel package* packag* packed courier post postage dispatch* tracking carrier",
    price:
      "price* pric* cost* expensive cheap cheaper value money affordable overpriced worth bargain discount* refund_price pound* dollar* euro*",
    quality:
      "quality material* fabric sturdy flimsy durable broke* broken made craftsmanship solid finish faulty defective crack* chipped stitching workmanship",
    size: "size* sizing fit fits fitted small* large* big bigger tight loose short long dimension* width length",
    service:
      "service support staff seller customer_service customer_care refund* replied reply response helpful rude return* agent* team representative*",
    product:
      "product* item* mug* lamp* cushion* colour* color* design* gift* candle* pattern decoration* bag* sign",
    website:
      "website site webpage checkout app page* online cart basket login payment navigation",
  },
}
