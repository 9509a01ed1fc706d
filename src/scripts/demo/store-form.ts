import type { MedusaContainer } from "@medusajs/framework/types"
import { FORMS_MODULE } from "../../host-modules/forms"
import type FormsService from "../../host-modules/forms/service"

const HANDLE = "contact"

/** A form that a storefront can send, at /web/forms/contact/responses. */
export async function ensureForm(container: MedusaContainer) {
  const forms = container.resolve<FormsService>(FORMS_MODULE)
  const [known] = await forms.listForms({ handle: HANDLE }, { take: 1 })
  if (known) {
    return
  }
  const form = await forms.createForms({ name: "Contact", handle: HANDLE })
  await forms.createFormFields([
    { form_id: form.id, name: "name", label: "Your name", order: 1 },
    {
      form_id: form.id,
      name: "message",
      label: "Your message",
      type: "textarea",
      required: true,
      order: 2,
    },
  ])
}
