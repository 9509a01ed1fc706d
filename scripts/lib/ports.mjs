import net from "node:net"

/** A port of 127.0.0.1 that nothing listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once("error", reject)
    server.listen({ host: "127.0.0.1", port: 0 }, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/**
 * @returns undefined when a server could listen there now, else the system's
 * code: EADDRINUSE, EACCES, ENOTFOUND, EADDRNOTAVAIL
 */
export function listenProblem(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once("error", (error) => resolve(error.code ?? error.message))
    server.listen({ host, port, exclusive: true }, () =>
      server.close(() => resolve(undefined))
    )
  })
}
