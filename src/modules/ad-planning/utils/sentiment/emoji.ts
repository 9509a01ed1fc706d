// Valence of what people write beside words, -3 to 3.
const GREAT =
  "😍 🥰 🤩 💯 ❤ ♥ 💕 💖 💗 💞 💓 💘 💝 🎉 🥳 🏆 🙌 🔥 😻 🤗 💙 💚 💛 🧡 💜 🖤 ✨ 🌟 ⭐"
const GOOD =
  "😊 🙂 😀 😃 😄 😁 😆 😂 🤣 😇 😋 😎 😌 ☺ 👍 👌 👏 🙏 😉 😘 😗 😚 💪 ✅ 🤝 🎁 😸 😺 🌸 🌹 ✌ 🫶 ☀ 🤌"
const BAD =
  "🙁 ☹ 😞 😔 😟 😕 😒 😐 😑 🙄 😤 😢 😥 😓 😩 😫 😖 😣 😰 😧 😬 👎 💔 ❌ 😿 🤔 🤨 😪 ⚠ 🥲 😮‍💨 🤦 🤷"
const AWFUL = "😡 😠 🤬 😭 🤮 🤢 💩 😱 🖕 👿 🚮 🤡"

const VALENCE = new Map<string, number>(
  (
    [
      [GREAT, 3],
      [GOOD, 2],
      [BAD, -2],
      [AWFUL, -3],
    ] as const
  ).flatMap(([list, value]) =>
    list.split(" ").map((emoji) => [emoji, value] as const)
  )
)
// They say little by themselves.
for (const mild of ["🤔", "😐", "😑", "🤷", "⭐", "😂", "🤣", "🙏", "✨"]) {
  VALENCE.set(mild, Math.sign(VALENCE.get(mild)!))
}

const EMOTICONS: [RegExp, number][] = [
  [/(?<![\p{L}\p{N}])(?:[:;=]-?[)D\]]+|<3+|\^\^|[xX]D+)(?!\p{L})/gu, 2],
  [/(?<![\p{L}\p{N}])(?:[:=]'?-?[([]+|>:\(|:-?[/\\](?!\/))(?!\p{L})/gu, -2],
]

const EMOJI = /\p{Extended_Pictographic}/gu
// Skin tones, joiners and variation selectors change no mood.
const MODIFIERS = /\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3/gu
const MAX_REPEATS = 3

export interface ReadEmoji {
  /** The text without emoji and emoticons. */
  text: string
  /** Sum of their valences; of one repeated, at most three count. */
  raw: number
  /** How many say something. */
  count: number
}

/** Takes emoji and emoticons out of a text, and adds up what they say. */
export function readEmoji(text: string): ReadEmoji {
  const seen = new Map<string, number>()
  const note = (sign: string, value: number | undefined) => {
    if (value !== undefined) {
      seen.set(sign, (seen.get(sign) ?? 0) + 1)
    }
    return " "
  }
  const values = new Map<string, number>(VALENCE)
  const plain = text.replace(MODIFIERS, "").replace(EMOJI, (emoji) =>
    // Digits and signs such as # are pictographic only as keycaps.
    /[\d#*©®™]/.test(emoji) ? emoji : note(emoji, VALENCE.get(emoji))
  )
  const rest = EMOTICONS.reduce(
    (left, [pattern, value]) =>
      left.replace(pattern, () => {
        values.set(`${value}`, value)
        return note(`${value}`, value)
      }),
    plain
  )
  let raw = 0
  for (const [sign, times] of seen) {
    raw += values.get(sign)! * Math.min(times, MAX_REPEATS) ** 0.5
  }
  return { text: rest, raw, count: seen.size }
}
