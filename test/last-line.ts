/** Ends every run of the tests with one line of figures, for those who read no more than that. */
import type { Reporter, TestModule } from 'vitest/node';

export class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that could not be read, and an error outside of every test, count as failures.
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + broken + errors.length;
    process.on('exit', () => {
      process.stdout.write(`\ntests: ${count('passed')} passed, ${failed} failed\n`);
    });
  }
}
