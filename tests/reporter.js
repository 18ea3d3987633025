// Tells each test of `node --test` on a line of its own, and at the end how many passed and failed, as
// tools/test.sh counts them.

export default async function* reporter(events) {
  const counts = { passed: 0, failed: 0 }
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message
    if ((type !== 'test:pass' && type !== 'test:fail') || data.skip !== undefined) continue
    // What holds tests is no test; what failed around them is a failure.
    const isSuite = data.details.type === 'suite'
    const { error } = data.details
    if (isSuite && (!error || error.failureType === 'subtestsFailed')) continue
    counts[error ? 'failed' : 'passed'] += 1
    yield `  ${error ? '✘' : '✓'} ${data.name} (${(data.details.duration_ms / 1000).toFixed(1)} s)\n`
    if (error) yield `${error.cause?.stack ?? error.stack ?? error}\n`
  }
  yield `\n  ${counts.passed} passed\n  ${counts.failed} failed\n`
}
