const TEXTS = {
  en: {
    title: "How likely are you to recommend us to a friend or colleague?",
    low: "Not at all likely",
    high: "Extremely likely",
    comment: "What is the main reason for your score? (optional)",
    send: "Send",
    thanks: "Thank you for your answer.",
    change: "You can change it with the same link until it expires.",
    gone: "This link is not valid any more.",
    refused: "Please choose a number from 0 to 10.",
  },
  de: {
    title: "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
    low: "Sehr unwahrscheinlich",
    high: "Sehr wahrscheinlich",
    comment: "Was ist der wichtigste Grund für Ihre Bewertung? (freiwillig)",
    send: "Senden",
    thanks: "Vielen Dank für Ihre Antwort.",
    change: "Sie können sie mit demselben Link ändern, bis er abläuft.",
    gone: "Dieser Link ist nicht mehr gültig.",
    refused: "Bitte wählen Sie eine Zahl von 0 bis 10.",
  },
}
export type NpsLanguage = keyof typeof TEXTS
export type NpsNotice = "thanks" | "gone" | "refused"

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;color:#18181b;margin:0;background:#fafafa}
main{max-width:40rem;margin:3rem auto;padding:2rem;background:#fff;border:1px solid #e4e4e7;border-radius:12px}
fieldset{border:0;padding:0;margin:0}legend{font-size:1.25rem;font-weight:600;padding:0;margin-bottom:1rem}
.scale{display:flex;flex-wrap:wrap;gap:.35rem}.scale label{position:relative}
.scale input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.scale span{display:inline-block;min-width:2.4rem;padding:.5rem 0;text-align:center;border:1px solid #d4d4d8;border-radius:8px}
.scale input:checked+span{background:#18181b;color:#fff}.scale input:focus-visible+span{outline:3px solid #3b82f6}
.ends{display:flex;justify-content:space-between;color:#52525b;font-size:.875rem;margin:.35rem 0 1.25rem}
textarea{width:100%;min-height:6rem;box-sizing:border-box;font:inherit;padding:.5rem;border:1px solid #d4d4d8;border-radius:8px}
button{margin-top:1rem;font:inherit;padding:.6rem 1.4rem;border:0;border-radius:8px;background:#18181b;color:#fff;cursor:pointer}`

/**
 * The page that asks for 0 to 10. It works without a script, and shows nothing of
 * who is asked.
 *
 * @param token - of digits, letters and a dot only
 */
export function npsForm(
  token: string,
  language: NpsLanguage,
  notice?: NpsNotice
): string {
  const text = TEXTS[language]
  const choices = Array.from(
    { length: 11 },
    (_, value) =>
      `<label><input type="radio" name="value" value="${value}" required><span>${value}</span></label>`
  )
  return document(
    language,
    `${notice ? `<p role="alert">${text[notice]}</p>` : ""}
<form method="post"><input type="hidden" name="token" value="${token}">
<fieldset><legend>${text.title}</legend><div class="scale">${choices.join("")}</div>
<div class="ends"><span>0 – ${text.low}</span><span>10 – ${text.high}</span></div></fieldset>
<label for="comment">${text.comment}</label>
<textarea id="comment" name="comment" maxlength="4000"></textarea>
<button type="submit">${text.send}</button></form>`
  )
}

/** A page that says one thing. */
export function npsNotice(notice: NpsNotice, language: NpsLanguage): string {
  const text = TEXTS[language]
  const more = notice === "thanks" ? `<p>${text.change}</p>` : ""
  return document(language, `<p role="status">${text[notice]}</p>${more}`)
}

function document(language: NpsLanguage, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${TEXTS[language].title}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`
}
