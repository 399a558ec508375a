/**
 * Makes a task that never runs twice at once: asked while it runs, it runs once more afterwards. Ten hints in a row cost two
 * reads, and an old answer never replaces a newer one.
 */
export function coalesce(task) {
  let running;
  let again = false;

  async function run() {
    do {
      again = false;
      await task();
    } while (again);
  }

  return () => {
    if (running) {
      again = true;
    } else {
      running = run().finally(() => { running = undefined; });
    }

    return running;
  };
}
