import { useQuery } from "@tanstack/react-query"
import { fetchUsers } from "../../lib/client"

/** Names a user of the admin; one who is gone, or may not be read, by their id. */
export function useUserName() {
  const { data } = useQuery({
    queryKey: ["ad-planning", "users"],
    queryFn: fetchUsers,
    retry: false,
  })
  return (id: string) => {
    const user = data?.find((candidate) => candidate.id === id)
    const name = [user?.first_name, user?.last_name].filter(Boolean).join(" ")
    return name || user?.email || id
  }
}
