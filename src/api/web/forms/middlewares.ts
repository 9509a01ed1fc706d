import type { MiddlewareRoute } from "@medusajs/framework/http"

import { FORMS_MODULE } from "../../../host-modules/forms"
import { isStandIn } from "../../../lib/host-modules"
import { BEACON_SIZE_LIMIT, parseBeaconBody, webCors } from "../../utils/beacon"
import { validateBody } from "../../utils/validate"
import { WebCreateFormResponse } from "./validators"

const PATH = "/web/forms/:handle/responses"

/** None in a host with forms of its own: they would run on its routes. */
export const webFormsMiddlewares: MiddlewareRoute[] = isStandIn(FORMS_MODULE)
  ? [
      {
        // Without a method, so that preflights are answered too.
        matcher: PATH,
        middlewares: [webCors()],
      },
      {
        matcher: PATH,
        method: ["POST"],
        bodyParser: { sizeLimit: BEACON_SIZE_LIMIT },
        middlewares: [parseBeaconBody, validateBody(WebCreateFormResponse)],
      },
    ]
  : []
