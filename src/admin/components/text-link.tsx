import type { ReactNode } from "react"
import { Link } from "react-router-dom"

interface TextLinkProps {
  to: string
  children: ReactNode
}

/** A link among texts, to another page of the admin. */
export function TextLink({ to, children }: TextLinkProps) {
  return (
    <Link
      to={to}
      className="text-ui-fg-base focus-visible:shadow-borders-focus txt-small hover:text-ui-fg-subtle rounded underline underline-offset-2 outline-none"
    >
      {children}
    </Link>
  )
}
