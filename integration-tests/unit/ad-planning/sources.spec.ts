import {
  foreignReferrer,
  hostOf,
  isWithin,
} from "../../../src/modules/ad-planning/utils/attribution/referrer"
import {
  sourceCategory,
  sourcePlatform,
} from "../../../src/modules/ad-planning/utils/attribution/source-categories"
import { sourceWords } from "../../../src/modules/ad-planning/utils/attribution/source-words"
import { HOSTILE_TEXTS, RULES } from "./helpers/touches"

describe("hostOf", () => {
  it.each([
    ["a URL", "https://www.google.com/search?q=shirt", "www.google.com"],
    ["capitals", "HTTPS://WWW.Google.COM/", "www.google.com"],
    ["a port", "http://shop.com:8080/x", "shop.com"],
    ["a user", "https://ann:secret@shop.com/", "shop.com"],
    ["a bare host", "shop.com", "shop.com"],
    ["a bare host with a path", "shop.com/shirts?x=1", "shop.com"],
    ["an app", "android-app://com.pinterest/", "com.pinterest"],
    ["an address", "http://192.0.2.7/", "192.0.2.7"],
    ["an umlaut", "https://müller.de/", "xn--mller-kva.de"],
  ])("of %s", (_case, address, host) => {
    expect(hostOf(address)).toBe(host)
  })

  it.each([
    ["nothing", null],
    ["empty text", ""],
    ["a path", "/shirts"],
    ["a query", "?utm_source=google"],
    ["a host without a dot", "https://localhost:9000/"],
    ["a word", "newsletter"],
    ["a blank page", "about:blank"],
    ["script", "javascript:alert(1)"],
    ["an IPv6 address", "http://[::1]/"],
    ["spaces", "not a url.com"],
    ["a scheme alone", "https://"],
    ["a port that is none", "https://shop.com:99999/"],
  ])("is null for %s", (_case, address) => {
    expect(hostOf(address)).toBeNull()
  })

  const dotless = HOSTILE_TEXTS.filter((text) => !text.includes("."))
  it.each(dotless)("is null for %j", (text) => {
    expect(hostOf(text)).toBeNull()
  })
})

describe("isWithin", () => {
  it.each([
    ["the domain", "shop.com", true],
    ["a sub-domain", "www.shop.com", true],
    ["a sub-domain's sub-domain", "a.b.shop.com", true],
    ["the second domain", "m.shop.de", true],
    ["a longer name", "myshop.com", false],
    ["a longer domain", "shop.com.evil.net", false],
    ["the ending alone", "com", false],
    ["another ending", "shop.net", false],
    ["nothing", "", false],
  ])("%s: %s is %s", (_case, host, expected) => {
    expect(isWithin(host, ["shop.com", "shop.de"])).toBe(expected)
  })

  it("is false without domains", () => {
    expect(isWithin("shop.com", [])).toBe(false)
  })
})

describe("foreignReferrer", () => {
  const landing = "https://landing.example/shirts"

  it.each([
    ["a search", "https://www.google.com/", "www.google.com"],
    ["a blog", "https://blog.example/post", "blog.example"],
    ["a bare host", "l.facebook.com", "l.facebook.com"],
    ["a name like the shop's", "https://notshop.com/", "notshop.com"],
    ["a name like a provider's", "https://mypaypal.com/", "mypaypal.com"],
    ["Google itself, not its payments", "https://google.com/", "google.com"],
  ])("is the host of %s", (_case, referrer, host) => {
    expect(foreignReferrer(referrer, landing, RULES)).toBe(host)
  })

  it.each([
    ["nobody", null],
    ["a path", "/cart"],
    ["the shop", "https://shop.com/cart"],
    ["a sub-domain of the shop", "https://checkout.shop.com/"],
    ["the shop's other domain", "https://www.shop.de/"],
    ["the landing page's own host", "https://landing.example/"],
    ["Stripe", "https://checkout.stripe.com/c/pay"],
    ["PayPal", "https://www.paypal.com/"],
    ["Klarna", "https://pay.klarna.com/"],
    ["Adyen", "https://checkoutshopper-live.adyen.com/"],
    ["Mollie", "https://www.mollie.com/"],
    ["Google Pay", "https://pay.google.com/"],
    ["Amazon Pay", "https://payments.amazonpay.com/"],
    ["Razorpay", "https://api.razorpay.com/"],
  ])("is null when the visitor came from %s", (_case, referrer) => {
    expect(foreignReferrer(referrer, landing, RULES)).toBeNull()
  })

  it("is the payment provider's host when the options name none", () => {
    const rules = { own_domains: [], payment_referrers: [] }
    expect(foreignReferrer("https://paypal.com/", null, rules)).toBe(
      "paypal.com"
    )
  })
})

describe("sourceWords", () => {
  it.each([
    ["google", ["google"]],
    ["Google", ["google"]],
    ["facebook_ads", ["facebook", "ads"]],
    ["google / cpc", ["google", "cpc"]],
    ["facebook.com", ["facebook", "com"]],
    ["l.facebook.com", ["facebook"]],
    ["www.google.co.uk", ["google"]],
    ["www.google.com.br", ["google"]],
    ["co.pinterest.com", ["pinterest"]],
    ["meta.example.org", ["example"]],
    ["google.example.co.uk", ["example"]],
    ["com.pinterest", ["com", "pinterest"]],
    ["com.facebook.katana", ["facebook"]],
    ["mail.google.com", []],
    ["com.google.android.gm", []],
    ["my-google.com", ["my-google", "com"]],
    ["t.co", ["twitter"]],
    ["www.x.com", ["x"]],
    ["M.ME", ["messenger"]],
    ["lnkd.in", ["linkedin"]],
    [" pin.it ", ["pinterest"]],
    ["", []],
    ["(direct)", ["direct"]],
    ["---", []],
  ])("of %s are %j", (source, words) => {
    expect(sourceWords(source)).toEqual(words)
  })
})

describe("sourceCategory", () => {
  it.each([
    ["google", "search"],
    ["GOOGLE", "search"],
    ["www.google.de", "search"],
    ["google_ads", "search"],
    ["cn.bing.com", "search"],
    ["search.yahoo.com", "search"],
    ["duckduckgo.com", "search"],
    ["ecosia.org", "search"],
    ["m.search.naver.com", "search"],
    ["facebook", "social"],
    ["fb", "social"],
    ["ig", "social"],
    ["l.instagram.com", "social"],
    ["lm.facebook.com", "social"],
    ["t.co", "social"],
    ["x", "social"],
    ["x.com", "social"],
    ["old.reddit.com", "social"],
    ["tiktok", "social"],
    ["de.pinterest.com", "social"],
    ["web.whatsapp.com", "social"],
    ["amazon.co.uk", "shopping"],
    ["ebay", "shopping"],
    ["etsy.com", "shopping"],
    ["idealo.de", "shopping"],
    ["youtube.com", "video"],
    ["youtu.be", "video"],
    ["vimeo", "video"],
    ["twitch.tv", "video"],
    ["ntp.msn.com", "search"],
    ["dogpile.com", "search"],
    ["news.google.com", "search"],
    ["groups.google.com", "social"],
    ["m.blog.naver.com", "social"],
    ["answers.yahoo.com", "social"],
    ["line", "social"],
    ["m.yelp.com", "social"],
    ["wordpress.com", "social"],
    ["medium.com", "social"],
    ["ted.com", "video"],
    ["away.vk.com", "social"],
    ["shopping.yahoo.co.jp", "shopping"],
    ["cr2.shopping.naver.com", "shopping"],
    ["Google Shopping", "shopping"],
    ["IGShopping", "shopping"],
    ["checkout.shopify.com", "shopping"],
    ["uk.shopping.net", "shopping"],
    ["music.youtube.com", "video"],
    ["fast.wistia.net", "video"],
  ])("%s is %s", (source, category) => {
    expect(sourceCategory(source)).toBe(category)
  })

  it.each([
    ["newsletter"],
    ["mail.google.com"],
    ["mail.yahoo.com"],
    ["notgoogle.com"],
    ["googleish"],
    ["x-mas"],
    ["x_mas_mail"],
    ["ig-metall.de"],
    ["brave-new-shop.com"],
    ["silk-threads.co.uk"],
    ["amazon-fans.blog.example"],
    ["metadata.org"],
    ["askubuntu.com"],
    ["meta.example.org"],
    ["google.example.co.uk"],
    ["medium-rare.example"],
    ["blogger_anna"],
    ["line sale"],
    ["ask ted"],
    ["shopping-guide.example"],
    ["blog.example"],
  ])("%s is none of these", (source) => {
    expect(sourceCategory(source)).toBeNull()
  })

  it.each(HOSTILE_TEXTS)("%j is none of these", (text) => {
    expect(sourceCategory(text)).toBeNull()
  })
})

describe("sourcePlatform", () => {
  it.each([
    ["facebook", "meta"],
    ["FB", "meta"],
    ["ig", "meta"],
    ["Instagram_Stories", "meta"],
    ["l.facebook.com", "meta"],
    ["m.me", "meta"],
    ["google", "google"],
    ["google-ads", "google"],
    ["adwords", "google"],
    ["www.youtube.com", "google"],
    ["youtu.be", "google"],
    ["dv360", "google"],
    ["bing", null],
    ["tiktok", null],
    ["newsletter", null],
    ["mail.google.com", null],
    ["metadata.org", null],
    ["ig-metall.de", null],
    ["googlewatchers.example", null],
    ["", null],
  ])("of %s is %s", (source, platform) => {
    expect(sourcePlatform(source)).toBe(platform)
  })

  it.each(HOSTILE_TEXTS)("of %j is null", (text) => {
    expect(sourcePlatform(text)).toBeNull()
  })
})
