import fc from "fast-check"
import {
  emailHash,
  normaliseEmail,
} from "../../../src/modules/ad-planning/utils/identity/email-hash"
import { isExcluded } from "../../../src/modules/ad-planning/utils/identity/exclusion"
import { personName } from "../../../src/modules/ad-planning/utils/identity/person-name"
import { checkProperty } from "./helpers/check-property"

describe("normaliseEmail", () => {
  it.each([
    ["an e-mail", "ann@example.com", "ann@example.com"],
    ["capitals", "Ann.Lee@Example.COM", "ann.lee@example.com"],
    ["spaces around", " \tann@example.com\n", "ann@example.com"],
    ["full-width letters", "ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ann@example.com"],
    ["a plus", "ann+shop@example.com", "ann+shop@example.com"],
    ["dots", "a.n.n@gmail.com", "a.n.n@gmail.com"],
    ["an umlaut", "MÜLLER@EXAMPLE.DE", "müller@example.de"],
    ["a composed letter", "rene\u0301@example.fr", "rené@example.fr"],
    ["a host without a dot", "root@localhost", "root@localhost"],
  ])("of %s", (_case, email, normalised) => {
    expect(normaliseEmail(email)).toBe(normalised)
  })

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["empty text", ""],
    ["blank text", "  "],
    ["a word", "ann"],
    ["no local part", "@example.com"],
    ["no host", "ann@"],
    ["a lone @", "@"],
    ["two @", "ann@lee@example.com"],
    ["a space inside", "ann lee@example.com"],
    ["two e-mails", "ann@example.com, bob@example.com"],
  ])("is null for %s", (_case, email) => {
    expect(normaliseEmail(email)).toBeNull()
  })

  it("is the same when normalised again", () => {
    checkProperty(
      fc.property(fc.emailAddress(), (email) => {
        const once = normaliseEmail(email)
        expect(once).toBe(email.toLowerCase())
        expect(normaliseEmail(` ${email.toUpperCase()} `)).toBe(once)
      })
    )
  })
})

describe("emailHash", () => {
  const secret = "a-secret-of-the-installation"
  // printf %s 'ann@example.com' |
  //   openssl dgst -sha256 -hmac 'a-secret-of-the-installation'
  const hash =
    "22535995390bdbb97dd07c27bf2c3fe9439b4e0bb7e43a643080f7db7cec5b26"

  it.each(["ann@example.com", " ANN@Example.com ", "ａｎｎ@example.com"])(
    "of %j is what openssl says",
    (email) => {
      expect(emailHash(email, secret)).toBe(hash)
    }
  )

  it("is another with another secret", () => {
    expect(emailHash("ann@example.com", `${secret}!`)).not.toBe(hash)
  })

  it.each([undefined, null, "", "ann", "ann@"])("of %j is null", (email) => {
    expect(emailHash(email, secret)).toBeNull()
  })

  it("is 64 hexadecimal digits that do not show the e-mail", () => {
    checkProperty(
      fc.property(fc.emailAddress(), (email) => {
        const digits = emailHash(email, secret) ?? ""
        expect(digits).toMatch(/^[0-9a-f]{64}$/)
        expect(digits).not.toContain(email)
      })
    )
  })
})

describe("personName", () => {
  const ann = { first_name: "Ann", last_name: "Lee" }

  it.each([
    ["the first source", [ann, { first_name: "Bob" }], ["Ann", "Lee"]],
    [
      "spaces around",
      [{ first_name: " Ann ", last_name: " Lee\n" }],
      ["Ann", "Lee"],
    ],
    ["the second, when the first is absent", [null, ann], ["Ann", "Lee"]],
    [
      "the second, when the first is blank",
      [{ first_name: " ", last_name: "" }, ann],
      ["Ann", "Lee"],
    ],
    ["a first name alone", [{ first_name: "Ann" }], ["Ann", "Ann"]],
    ["a last name alone", [{ last_name: "Lee" }], ["Lee", "Lee"]],
    [
      "one source, never two mixed",
      [{ first_name: "Ann" }, { first_name: "Bob", last_name: "Roe" }],
      ["Ann", "Ann"],
    ],
    ["the e-mail's local part, without any", [], ["ann.lee", "ann.lee"]],
    [
      "the e-mail's local part, with blank ones",
      [null, undefined, { first_name: null, last_name: " " }],
      ["ann.lee", "ann.lee"],
    ],
  ])("is %s", (_case, sources, [first_name, last_name]) => {
    expect(personName(sources, " ann.lee@example.com")).toEqual({
      first_name,
      last_name,
    })
  })

  it.each(["", "@example.com", " "])(
    "is Customer for the e-mail %j",
    (email) => {
      expect(personName([], email)).toEqual({
        first_name: "Customer",
        last_name: "Customer",
      })
    }
  )
})

describe("isExcluded", () => {
  const nobody = { emails: [], customer_groups: [] }

  function excludes(pattern: string, email: string | null) {
    return isExcluded({ ...nobody, emails: [pattern] }, { email, groups: [] })
  }

  it.each([
    ["the e-mail itself", "ann@example.com", "ann@example.com", true],
    ["another case", "Ann@Example.com", "ANN@example.COM ", true],
    ["a host", "*@example.com", "ann@example.com", true],
    ["a beginning", "test*", "test-17@example.com", true],
    ["a middle", "ann*@example.com", "ann+test@example.com", true],
    ["a middle of nothing", "ann*@example.com", "ann@example.com", true],
    ["two stars", "*+test@*", "ann+test@shop.de", true],
    ["a star alone", "*", "ann@example.com", true],
    ["a star alone, without an e-mail", "*", null, true],
    ["another host", "*@example.com", "ann@example.com.evil.net", false],
    ["a host's ending", "*@example.com", "ann@my-example.org", false],
    ["a longer e-mail", "ann@example.com", "joann@example.com", false],
    ["a dot for any character", "ann@example.com", "ann@exampleXcom", false],
    ["a plus for a repetition", "an+@example.com", "ann@example.com", false],
    ["a plus as it stands", "an+@example.com", "an+@example.com", true],
    ["a question mark", "an?n@example.com", "ann@example.com", false],
    ["a class", "[a-z]nn@example.com", "ann@example.com", false],
    ["alternatives", "(ann|bob)@example.com", "ann@example.com", false],
    ["a digit class", "ann\\d@example.com", "ann7@example.com", false],
    ["a beginning sign", "^ann@example.com$", "ann@example.com", false],
    ["braces", "an{2}@example.com", "ann@example.com", false],
    ["braces as they stand", "an{2}@example.com", "an{2}@example.com", true],
    ["an e-mail without any", "ann@example.com", null, false],
    ["what is no e-mail", "ann*", "ann", false],
  ])("pattern with %s: %s and %s is %s", (_case, pattern, email, expected) => {
    expect(excludes(pattern, email)).toBe(expected)
  })

  it("knows a customer group by id and by name, spelt alike", () => {
    const staff = { id: "cusgroup_1", name: "Staff" }
    const order = { email: "ann@example.com", groups: [staff] }
    const by = (group: string) =>
      isExcluded({ ...nobody, customer_groups: [group] }, order)
    expect(by("cusgroup_1")).toBe(true)
    expect(by("Staff")).toBe(true)
    expect(by("staff")).toBe(false)
    expect(by("Staff*")).toBe(false)
    expect(by("cusgroup_2")).toBe(false)
  })

  it("excludes nobody by default", () => {
    const order = {
      email: "test@example.com",
      groups: [{ id: "cusgroup_1", name: "Staff" }],
    }
    expect(isExcluded(nobody, order)).toBe(false)
  })

  it("takes every character but the star for itself", () => {
    checkProperty(
      fc.property(
        fc.stringMatching(/^[a-z.+?^${}()|[\]\\]{1,8}$/),
        fc.stringMatching(/^[a-z.+?^${}()|[\]\\]{1,8}$/),
        (wanted, other) => {
          const pattern = `${wanted}@example.com`
          expect(excludes(pattern, pattern)).toBe(true)
          expect(excludes(pattern, `${other}@example.com`)).toBe(
            wanted === other
          )
        }
      )
    )
  })
})
