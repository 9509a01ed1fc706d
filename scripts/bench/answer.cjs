/** Does the tasks that the parent process asks for, one after the other. */
function answer(tasks) {
  process.on("message", async ({ task, args }) => {
    try {
      process.send({ result: await tasks[task](args) })
    } catch (error) {
      process.send({ error: error.stack })
    }
  })
}

module.exports = { answer }
