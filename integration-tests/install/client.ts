/** What the store's script of `create-store.ts` made. */
export interface StoreIds {
  publishable_key: string
  region_id: string
  shipping_option_id: string
  variant_id: string
}

/** Calls a store over HTTP, as its dashboard and its storefront do. */
export class Client {
  private token = ""

  constructor(private readonly url: string) {}

  async logIn(email: string, password: string) {
    const { token } = await this.call("POST", "/auth/user/emailpass", {
      body: { email, password },
    })
    this.token = token
  }

  get(path: string) {
    return this.call("GET", path, { headers: this.authorization() })
  }

  post(path: string, body: object) {
    return this.call("POST", path, { body, headers: this.authorization() })
  }

  async status(method: string, path: string): Promise<number> {
    return (await fetch(`${this.url}${path}`, { method })).status
  }

  /** Buys one piece through the store API, from cart to order. */
  async buy(
    store: StoreIds,
    email: string,
    metadata: Record<string, string>
  ): Promise<{ id: string; total: number }> {
    const address = {
      first_name: "Ann",
      last_name: "Lee",
      address_1: "Street 1",
      city: "Berlin",
      postal_code: "10115",
      country_code: "de",
    }
    const post = (path: string, body: object) =>
      this.call("POST", `/store${path}`, {
        body,
        headers: { "x-publishable-api-key": store.publishable_key },
      })
    const { cart } = await post("/carts", {
      region_id: store.region_id,
      email,
      shipping_address: address,
      billing_address: address,
      items: [{ variant_id: store.variant_id, quantity: 1 }],
      metadata,
    })
    await post(`/carts/${cart.id}/shipping-methods`, {
      option_id: store.shipping_option_id,
    })
    const { payment_collection: collection } = await post(
      "/payment-collections",
      { cart_id: cart.id }
    )
    await post(`/payment-collections/${collection.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
    const { order } = await post(`/carts/${cart.id}/complete`, {})
    return order
  }

  private authorization() {
    return { authorization: `Bearer ${this.token}` }
  }

  private async call(
    method: string,
    path: string,
    { body, headers }: { body?: object; headers?: Record<string, string> }
  ) {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body && JSON.stringify(body),
    })
    if (!response.ok) {
      throw new Error(
        `${method} ${path}: ${response.status} ${await response.text()}`
      )
    }
    return await response.json()
  }
}
