/** Waits until something is so, at most `patience` milliseconds. */
exports.until = async function until(condition, what, patience = 20_000) {
  const began = Date.now();
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (Date.now() - began > patience) {
      throw new Error(`waited ${patience} ms in vain: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
