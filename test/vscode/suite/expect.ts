/** Assertions for both hosts: the web worker has no `node:assert`. */

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Deep equality of plain values, by what they look like in JSON. */
export function same(actual: unknown, expected: unknown, message = 'not the same'): void {
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value, null, 2));
  if (found !== wanted) throw new Error(`${message}\nexpected ${wanted}\nfound ${found}`);
}

export function contains(text: string, ...parts: readonly string[]): void {
  for (const part of parts) ok(text.includes(part), `expected “${part}” in:\n${text}`);
}

/** Tries until `attempt` stops throwing, and returns what it returned; gives up with its last error. */
export async function eventually<T>(attempt: () => T | Promise<T>, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
