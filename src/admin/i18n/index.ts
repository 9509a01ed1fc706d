import de from "./json/de.json"
import en from "./json/en.json"

// Under a namespace of our own: no host's text has the same key.
export default {
  de: { "ad-planning": de },
  en: { "ad-planning": en },
}
